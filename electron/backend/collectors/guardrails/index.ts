import type { GuardrailDatasets } from '../../../../shared/model/dataset.ts';
import type { CollectorsOf } from '../collector.ts';
import { automatedReasoningPolicies } from './automated-reasoning-policies.ts';
import { dataRetention } from './data-retention.ts';
import { enforcedGuardrails } from './enforced-guardrails.ts';
import { guardrails } from './guardrails.ts';
import { invocationLogging } from './invocation-logging.ts';
import { resourcePolicies } from './resource-policies.ts';

/** Guardrails and the settings of a Region that govern every call. */
export const guardrailCollectors: CollectorsOf<GuardrailDatasets> = {
  guardrails,
  'automated-reasoning-policies': automatedReasoningPolicies,
  'data-retention': dataRetention,
  'enforced-guardrails': enforcedGuardrails,
  'invocation-logging': invocationLogging,
  'resource-policies': resourcePolicies,
};
