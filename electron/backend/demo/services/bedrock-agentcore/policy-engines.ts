import type { AgentCorePolicyEngine } from '../../../../../shared/model/dataset.ts';
import type { Call, Operation } from '../../service.ts';
import { knownValue } from '../../world/agents/known.ts';
import { agentCorePage, agentCoreResource, itemOf, MADE } from './resources.ts';

/** Policy engines and their policies, in the summaries that need no KMS key. */
export const policyEngineOperations: Readonly<Record<string, Operation>> = {
  ListPolicyEngineSummaries: {
    http: 'GET /policy-engine-summaries',
    action: 'bedrock-agentcore:ListPolicyEngineSummaries',
    run: listEngines,
  },
  ListPolicySummaries: {
    http: 'GET /policy-engines/{policyEngineId}/policy-summaries',
    action: 'bedrock-agentcore:ListPolicySummaries',
    resource: agentCoreResource('policy-engine', 'policyEngineId'),
    run: listPolicies,
  },
};

function enginesOf(call: Call): readonly AgentCorePolicyEngine[] {
  return call.world.agentCorePolicyEngines(call.identity.accountId, call.region);
}

function listEngines(call: Call): object {
  const page = agentCorePage(call, enginesOf(call), 100);
  return {
    policyEngines: page.items.map(({ policies: _policies, encryptionKeyArn, ...engine }) => ({
      ...engine,
      encryptionKeyArn: encryptionKeyArn ?? undefined,
      createdAt: MADE,
      updatedAt: MADE,
    })),
    nextToken: page.next,
  };
}

function listPolicies(call: Call): object {
  const engine = itemOf(call, 'policyEngineId', (id) =>
    enginesOf(call).find(({ policyEngineId }) => policyEngineId === id),
  );
  const page = agentCorePage(call, knownValue(engine.policies), 100);
  return {
    policies: page.items.map(({ enforcementMode, ...policy }) => ({
      ...policy,
      enforcementMode: enforcementMode ?? undefined,
      policyEngineId: engine.policyEngineId,
      policyArn: `${engine.policyEngineArn}/policy/${policy.policyId}`,
      createdAt: MADE,
      updatedAt: MADE,
    })),
    nextToken: page.next,
  };
}
