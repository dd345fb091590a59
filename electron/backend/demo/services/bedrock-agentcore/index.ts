import { REST_JSON_CODES } from '../../protocols/fault-codes.ts';
import { restJson } from '../../protocols/rest-json.ts';
import { operations, type Service } from '../../service.ts';
import { AGENTCORE_REGIONS } from '../../world/agentcore/names.ts';
import { gatewayOperations } from './gateways.ts';
import { identityOperations } from './identities.ts';
import { memoryOperations } from './memories.ts';
import { policyEngineOperations } from './policy-engines.ts';
import { resourcePolicyOperations } from './resource-policies.ts';
import { runtimeOperations } from './runtimes.ts';
import { toolOperations } from './tools.ts';

/** The control plane of Amazon Bedrock AgentCore, in the Regions that have it. */
export function agentCoreService(): Service {
  const known = {
    ...runtimeOperations,
    ...gatewayOperations,
    ...policyEngineOperations,
    ...memoryOperations,
    ...toolOperations,
    ...identityOperations,
    ...resourcePolicyOperations,
  };
  const protocol = restJson(REST_JSON_CODES, known);
  return {
    name: 'bedrock-agentcore',
    regional: true,
    offeredIn: AGENTCORE_REGIONS,
    operations: operations(known),
    protocol: () => protocol,
  };
}
