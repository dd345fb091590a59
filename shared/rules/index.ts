import { onlyApprovedModelsInvoked } from './access/only-approved-models-invoked.ts';
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
  onlyApprovedModelsInvoked,
  noLegacyModelsInUse,
];
