import { bearerTokenCallsRestricted } from './access/bearer-token-calls-restricted.ts';
import { guardrailRequiredToInvoke } from './access/guardrail-required-to-invoke.ts';
import { marketplaceSubscribeRestricted } from './access/marketplace-subscribe-restricted.ts';
import { noUnboundedModelAccess } from './access/no-unbounded-model-access.ts';
import { onlyApprovedModelsInvokable } from './access/only-approved-models-invokable.ts';
import { onlyApprovedModelsInvoked } from './access/only-approved-models-invoked.ts';
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
  noLegacyModelsInUse,
];
