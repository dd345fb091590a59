import type { CollectedDatasetId } from '../../../shared/model/dataset.ts';
import { accountAuthorization } from './account-authorization.ts';
import type { Collector } from './collector.ts';
import { foundationModels } from './foundation-models.ts';
import { guardrails } from './guardrails.ts';
import { inferenceProfiles } from './inference-profiles.ts';
import { invocationLogging } from './invocation-logging.ts';
import { trails } from './trails.ts';

/** The collector of every dataset that is read from AWS; a missing one does not compile. */
export const collectors: { readonly [D in CollectedDatasetId]: Collector<D> } = {
  'foundation-models': foundationModels,
  'inference-profiles': inferenceProfiles,
  guardrails,
  'invocation-logging': invocationLogging,
  trails,
  'account-authorization': accountAuthorization,
};

/** The datasets in the order in which progress shows them. */
export const collectedDatasets = Object.keys(collectors) as readonly CollectedDatasetId[];
