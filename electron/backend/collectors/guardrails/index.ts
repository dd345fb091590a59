import type { GuardrailDatasets } from '../../../../shared/model/dataset.ts';
import type { CollectorsOf } from '../collector.ts';
import { guardrails } from './guardrails.ts';
import { invocationLogging } from './invocation-logging.ts';

/** Guardrails and the settings of a Region that govern every call. */
export const guardrailCollectors: CollectorsOf<GuardrailDatasets> = {
  guardrails,
  'invocation-logging': invocationLogging,
};
