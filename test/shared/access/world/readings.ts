import type { AccessPrincipal, AccessWorld } from '../../../../shared/access/world/access-world.ts';
import { createAccessWorld } from '../../../../shared/access/world/create-world.ts';
import type {
  AccountAuthorization,
  DatasetId,
  DatasetItems,
  DatasetReading,
  IamIdentity,
  Organization,
  OrganizationPolicy,
  Part,
  PolicyTarget,
  ReadOutcome,
} from '../../../../shared/model/dataset.ts';

/** The member account, the management account and the organisation of these readings. */
export const MEMBER = '222222222222';
export const MANAGEMENT = '111111111111';
export const OUTSIDER = '333333333333';
export const ORGANIZATION_ID = 'o-exampleorg1';
export const AT = '2026-11-20T10:00:00Z';

/** A reading of an account as a whole. */
export function reading<D extends DatasetId>(
  dataset: D,
  accountId: string,
  items: readonly DatasetItems[D][],
  outcome: ReadOutcome = { status: 'collected' },
): DatasetReading<D> {
  const rest = { actions: [], readAt: AT, calls: 1 };
  return { dataset, accountId, region: 'global', outcome, items, ...rest };
}

/** What a refusal looks like. */
export function denied(action: string): Extract<ReadOutcome, { readonly status: 'denied' }> {
  const reason = `User: arn:aws:sts::${MEMBER}:assumed-role/AssayReader/s is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`;
  return { status: 'denied', action, reason };
}

/** A part that was refused. */
export function refused(action: string): {
  readonly read: false;
  readonly outcome: ReturnType<typeof denied>;
} {
  return { read: false, outcome: denied(action) };
}

/** A part that was read. */
export function known<T>(value: T): { readonly read: true; readonly value: T } {
  return { read: true, value };
}

/** A document of one statement. */
export function document(...statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

/** A document that allows actions on everything. */
export function allowing(...actions: readonly string[]): string {
  return document({ Effect: 'Allow', Action: actions, Resource: '*' });
}

/** A user, group or role of an account; roles trust Lambda. */
export function identity(
  kind: IamIdentity['kind'],
  name: string,
  rest: Partial<IamIdentity> = {},
): IamIdentity {
  const path = rest.path ?? '/';
  const trust = document({
    Effect: 'Allow',
    Principal: { Service: 'lambda.amazonaws.com' },
    Action: 'sts:AssumeRole',
  });
  return {
    kind,
    name,
    arn: `arn:aws:iam::${MEMBER}:${kind}${path}${name}`,
    path,
    createdAt: null,
    groups: [],
    attachedPolicyArns: [],
    inlinePolicies: [],
    permissionsBoundaryArn: null,
    trustPolicy: kind === 'role' ? trust : null,
    tags: {},
    lastUsed: null,
    ...rest,
  };
}

/** Everybody in an account. */
export function people(
  identities: readonly IamIdentity[],
  policies: AccountAuthorization['policies'] = [],
  accountId = MEMBER,
): DatasetReading<'account-authorization'> {
  return reading('account-authorization', accountId, [{ identities, policies }]);
}

const ROOT = {
  id: 'r-ex01',
  arn: `arn:aws:organizations::${MANAGEMENT}:root/${ORGANIZATION_ID}/r-ex01`,
  name: 'Root',
  parentId: null,
  policyTypes: ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'],
};
const WORKLOADS = {
  id: 'ou-ex01-workload',
  arn: `arn:aws:organizations::${MANAGEMENT}:ou/${ORGANIZATION_ID}/ou-ex01-workload`,
  name: 'Workloads',
  parentId: ROOT.id,
  policyTypes: [],
};

/** The organisation as the management account is told it: root, the unit Workloads, two accounts. */
export function organization(rest: Partial<Organization> = {}): Organization {
  const joined = { state: 'ACTIVE', joinedAt: null };
  return {
    organizationId: ORGANIZATION_ID,
    managementAccountId: MANAGEMENT,
    featureSet: 'ALL',
    tree: known({
      units: [ROOT, WORKLOADS],
      accounts: [
        { accountId: MANAGEMENT, name: 'management', parentId: ROOT.id, ...joined },
        { accountId: MEMBER, name: 'platform', parentId: WORKLOADS.id, ...joined },
      ],
    }),
    ...rest,
  };
}

/** The same organisation without a policy type at its root. */
export function organizationWithout(type: string): Organization {
  const whole = organization();
  if (!whole.tree.read) return whole;
  const units = whole.tree.value.units.map((unit) => ({
    ...unit,
    policyTypes: unit.policyTypes.filter((one) => one !== type),
  }));
  return { ...whole, tree: known({ ...whole.tree.value, units }) };
}

/** A policy of the organisation, attached to what is named. */
export function controlPolicy(
  name: string,
  targets: readonly ('root' | 'Workloads' | 'platform')[],
  rest: Partial<OrganizationPolicy> = {},
): OrganizationPolicy {
  const ids = { root: ROOT.id, Workloads: WORKLOADS.id, platform: MEMBER };
  const attached = targets.map(
    (target): PolicyTarget => ({ targetId: ids[target], name: target, type: 'unknown' }),
  );
  return {
    policyId: `p-${name}`,
    arn: `arn:aws:organizations::${MANAGEMENT}:policy/${ORGANIZATION_ID}/service_control_policy/p-${name}`,
    name,
    type: 'SERVICE_CONTROL_POLICY',
    awsManaged: false,
    content: known(allowing('*')),
    targets: known(attached) satisfies Part<readonly PolicyTarget[]>,
    ...rest,
  };
}

/** FullAWSAccess and RCPFullAWSAccess on every level, their documents not told. */
export const AWS_OWN: readonly OrganizationPolicy[] = [
  controlPolicy('FullAWSAccess', ['root', 'Workloads', 'platform'], {
    awsManaged: true,
    content: refused('organizations:DescribePolicy'),
  }),
  controlPolicy('RCPFullAWSAccess', ['root', 'Workloads', 'platform'], {
    type: 'RESOURCE_CONTROL_POLICY',
    awsManaged: true,
    content: refused('organizations:DescribePolicy'),
  }),
];

/** What the management account reads of the organisation. */
export function governed(
  policies: readonly OrganizationPolicy[] = AWS_OWN,
  whole: Organization = organization(),
): readonly DatasetReading[] {
  return [
    reading('organization', MANAGEMENT, [whole]),
    reading('organization-policies', MANAGEMENT, policies),
  ];
}

/** The world of some readings. */
export function worldOf(...readings: readonly DatasetReading[]): AccessWorld {
  return createAccessWorld(readings);
}

/** The one principal of a world that has no other. */
export function only({ principals }: AccessWorld): AccessPrincipal {
  const [principal] = principals;
  if (principal === undefined || principals.length > 1) throw new Error(`${principals.length}`);
  return principal;
}
