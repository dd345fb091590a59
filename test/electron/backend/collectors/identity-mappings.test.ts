import { describe, expect, it } from 'vitest';
import {
  toAccessKey,
  toAccessKeyUse,
} from '../../../../electron/backend/collectors/identity/access-keys.ts';
import { toApiKey } from '../../../../electron/backend/collectors/identity/api-keys.ts';
import { principalsReaching } from '../../../../electron/backend/collectors/identity/principals-reaching.ts';
import { toServices } from '../../../../electron/backend/collectors/identity/service-last-accessed.ts';
import type { IamIdentity } from '../../../../shared/model/dataset.ts';

const NEVER = undefined;
const AT = new Date('2026-11-01T02:03:04Z');

describe('an API key', () => {
  const credential = {
    UserName: 'BedrockAPIKey-1',
    Status: 'Active' as const,
    CreateDate: AT,
    ServiceSpecificCredentialId: 'ACCAEXAMPLE123456789',
    ServiceName: 'bedrock.amazonaws.com',
  };

  it.each([
    ['that never expires', {}, { expiresAt: null, alias: null, madeForKey: true }],
    ['that ran out', { Status: 'Expired' as const, ExpirationDate: AT }, { status: 'Expired' }],
    ['of a person', { UserName: 'eve' }, { userName: 'eve', madeForKey: false }],
    ['of a status yet to come', { Status: 'Paused' as never }, { status: 'unknown' }],
    ['of no known age', { CreateDate: NEVER as never }, { createdAt: null }],
  ])('%s', (_, change, expected) => {
    expect(toApiKey({ ...credential, ...change })).toMatchObject(expected);
  });

  it('without id or user is refused', () => {
    expect(() => toApiKey({ ...credential, UserName: '' })).toThrow(/UserName/);
    expect(() => toApiKey({ ...credential, ServiceSpecificCredentialId: '' })).toThrow(
      /ServiceSpecificCredentialId/,
    );
  });

  it('leaves out the name that it signs in with', () => {
    const key = toApiKey({ ...credential, ServiceUserName: 'eve-at-111122223333' });
    expect(JSON.stringify(key)).not.toContain('-at-');
  });
});

describe('an access key', () => {
  it.each([
    [
      'that was never used',
      { LastUsedDate: NEVER, ServiceName: 'N/A', Region: 'N/A' } as const,
      null,
    ],
    [
      'used in an unknown service',
      { LastUsedDate: AT, ServiceName: 'N/A', Region: 'us-east-1' },
      { at: '2026-11-01T02:03:04Z', service: null, region: 'us-east-1' },
    ],
  ])('%s', (_, answer, expected) => {
    expect(toAccessKeyUse({ ...answer, LastUsedDate: answer.LastUsedDate ?? NEVER })).toEqual(
      expected,
    );
  });

  it('without a use at all has none, and without an id is refused', () => {
    expect(toAccessKeyUse(undefined)).toBeNull();
    expect(() => toAccessKey({}, 'eve', { read: true, value: null })).toThrow(/AccessKeyId/);
  });
});

describe('a report of last accesses', () => {
  const page = (services: readonly object[]) => ({
    JobStatus: 'COMPLETED' as const,
    JobCreationDate: AT,
    JobCompletionDate: AT,
    ServicesLastAccessed: services.map((service) => ({
      ServiceName: 'x',
      ServiceNamespace: 'bedrock',
      ...service,
    })),
  });

  it('keeps the namespaces of Bedrock, from all pages', () => {
    const pages = [
      page([{ ServiceNamespace: 's3' }, { LastAuthenticated: AT }]),
      page([{ ServiceNamespace: 'bedrock-agentcore' }]),
    ];
    expect(toServices(pages)).toEqual([
      { namespace: 'bedrock', at: '2026-11-01T02:03:04Z', region: null, actions: [] },
      { namespace: 'bedrock-agentcore', at: null, region: null, actions: [] },
    ]);
  });

  it('drops tracked actions that were never tried', () => {
    const actions = [
      { ActionName: 'ListGuardrails', LastAccessedTime: AT, LastAccessedRegion: 'eu-west-1' },
      { ActionName: 'GetGuardrail' },
    ];
    expect(toServices([page([{ TrackedActionsLastAccessed: actions }])])[0]?.actions).toEqual([
      { action: 'ListGuardrails', at: '2026-11-01T02:03:04Z', region: 'eu-west-1' },
    ]);
  });
});

const nobody: IamIdentity = {
  kind: 'role',
  name: 'r',
  arn: 'arn:aws:iam::111122223333:role/r',
  path: '/',
  createdAt: null,
  groups: [],
  attachedPolicyArns: [],
  inlinePolicies: [],
  permissionsBoundaryArn: null,
  trustPolicy: '{"Principal":{"Service":"bedrock.amazonaws.com"}}',
  tags: {},
  lastUsed: null,
};

describe('who may plausibly reach Bedrock', () => {
  it.each([
    ['{"Action":"bedrock:InvokeModel"}', true],
    ['{"Action": "*", "Resource": "*"}', true],
    ['{"Action":["s3:GetObject", "*"]}', true],
    ['{"Action":["s3:GetObject","*:Invoke*"]}', true],
    ['{"Action":"bed*:*"}', true],
    ['{"Action":"BEDROCK:*"}', true],
    ['{"NotAction":"iam:*"}', true],
    ['{"Action":"s3:*","Resource":"*"}', false],
    ['{"Action":["s3:*"],"Resource":["*"]}', false],
    ['{"Action":"batch:*"}', false],
    ['{"Action":"braket:*"}', false],
  ])('%s: %s', (document, expected) => {
    const identity = { ...nobody, inlinePolicies: [{ name: 'p', document }] };
    const found = principalsReaching({ identities: [identity], policies: [] });
    expect(found).toEqual(expected ? [nobody.arn] : []);
  });

  it('counts attached policies, those of groups, and those that nobody could read', () => {
    const policy = (name: string, document: string) => ({
      arn: `arn:p/${name}`,
      name,
      document,
      versionId: 'v1',
    });
    const policies = [policy('b', '{"Action":"bedrock:*"}'), policy('s', '{"Action":"s3:*"}')];
    const one = (name: string, change: Partial<IamIdentity>) => ({
      ...nobody,
      ...change,
      name,
      arn: name,
    });
    const identities = [
      one('attached', { attachedPolicyArns: ['arn:p/b'] }),
      one('elsewhere', { attachedPolicyArns: ['arn:p/s'] }),
      one('unreadable', { attachedPolicyArns: ['arn:p/gone'] }),
      one('group', { kind: 'group', attachedPolicyArns: ['arn:p/b'] }),
      one('member', { kind: 'user', groups: ['group'] }),
      one('outsider', { kind: 'user', groups: ['other'] }),
    ];
    expect(principalsReaching({ identities, policies })).toEqual([
      'attached',
      'unreadable',
      'member',
    ]);
  });
});
