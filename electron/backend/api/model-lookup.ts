import type { ModelLookup } from '../../../shared/prices/find-model.ts';
import { ownedModels } from '../../../shared/prices/owned-models.ts';
import type { ApiContext } from './context.ts';
import { currentReadings } from './inventory-api.ts';
import { pricingOf } from './pricing.ts';

/** What profiles and models of the accounts' own stand for, as last read. */
export async function lookupOf(context: ApiContext): Promise<ModelLookup> {
  const [readings, { profiles }] = await Promise.all([
    currentReadings(context),
    pricingOf(context),
  ]);
  const owned = ownedModels({
    custom: readings('custom-models').flatMap(({ items }) => items),
    deployments: readings('custom-model-deployments').flatMap(({ items }) => items),
    imported: readings('imported-models').flatMap(({ items }) => items),
    provisioned: readings('provisioned-throughputs').flatMap(({ items }) => items),
  });
  return { profiles, owned };
}
