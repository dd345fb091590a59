import { bearerTokenCallsRestricted } from './access/bearer-token-calls-restricted.ts';
import { guardrailRequiredToInvoke } from './access/guardrail-required-to-invoke.ts';
import { inferenceProfilePermissionsPaired } from './access/inference-profile-permissions-paired.ts';
import { mantleNotLeftOpen } from './access/mantle-not-left-open.ts';
import { marketplaceSubscribeRestricted } from './access/marketplace-subscribe-restricted.ts';
import { noBedrockFullAccess } from './access/no-bedrock-full-access.ts';
import { noUnboundedModelAccess } from './access/no-unbounded-model-access.ts';
import { onlyApprovedModelsInvokable } from './access/only-approved-models-invokable.ts';
import { onlyApprovedModelsInvoked } from './access/only-approved-models-invoked.ts';
import { policyConditionKeysExist } from './access/policy-condition-keys-exist.ts';
import { staleBedrockAccess } from './access/stale-bedrock-access.ts';
import { unusedModelAccess } from './access/unused-model-access.ts';
import { guardrailBlocksPromptAttacks } from './guardrails/guardrail-blocks-prompt-attacks.ts';
import { invocationLoggingEnabled } from './logging/invocation-logging-enabled.ts';
import { trailRecordsManagementEvents } from './logging/trail-records-management-events.ts';
import { noLegacyModelsInUse } from './models/no-legacy-models-in-use.ts';
import type { Rule } from './rule.ts';

/** Every rule, one file each; the order is the order of lists. */
export const RULES: readonly Rule[] = [
  invocationLoggingEnabled,
  trailRecordsManagementEvents,
  guardrailBlocksPromptAttacks,
  noUnboundedModelAccess,
  onlyApprovedModelsInvokable,
  onlyApprovedModelsInvoked,
  guardrailRequiredToInvoke,
  unusedModelAccess,
  marketplaceSubscribeRestricted,
  bearerTokenCallsRestricted,
  noBedrockFullAccess,
  staleBedrockAccess,
  policyConditionKeysExist,
  mantleNotLeftOpen,
  inferenceProfilePermissionsPaired,
  noLegacyModelsInUse,
];
