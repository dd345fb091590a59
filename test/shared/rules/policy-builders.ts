import type {
  DatasetReading,
  IamIdentity,
  OrganizationPolicy,
} from '../../../shared/model/dataset.ts';
import { ACCOUNT, DENIED, reading } from './builders.ts';

/** A statement of a policy. */
export type TestStatement = Readonly<Record<string, unknown>>;

/** An Allow on every resource unless told otherwise. */
export function allow(Action: string | readonly string[], over: TestStatement = {}): TestStatement {
  return { Effect: 'Allow', Action, Resource: '*', ...over };
}

/** A Deny on every resource unless told otherwise. */
export function deny(Action: string | readonly string[], over: TestStatement = {}): TestStatement {
  return { ...allow(Action, over), Effect: 'Deny' };
}

/** The JSON of a policy. */
export function documentOf(statements: readonly TestStatement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

/** A role `app` with one inline policy `own`. */
export function role(
  statements: readonly TestStatement[],
  over: Partial<IamIdentity> = {},
): IamIdentity {
  return {
    kind: 'role',
    name: 'app',
    arn: `arn:aws:iam::${ACCOUNT}:role/app`,
    path: '/',
    createdAt: '2025-01-01T00:00:00Z',
    groups: [],
    attachedPolicyArns: [],
    inlinePolicies: [{ name: 'own', document: documentOf(statements) }],
    permissionsBoundaryArn: null,
    trustPolicy: null,
    tags: {},
    lastUsed: null,
    ...over,
  };
}

/** What IAM tells of the account: these identities, and managed policies by ARN. */
export function iam(
  identities: readonly IamIdentity[],
  managed: Readonly<Record<string, readonly TestStatement[]>> = {},
): DatasetReading {
  const policies = Object.entries(managed).map(([arn, statements]) => ({
    arn,
    name: arn,
    document: documentOf(statements),
    versionId: 'v1',
  }));
  return reading('account-authorization', [{ identities, policies }], { region: 'global' });
}

/** An SCP at the root. */
export function scp(
  statements: readonly TestStatement[],
  over: Partial<OrganizationPolicy> = {},
): OrganizationPolicy {
  return {
    policyId: 'p-1',
    arn: 'arn:aws:organizations::1:policy/o-1/service_control_policy/p-1',
    name: 'limits',
    type: 'SERVICE_CONTROL_POLICY',
    awsManaged: false,
    content: { read: true, value: documentOf(statements) },
    targets: { read: true, value: [{ targetId: 'r-1', name: 'root', type: 'ROOT' }] },
    ...over,
  };
}

/** The policies of the organisation; without any, an account that is in none. */
export function organization(policies?: readonly OrganizationPolicy[]): DatasetReading {
  const outcome =
    policies === undefined
      ? ({ status: 'unavailable', reason: 'it is in no organisation' } as const)
      : ({ status: 'collected' } as const);
  return reading('organization-policies', policies ?? [], { region: 'global', outcome });
}

/** What the account's IAM refused to tell. */
export const NO_IAM: DatasetReading = reading<'account-authorization'>(
  'account-authorization',
  [],
  { region: 'global', outcome: DENIED },
);
