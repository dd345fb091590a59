import type { Calendar } from '../calendar.ts';
import { keepByKey } from '../keep.ts';
import { type BedrockPlace, isPlace } from './bedrock-names.ts';
import type { BedrockResources, BedrockWorld } from './bedrock-world.ts';
import { marketplaceEndpoints, promptRouters, provisionedThroughputs } from './capacity.ts';
import { accessFormOf, modelAvailabilityIn } from './entitlements.ts';
import { batchJobs, copyJobs, customizationJobs, evaluationJobs, importJobs } from './jobs.ts';
import { customModelDeployments, customModels, importedModels, type Placed } from './own-models.ts';
import { createRateCards } from './rate-cards.ts';

/**
 * The models, capacity and jobs of the organisation. platform-prod is careful in us-east-1: keys,
 * networks and tags, save for `support-tone`, which has none of them, a throughput that idles, one
 * whose commitment ends in days, and a custom model that nobody uses. data-science tries things out:
 * no keys, no networks, a bucket of its own. log-archive never asked for models.
 */
export function createBedrockWorld(calendar: Calendar): BedrockWorld {
  const resources = keepByKey((key) => {
    const [accountId = '', region = ''] = key.split('/');
    return resourcesIn({ accountId, region }, calendar);
  });
  return {
    bedrockResources: (accountId, region) => resources(`${accountId}/${region}`),
    modelAvailability: (accountId, region, modelId) =>
      modelAvailabilityIn({ accountId, region }, modelId, calendar),
    agreementOffer: createRateCards(calendar.today),
    accessForm: accessFormOf,
  };
}

function resourcesIn(place: BedrockPlace, calendar: Calendar): BedrockResources {
  const here = <T>(all: readonly Placed<T>[]): readonly T[] =>
    all.filter((one) => isPlace(one.place, place)).map(({ item }) => item);
  return {
    promptRouters: promptRouters(place, calendar),
    provisionedThroughputs: here(provisionedThroughputs(calendar)),
    customModels: here(customModels(calendar)),
    customModelDeployments: here(customModelDeployments(calendar)),
    importedModels: here(importedModels(calendar)),
    marketplaceEndpoints: here(marketplaceEndpoints(calendar)),
    customizationJobs: here(customizationJobs(calendar)),
    importJobs: here(importJobs(calendar)),
    copyJobs: here(copyJobs(calendar)),
    batchJobs: here(batchJobs(calendar)),
    evaluationJobs: here(evaluationJobs(calendar)),
  };
}
