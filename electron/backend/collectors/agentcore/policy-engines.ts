import type {
  BedrockAgentCoreControl,
  PolicyEngineSummary,
  PolicySummary,
} from '@aws-sdk/client-bedrock-agentcore-control';
import type { AgentCorePolicyEngine, EnginePolicy } from '../../../../shared/model/dataset.ts';
import { allItems } from '../../aws/all-items.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';

const AT_ONCE = 4;

/** Every policy engine of a Region with its policies, from the summaries that need no KMS key. */
export const policyEngines: Collector<'agentcore-policy-engines'> = {
  dataset: 'agentcore-policy-engines',
  title: 'AgentCore policy engines and their policies',
  scope: 'region',
  iamActions: [
    'bedrock-agentcore:ListPolicyEngineSummaries',
    'bedrock-agentcore:ListPolicySummaries',
  ],
  collect: async (context) => {
    const client = await context.clients.agentCore(context.region);
    const summaries = await allItems(
      (nextToken) =>
        context.call('bedrock-agentcore:ListPolicyEngineSummaries', (options) =>
          client.listPolicyEngineSummaries({ maxResults: 100, nextToken }, options),
        ),
      (page) => page.policyEngines,
    );
    return inParallel(summaries, AT_ONCE, (summary) => readEngine(context, client, summary));
  },
};

async function readEngine(
  { call, part }: CollectContext,
  client: BedrockAgentCoreControl,
  summary: PolicyEngineSummary,
): Promise<AgentCorePolicyEngine> {
  const policyEngineId = text(summary.policyEngineId, 'policyEngines.policyEngineId');
  const policies = await part('bedrock-agentcore:ListPolicySummaries', async () => {
    const found = await allItems(
      (nextToken) =>
        call('bedrock-agentcore:ListPolicySummaries', (options) =>
          client.listPolicySummaries({ policyEngineId, maxResults: 100, nextToken }, options),
        ),
      (page) => page.policies,
    );
    return found.map(toEnginePolicy);
  });
  return {
    policyEngineId,
    policyEngineArn: text(summary.policyEngineArn, 'policyEngines.policyEngineArn'),
    name: summary.name ?? policyEngineId,
    status: summary.status ?? 'UNKNOWN',
    encryptionKeyArn: summary.encryptionKeyArn ?? null,
    policies,
  };
}

/** A policy by its name and state; AWS tells the enforcement mode of newer ones only. */
export function toEnginePolicy(summary: PolicySummary): EnginePolicy {
  const policyId = text(summary.policyId, 'policies.policyId');
  return {
    policyId,
    name: summary.name ?? policyId,
    status: summary.status ?? 'UNKNOWN',
    enforcementMode: summary.enforcementMode ?? null,
  };
}
