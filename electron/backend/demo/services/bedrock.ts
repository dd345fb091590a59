import { REST_JSON_CODES } from '../protocols/fault-codes.ts';
import { restJson } from '../protocols/rest-json.ts';
import { operations, type Service } from '../service.ts';
import { guardrailOperations } from './bedrock-guardrails.ts';
import { loggingOperations } from './bedrock-logging.ts';
import { modelOperations } from './bedrock-models.ts';
import { profileOperations } from './bedrock-profiles.ts';
import { runtimeOperations } from './bedrock-runtime.ts';

const ROUTES = [
  { operation: 'ListFoundationModels', method: 'GET', template: '/foundation-models' },
  {
    operation: 'GetFoundationModel',
    method: 'GET',
    template: '/foundation-models/{modelIdentifier}',
  },
  { operation: 'ListInferenceProfiles', method: 'GET', template: '/inference-profiles' },
  {
    operation: 'GetInferenceProfile',
    method: 'GET',
    template: '/inference-profiles/{inferenceProfileIdentifier}',
  },
  { operation: 'ListGuardrails', method: 'GET', template: '/guardrails' },
  { operation: 'GetGuardrail', method: 'GET', template: '/guardrails/{guardrailIdentifier}' },
  {
    operation: 'GetModelInvocationLoggingConfiguration',
    method: 'GET',
    template: '/logging/modelinvocations',
  },
  { operation: 'Converse', method: 'POST', template: '/model/{modelId}/converse' },
  { operation: 'ConverseStream', method: 'POST', template: '/model/{modelId}/converse-stream' },
  { operation: 'CountTokens', method: 'POST', template: '/model/{modelId}/count-tokens' },
  {
    operation: 'ApplyGuardrail',
    method: 'POST',
    template: '/guardrail/{guardrailIdentifier}/version/{guardrailVersion}/apply',
  },
];

/** Amazon Bedrock: control plane and runtime, which share a signing name and an IAM prefix. */
export function bedrockService(): Service {
  const protocol = restJson(REST_JSON_CODES, ROUTES);
  return {
    name: 'bedrock',
    regional: true,
    operations: operations({
      ...modelOperations,
      ...profileOperations,
      ...guardrailOperations,
      ...loggingOperations,
      ...runtimeOperations(),
    }),
    protocol: () => protocol,
  };
}
