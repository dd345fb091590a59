import { REST_JSON_CODES } from '../../protocols/fault-codes.ts';
import { restJson } from '../../protocols/rest-json.ts';
import { operations, type Service } from '../../service.ts';
import { runtimeOperations } from '../bedrock-runtime/operations.ts';
import { governingOperations } from './governing.ts';
import { guardrailOperations, guardrailTags } from './guardrails.ts';
import { loggingOperations } from './logging.ts';
import { modelOperations } from './models.ts';
import { profileOperations } from './profiles.ts';
import { tagOperations } from './tags.ts';

/** Amazon Bedrock: control plane and runtime, which share a signing name and an IAM prefix. */
export function bedrockService(): Service {
  const known = {
    ...modelOperations,
    ...profileOperations,
    ...guardrailOperations,
    ...governingOperations,
    ...loggingOperations,
    ...tagOperations([guardrailTags]),
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
