import type { PolicySummary, PolicyTargetSummary } from '@aws-sdk/client-organizations';
import type {
  OrganizationPolicy,
  OrganizationPolicyType,
  PolicyTarget,
} from '../../../../shared/model/dataset.ts';
import { CallFailure } from '../../aws/caller.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { required, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { allPages } from './all-pages.ts';
import { callOrganizations } from './organization-call.ts';
import { requireReach } from './organization-reach.ts';

/** Policies read at the same time; AWS Organizations throttles the organisation as a whole. */
const AT_ONCE = 3;
const TYPES: readonly OrganizationPolicyType[] = [
  'SERVICE_CONTROL_POLICY',
  'RESOURCE_CONTROL_POLICY',
  'BEDROCK_POLICY',
];
const TARGET_TYPES = ['ACCOUNT', 'ORGANIZATIONAL_UNIT', 'ROOT'] as const;

/**
 * The policies of the organisation that say something about Bedrock, with their targets. Accounts
 * that may not read the organisation's tree are not asked again.
 */
export const organizationPolicies: Collector<'organization-policies'> = {
  dataset: 'organization-policies',
  title: 'Policies of the organisation and their targets',
  scope: 'account',
  iamActions: [
    'organizations:ListPolicies',
    'organizations:DescribePolicy',
    'organizations:ListTargetsForPolicy',
  ],
  follows: ['organization'],
  collect: async (context) => {
    const [reading] = await context.items('organization');
    requireReach(reading?.items[0]);
    const summaries = await listAll(context);
    return inParallel(summaries, AT_ONCE, (summary) => readPolicy(context, summary));
  },
};

interface Listed {
  readonly type: OrganizationPolicyType;
  readonly summary: PolicySummary;
}

/**
 * The policies of all types; a type that cannot be listed is a gap.
 * @throws CallFailure when none can.
 */
async function listAll(context: CollectContext): Promise<readonly Listed[]> {
  const lists = await inParallel(TYPES, AT_ONCE, async (type) => ({
    type,
    listed: await context.part('organizations:ListPolicies', () => listOfType(context, type)),
  }));
  const failures = lists.flatMap(({ listed }) => (listed.read ? [] : listed.outcome));
  const [first] = failures;
  if (first !== undefined && failures.length === lists.length) throw new CallFailure(first, null);
  return lists.flatMap(({ type, listed }) =>
    listed.read ? listed.value.map((summary) => ({ type, summary })) : [],
  );
}

function listOfType(
  context: CollectContext,
  Filter: OrganizationPolicyType,
): Promise<readonly PolicySummary[]> {
  const { clients, region } = context;
  return allPages(
    (NextToken) =>
      callOrganizations(context, 'organizations:ListPolicies', async (options) =>
        (await clients.organizations(region)).listPolicies({ Filter, NextToken }, options),
      ),
    (page) => page.Policies,
  );
}

async function readPolicy(context: CollectContext, listed: Listed): Promise<OrganizationPolicy> {
  const id = text(listed.summary.Id, 'Policies.Id');
  const content = await context.part('organizations:DescribePolicy', () =>
    readContent(context, id),
  );
  const targets = await context.part('organizations:ListTargetsForPolicy', async () =>
    (await listTargets(context, id)).map(toTarget),
  );
  return toPolicy(listed, { content, targets });
}

async function readContent(context: CollectContext, PolicyId: string): Promise<string> {
  const { clients, region } = context;
  const { Policy } = await callOrganizations(
    context,
    'organizations:DescribePolicy',
    async (options) => (await clients.organizations(region)).describePolicy({ PolicyId }, options),
  );
  return required(Policy?.Content, 'Policy.Content');
}

function listTargets(
  context: CollectContext,
  PolicyId: string,
): Promise<readonly PolicyTargetSummary[]> {
  const { clients, region } = context;
  return allPages(
    (NextToken) =>
      callOrganizations(context, 'organizations:ListTargetsForPolicy', async (options) =>
        (await clients.organizations(region)).listTargetsForPolicy(
          { PolicyId, NextToken },
          options,
        ),
      ),
    (page) => page.Targets,
  );
}

/** A policy as listed, with the parts that calls of their own answer. */
export function toPolicy(
  { type, summary }: Listed,
  parts: Pick<OrganizationPolicy, 'content' | 'targets'>,
): OrganizationPolicy {
  return {
    policyId: text(summary.Id, 'Policies.Id'),
    arn: text(summary.Arn, 'Policies.Arn'),
    name: summary.Name ?? '',
    type,
    awsManaged: summary.AwsManaged ?? false,
    ...parts,
  };
}

/** What a policy is attached to; a type of target that this version does not know is `unknown`. */
export function toTarget(target: PolicyTargetSummary): PolicyTarget {
  return {
    targetId: text(target.TargetId, 'Targets.TargetId'),
    name: target.Name ?? '',
    type: TARGET_TYPES.find((type) => type === target.Type) ?? 'unknown',
  };
}
