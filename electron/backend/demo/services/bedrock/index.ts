import { REST_JSON_CODES } from '../../protocols/fault-codes.ts';
import { restJson } from '../../protocols/rest-json.ts';
import { operations, type Service } from '../../service.ts';
import { bedrockAgentOperations } from '../bedrock-agent/index.ts';
import { withKnowledgeBasePolicies } from '../bedrock-agent/resource-policies.ts';
import { runtimeOperations } from '../bedrock-runtime/operations.ts';
import { accessOperations } from './access.ts';
import { callJobOperations } from './call-jobs.ts';
import { endpointOperations } from './endpoints.ts';
import { governingOperations } from './governing.ts';
import { guardrailOperations, guardrailTags } from './guardrails.ts';
import { loggingOperations } from './logging.ts';
import { modelJobOperations } from './model-jobs.ts';
import { modelOperations } from './models.ts';
import { customModelTags, ownModelOperations } from './own-models.ts';
import { profileOperations, profileTags } from './profiles.ts';
import { routerOperations } from './routers.ts';
import { tagOperations } from './tags.ts';
import { throughputOperations, throughputTags } from './throughputs.ts';

/** Amazon Bedrock: control plane, agents at build time and runtime, which share a signing name and an IAM prefix. */
export function bedrockService(): Service {
  const known = {
    ...modelOperations,
    ...profileOperations,
    ...accessOperations,
    ...routerOperations,
    ...throughputOperations,
    ...ownModelOperations,
    ...endpointOperations,
    ...modelJobOperations,
    ...callJobOperations,
    ...guardrailOperations,
    ...withKnowledgeBasePolicies(governingOperations),
    ...loggingOperations,
    ...bedrockAgentOperations,
    ...tagOperations([guardrailTags, profileTags, throughputTags, customModelTags]),
    ...runtimeOperations(),
  };
  const protocol = restJson(REST_JSON_CODES, known);
  return {
    name: 'bedrock',
    regional: true,
    operations: operations(known),
    protocol: () => protocol,
  };
}
