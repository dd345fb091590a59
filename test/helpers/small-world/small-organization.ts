import type { World } from '../../../electron/backend/demo/world/world.ts';

const UNITS = 45;
const root = 'r-root';

/** A root with 45 units and 63 accounts in the first of them, and 41 policies on the root. */
export function smallOrganization(
  managementAccountId: string,
): Pick<
  World,
  | 'managementAccountId'
  | 'organizationTree'
  | 'accountTags'
  | 'organizationPolicies'
  | 'effectiveBedrockPolicy'
> {
  const unit = (id: string, parentId: string | null) => ({
    id,
    arn: `arn:aws:organizations::${managementAccountId}:ou/o-small00001/${id}`,
    name: `Unit ${id}`,
    parentId,
    policyTypes: parentId === null ? ['SERVICE_CONTROL_POLICY'] : [],
  });
  const unitId = (index: number) => `ou-root-${String(index).padStart(8, '0')}`;
  return {
    managementAccountId,
    accountTags: () => ({ team: 'data' }),
    organizationTree: {
      units: [unit(root, null), ...many(UNITS, (index) => unit(unitId(index), root))],
      accounts: many(63, (index) => ({
        accountId: index === 0 ? managementAccountId : String(300_000_000_000 + index),
        name: `account-${index}`,
        state: index === 1 ? 'SUSPENDED' : 'ACTIVE',
        joinedAt: '2026-01-02T03:04:05Z',
        parentId: unitId(0),
      })),
    },
    organizationPolicies: many(41, (index) => ({
      policyId: `p-small${String(index).padStart(8, '0')}`,
      arn: `arn:aws:organizations::${managementAccountId}:policy/o-small00001/service_control_policy/p-small${index}`,
      name: `policy-${index}`,
      description: '',
      type: 'SERVICE_CONTROL_POLICY',
      awsManaged: false,
      content: `{"Version":"2012-10-17","Statement":[],"Id":"${index}"}`,
      targetIds: index === 0 ? [root, unitId(1), managementAccountId] : [],
    })),
    effectiveBedrockPolicy: (accountId) =>
      accountId === managementAccountId ? '{"bedrock":{}}' : null,
  };
}

function many<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
