import { msOfInstant } from '../../../../../shared/model/period.ts';
import { requiredText, textOf } from '../../protocols/input.ts';
import { type Call, operations } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';
import type { WorldPolicy } from '../../world/organizations/organization-policies.ts';
import { forManagement, forMembers } from './organization-access.ts';
import { invalid, organizationsPage } from './organizations-page.ts';

const BEDROCK_POLICY = 'BEDROCK_POLICY';
const MANAGEMENT_TYPES = [
  BEDROCK_POLICY,
  'TAG_POLICY',
  'BACKUP_POLICY',
  'AISERVICES_OPT_OUT_POLICY',
  'CHATBOT_POLICY',
  'DECLARATIVE_POLICY_EC2',
  'SECURITYHUB_POLICY',
  'INSPECTOR_POLICY',
  'UPGRADE_ROLLOUT_POLICY',
  'S3_POLICY',
  'NETWORK_SECURITY_DIRECTOR_POLICY',
];
const TYPES = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY', ...MANAGEMENT_TYPES];

/** The operations about policies of the organisation. */
export const policyOperations = operations({
  ListPolicies: forManagement('organizations:ListPolicies', listPolicies),
  DescribePolicy: forManagement('organizations:DescribePolicy', describePolicy),
  ListTargetsForPolicy: forManagement('organizations:ListTargetsForPolicy', listTargets),
  DescribeEffectivePolicy: forMembers(
    'organizations:DescribeEffectivePolicy',
    describeEffectivePolicy,
  ),
});

function listPolicies(call: Call): object {
  const type = requiredText(call.input, 'Filter');
  if (!TYPES.includes(type)) throw invalid('You specified an invalid value for Filter.');
  const all = call.world.organizationPolicies.filter((policy) => policy.type === type);
  const page = organizationsPage(call, all);
  return { Policies: page.items.map(summary), NextToken: page.next };
}

function describePolicy(call: Call): object {
  const policy = policyOf(call);
  return { Policy: { PolicySummary: summary(policy), Content: policy.content } };
}

function listTargets(call: Call): object {
  const page = organizationsPage(call, policyOf(call).targetIds);
  return {
    Targets: page.items.map((id) => target(call, id)),
    NextToken: page.next,
  };
}

function target({ world }: Call, id: string): object {
  const { units, accounts } = world.organizationTree;
  const unit = units.find((one) => one.id === id);
  const account = accounts.find(({ accountId }) => accountId === id);
  const { organizationId, managementAccountId } = world;
  const place = `arn:aws:organizations::${managementAccountId}:account/${organizationId}`;
  const type = unit?.parentId === null ? 'ROOT' : 'ORGANIZATIONAL_UNIT';
  return {
    TargetId: id,
    Arn: unit?.arn ?? `${place}/${id}`,
    Name: unit?.name ?? account?.name,
    Type: unit === undefined ? 'ACCOUNT' : type,
  };
}

function summary(policy: WorldPolicy): object {
  return {
    Id: policy.policyId,
    Arn: policy.arn,
    Name: policy.name,
    Description: policy.description,
    Type: policy.type,
    AwsManaged: policy.awsManaged,
  };
}

function policyOf({ world, input }: Call): WorldPolicy {
  const id = requiredText(input, 'PolicyId');
  const policy = world.organizationPolicies.find(({ policyId }) => policyId === id);
  if (policy !== undefined) return policy;
  const text = "You specified a policy that doesn't exist.";
  throw new WireFault('PolicyNotFoundException', 400, text);
}

/** Members may ask about themselves, the management account about everybody. */
function describeEffectivePolicy(call: Call): object {
  const { world, input, identity } = call;
  const type = requiredText(input, 'PolicyType');
  if (!MANAGEMENT_TYPES.includes(type)) {
    throw invalid('You specified an invalid value for PolicyType.');
  }
  const targetId = textOf(input, 'TargetId') ?? identity.accountId;
  const known = world.organizationTree.accounts.some(({ accountId }) => accountId === targetId);
  const own = targetId === identity.accountId || identity.accountId === world.managementAccountId;
  if (!known || !own) {
    const text = "You specified a target that doesn't exist.";
    throw new WireFault('TargetNotFoundException', 400, text);
  }
  const content = type === BEDROCK_POLICY ? world.effectiveBedrockPolicy(targetId) : null;
  if (content === null) {
    const text = 'The effective policy is not found.';
    throw new WireFault('EffectivePolicyNotFoundException', 400, text);
  }
  return {
    EffectivePolicy: {
      PolicyContent: content,
      LastUpdatedTimestamp: Math.floor(msOfInstant(world.now) / 1000) - 86_400,
      TargetId: targetId,
      PolicyType: type,
    },
  };
}
