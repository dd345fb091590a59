import type { World } from '../../../electron/backend/demo/world/world.ts';
import type {
  AccountAuthorization,
  IamIdentity,
  IamPolicy,
} from '../../../shared/model/dataset.ts';

const DOCUMENT = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Sid: "It's (a) test!", Effect: 'Allow', Action: 'bedrock:*', Resource: '*+/% é' }],
});

/** 120 users, 2 groups, 110 roles, one managed policy of AWS and one of the account. */
export function smallAuthorization(accountId: string): AccountAuthorization {
  const own = `arn:aws:iam::${accountId}:policy/team/invoke`;
  return {
    identities: [
      ...many(120, (index) => entity(accountId, 'user', `user-${index}`)),
      ...many(2, (index) => entity(accountId, 'group', `group-${index}`)),
      ...many(110, (index) => ({
        ...entity(accountId, 'role', `role-${index}`),
        attachedPolicyArns: [own],
        permissionsBoundaryArn: index === 0 ? own : null,
        trustPolicy: DOCUMENT,
      })),
    ],
    policies: [
      policy(own, 'invoke'),
      policy('arn:aws:iam::aws:policy/ReadOnlyAccess', 'ReadOnlyAccess'),
    ],
  };
}

/** 205 API keys of the first users, two access keys of `user-0`, and no use of anything. */
export const smallKeys: Pick<World, 'apiKeys' | 'accessKeys' | 'lastUses'> = {
  apiKeys: () =>
    many(205, (index) => ({
      credentialId: `ACCASMALL${String(index).padStart(11, '0')}`,
      userName: `user-${index % 120}`,
      madeForKey: false,
      alias: null,
      status: index % 2 === 0 ? 'Active' : 'Inactive',
      createdAt: '2026-01-02T03:04:05Z',
      expiresAt: index === 0 ? null : '2027-01-02T03:04:05Z',
    })),
  accessKeys: () =>
    many(2, (index) => ({
      accessKeyId: `AKIASMALLKEY0000000${index}`,
      userName: 'user-0',
      status: index === 0 ? 'Active' : 'Inactive',
      createdAt: '2026-01-02T03:04:05Z',
      lastUsed:
        index === 0
          ? { at: '2026-11-19T08:00:00Z', service: 'bedrock', region: 'us-east-1' }
          : null,
    })),
  lastUses: () => [],
};

function entity(accountId: string, kind: IamIdentity['kind'], name: string): IamIdentity {
  return {
    kind,
    name,
    arn: `arn:aws:iam::${accountId}:${kind}/${name}`,
    path: '/',
    createdAt: '2026-01-02T03:04:05Z',
    groups: kind === 'user' ? ['group-0'] : [],
    attachedPolicyArns: [],
    inlinePolicies: [{ name: 'inline', document: DOCUMENT }],
    permissionsBoundaryArn: null,
    trustPolicy: null,
    tags: kind === 'group' ? {} : { team: 'core' },
    lastUsed: kind === 'role' ? { at: '2026-11-19T10:00:00Z', region: 'us-east-1' } : null,
  };
}

function policy(arn: string, name: string): IamPolicy {
  return { arn, name, document: DOCUMENT, versionId: 'v3' };
}

function many<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
