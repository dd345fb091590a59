import type { ModelLookup } from '../../../shared/prices/find-model.ts';
import type { ApiContext } from './context.ts';
import { currentReadings } from './inventory-api.ts';
import { ownedIn, pricingOf } from './pricing.ts';

/** What profiles and models of the accounts' own stand for, as last read. */
export async function lookupOf(context: ApiContext): Promise<ModelLookup> {
  const [readings, { profiles }] = await Promise.all([
    currentReadings(context),
    pricingOf(context),
  ]);
  return { profiles, owned: ownedIn(readings) };
}
