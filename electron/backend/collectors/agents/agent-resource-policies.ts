import type { BedrockAgent } from '@aws-sdk/client-bedrock-agent';
import type { AgentResourcePolicy, KnowledgeBase, Part } from '../../../../shared/model/dataset.ts';
import { CallFailure } from '../../aws/caller.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { nullWhen } from '../surroundings/null-when.ts';

const AT_ONCE = 4;
const NO_POLICY = ['ResourceNotFoundException'];

/**
 * The resource policies of knowledge bases, the only resources of agents that AWS lets share that
 * way. One whose ARN could not be read is a gap.
 */
export const agentResourcePolicies: Collector<'agent-resource-policies'> = {
  dataset: 'agent-resource-policies',
  title: 'Resource policies of knowledge bases',
  scope: 'region',
  iamActions: ['bedrock:GetResourcePolicy'],
  follows: ['knowledge-bases'],
  collect: async (context) => {
    const readings = await context.items('knowledge-bases');
    const found = readings.flatMap(({ items }) => items);
    const client = await context.clients.bedrockAgent(context.region);
    const policies = await inParallel(found, AT_ONCE, (one) => readPolicy(context, client, one));
    return policies.flat();
  },
};

async function readPolicy(
  context: CollectContext,
  client: BedrockAgent,
  { name: resourceName, settings }: KnowledgeBase,
): Promise<readonly AgentResourcePolicy[]> {
  if (!settings.read) return skipped(context, settings);
  const resourceArn = settings.value.knowledgeBaseArn;
  const policy = await context.part('bedrock:GetResourcePolicy', async () => {
    const answer = await context.call('bedrock:GetResourcePolicy', (options) =>
      nullWhen(NO_POLICY, client.getResourcePolicy({ resourceArn }, options)),
    );
    return documentOf(answer?.policy);
  });
  return [{ resourceArn, resourceName, policy }];
}

/** Notes as a gap that the knowledge base is not known well enough to ask for its policy. */
async function skipped(
  context: CollectContext,
  { outcome }: Extract<Part<unknown>, { readonly read: false }>,
): Promise<readonly AgentResourcePolicy[]> {
  await context.part('bedrock:GetKnowledgeBase', () =>
    Promise.reject(new CallFailure(outcome, null)),
  );
  return [];
}

/** A policy as text; AWS answers none, an empty one, or the SDK's text that knows it is JSON. */
export function documentOf(policy: { toString(): string } | undefined): string | null {
  const document = policy?.toString() ?? '';
  return document === '' ? null : document;
}
