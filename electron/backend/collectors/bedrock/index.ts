import type { BedrockDatasets } from '../../../../shared/model/dataset.ts';
import type { CollectorsOf } from '../collector.ts';
import { agreementOffers } from './agreement-offers.ts';
import { batchJobs } from './batch-jobs.ts';
import { copyJobs } from './copy-jobs.ts';
import { customModelDeployments } from './custom-model-deployments.ts';
import { customModels } from './custom-models.ts';
import { customizationJobs } from './customization-jobs.ts';
import { evaluationJobs } from './evaluation-jobs.ts';
import { foundationModels } from './foundation-models.ts';
import { importJobs } from './import-jobs.ts';
import { importedModels } from './imported-models.ts';
import { inferenceProfiles } from './inference-profiles.ts';
import { marketplaceEndpoints } from './marketplace-endpoints.ts';
import { modelAvailability } from './model-availability.ts';
import { promptRouters } from './prompt-routers.ts';
import { provisionedThroughputs } from './provisioned-throughputs.ts';
import { useCaseAccess } from './use-case-access.ts';

/** What Bedrock offers and holds. */
export const bedrockCollectors: CollectorsOf<BedrockDatasets> = {
  'foundation-models': foundationModels,
  'model-availability': modelAvailability,
  'inference-profiles': inferenceProfiles,
  'prompt-routers': promptRouters,
  'provisioned-throughputs': provisionedThroughputs,
  'custom-models': customModels,
  'custom-model-deployments': customModelDeployments,
  'imported-models': importedModels,
  'marketplace-endpoints': marketplaceEndpoints,
  'customization-jobs': customizationJobs,
  'import-jobs': importJobs,
  'copy-jobs': copyJobs,
  'batch-jobs': batchJobs,
  'evaluation-jobs': evaluationJobs,
  'agreement-offers': agreementOffers,
  'use-case-access': useCaseAccess,
};
