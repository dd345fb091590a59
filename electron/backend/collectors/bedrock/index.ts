import type { BedrockDatasets } from '../../../../shared/model/dataset.ts';
import type { CollectorsOf } from '../collector.ts';
import { foundationModels } from './foundation-models.ts';
import { inferenceProfiles } from './inference-profiles.ts';

/** What Bedrock offers and holds. */
export const bedrockCollectors: CollectorsOf<BedrockDatasets> = {
  'foundation-models': foundationModels,
  'inference-profiles': inferenceProfiles,
};
