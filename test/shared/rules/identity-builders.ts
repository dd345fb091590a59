import {
  ACCOUNT_SCOPE,
  type AccountAuthorization,
  type ApiKey,
  type DatasetId,
  type DatasetItems,
  type DatasetReading,
  type EffectiveAccess,
  type IamIdentity,
} from '../../../shared/model/dataset.ts';
import { ACCOUNT, DENIED, reading } from './builders.ts';

/** A collected reading of a whole account. */
export function wide<D extends DatasetId>(
  dataset: D,
  items: readonly DatasetItems[D][],
): DatasetReading<D> {
  return reading(dataset, items, { region: ACCOUNT_SCOPE });
}

/** A reading of a whole account that was denied. */
export function denied(dataset: DatasetId): DatasetReading {
  return reading<DatasetId>(dataset, [], { region: ACCOUNT_SCOPE, outcome: DENIED });
}

/** A policy document of some statements. */
export function policyOf(...statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

/** A statement that allows actions on resources. */
export function allow(actions: string | readonly string[], resource: unknown = '*'): object {
  return { Effect: 'Allow', Action: actions, Resource: resource };
}

/** A role with one inline policy, or none. */
export function role(
  name: string,
  statements: readonly object[] = [],
  over: Partial<IamIdentity> = {},
): IamIdentity {
  const document = policyOf(...statements);
  return {
    kind: 'role',
    name,
    arn: roleArn(name),
    path: '/',
    createdAt: null,
    groups: [],
    attachedPolicyArns: [],
    inlinePolicies: statements.length === 0 ? [] : [{ name: 'execution', document }],
    permissionsBoundaryArn: null,
    trustPolicy: null,
    tags: {},
    lastUsed: null,
    ...over,
  };
}

export function roleArn(name: string): string {
  return `arn:aws:iam::${ACCOUNT}:role/${name}`;
}

export function authorization(
  identities: readonly IamIdentity[],
  policies: AccountAuthorization['policies'] = [],
): DatasetReading {
  return wide('account-authorization', [{ identities, policies }]);
}

export function apiKey(over: Partial<ApiKey> = {}): ApiKey {
  return {
    credentialId: 'ACCA1',
    userName: 'BedrockAPIKey-a1',
    madeForKey: true,
    alias: null,
    status: 'Active',
    createdAt: '2026-09-01T09:00:00Z',
    expiresAt: '2026-11-30T09:00:00Z',
    ...over,
  };
}

/** What the user of `apiKey` may do: nothing that is watched. */
export function access(over: Partial<EffectiveAccess> = {}): EffectiveAccess {
  return {
    principalArn: `arn:aws:iam::${ACCOUNT}:user/BedrockAPIKey-a1`,
    name: 'BedrockAPIKey-a1',
    kind: 'api-key-user',
    offered: 60,
    allowed: [],
    conditional: [],
    unknown: [],
    unguarded: [],
    actions: {
      'bedrock:CallWithBearerToken': 'allowed',
      'bedrock-mantle:CallWithBearerToken': 'allowed',
      'bedrock:ApplyGuardrail': 'denied',
      'bedrock:PutModelInvocationLoggingConfiguration': 'denied',
      'bedrock:DeleteModelInvocationLoggingConfiguration': 'denied',
      'bedrock:CreateFoundationModelAgreement': 'denied',
      'aws-marketplace:Subscribe': 'denied',
      'iam:CreateServiceSpecificCredential': 'denied',
      'iam:CreateAccessKey': 'denied',
      'iam:PassRole': 'denied',
    },
    unread: [],
    used: { read: true, value: [] },
    grants: [],
    ...over,
  };
}
