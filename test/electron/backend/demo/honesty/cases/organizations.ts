import { call, world } from '../honesty-case.ts';

const { managementAccountId, organizationTree, organizationPolicies } = world;
const management = { accountId: managementAccountId };
const [root, unit] = organizationTree.units;
const PolicyId = organizationPolicies.find(({ awsManaged }) => !awsManaged)?.policyId ?? '';
const member = organizationTree.accounts.find(
  ({ accountId }) => world.effectiveBedrockPolicy(accountId) !== null,
);

export const organizationsCases = [
  call('organizations', 'DescribeOrganization'),
  call('organizations', 'ListRoots', {}, management),
  call('organizations', 'ListOrganizationalUnitsForParent', { ParentId: root?.id }, management),
  call('organizations', 'ListAccounts', { MaxResults: 3 }, management),
  call('organizations', 'ListAccountsForParent', { ParentId: unit?.id }, management),
  call('organizations', 'ListTagsForResource', { ResourceId: '222233334444' }, management),
  call('organizations', 'ListTagsForResource', { ResourceId: '333344445555' }, management),
  call('organizations', 'ListTagsForResource', { ResourceId: root?.id }, management),
  call('organizations', 'ListPolicies', { Filter: 'SERVICE_CONTROL_POLICY' }, management),
  call('organizations', 'ListPolicies', { Filter: 'RESOURCE_CONTROL_POLICY' }, management),
  call('organizations', 'ListPolicies', { Filter: 'BEDROCK_POLICY' }, management),
  call('organizations', 'DescribePolicy', { PolicyId }, management),
  call('organizations', 'ListTargetsForPolicy', { PolicyId }, management),
  call(
    'organizations',
    'DescribeEffectivePolicy',
    { PolicyType: 'BEDROCK_POLICY' },
    { accountId: member?.accountId ?? '' },
  ),
];
