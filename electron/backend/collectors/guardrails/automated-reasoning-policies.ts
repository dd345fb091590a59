import type { AutomatedReasoningPolicySummary } from '@aws-sdk/client-bedrock';
import type { AutomatedReasoningPolicy } from '../../../../shared/model/dataset.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { instant, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { everyItem } from '../every-item.ts';

const AT_ONCE = 4;

/** Every Automated Reasoning policy of a Region: its draft and its versions. */
export const automatedReasoningPolicies: Collector<'automated-reasoning-policies'> = {
  dataset: 'automated-reasoning-policies',
  title: 'Automated Reasoning policies',
  scope: 'region',
  iamActions: ['bedrock:ListAutomatedReasoningPolicies', 'bedrock:GetAutomatedReasoningPolicy'],
  collect: async (context) => {
    const drafts = await listPolicies(context, undefined);
    const versions = await inParallel(drafts, AT_ONCE, ({ policyArn }) =>
      listPolicies(context, text(policyArn, 'automatedReasoningPolicySummaries.policyArn')),
    );
    const byArn = new Map([...drafts, ...versions.flat()].map((one) => [one.policyArn, one]));
    return inParallel([...byArn.values()], AT_ONCE, (summary) => readPolicy(context, summary));
  },
};

/** The draft of each policy of the Region, or the versions of one. */
async function listPolicies(
  { clients, region, call }: CollectContext,
  policyArn: string | undefined,
): Promise<readonly AutomatedReasoningPolicySummary[]> {
  const action = 'bedrock:ListAutomatedReasoningPolicies';
  return everyItem({
    of: action,
    page: (nextToken) =>
      call(action, async (options) =>
        (await clients.bedrock(region)).listAutomatedReasoningPolicies(
          { policyArn, maxResults: 1000, nextToken },
          options,
        ),
      ),
    next: (page) => page.nextToken,
    items: (page) => page.automatedReasoningPolicySummaries,
  });
}

async function readPolicy(
  context: CollectContext,
  summary: AutomatedReasoningPolicySummary,
): Promise<AutomatedReasoningPolicy> {
  const { clients, region, call, part } = context;
  const action = 'bedrock:GetAutomatedReasoningPolicy';
  const detail = await part(action, async () => {
    const answer = await call(action, async (options) =>
      (await clients.bedrock(region)).getAutomatedReasoningPolicy(
        { policyArn: summary.policyArn },
        options,
      ),
    );
    return {
      definitionHash: text(answer.definitionHash, 'definitionHash'),
      kmsKeyArn: answer.kmsKeyArn ?? null,
    };
  });
  return toAutomatedReasoningPolicy(summary, detail);
}

/** One version as AWS lists it, with what reading it told. */
export function toAutomatedReasoningPolicy(
  summary: AutomatedReasoningPolicySummary,
  detail: AutomatedReasoningPolicy['detail'],
): AutomatedReasoningPolicy {
  const field = 'automatedReasoningPolicySummaries';
  return {
    policyId: text(summary.policyId, `${field}.policyId`),
    policyArn: text(summary.policyArn, `${field}.policyArn`),
    name: summary.name ?? '',
    description: summary.description ?? null,
    version: text(summary.version, `${field}.version`),
    createdAt: instant(summary.createdAt),
    updatedAt: instant(summary.updatedAt),
    detail,
  };
}
