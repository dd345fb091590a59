import type { ApiContext } from './context.ts';
import { pricingOf } from './pricing.ts';
import { modelMatcher } from './usage-filter.ts';

/**
 * The model keys in the store that a filter means: the keys themselves, and every profile of a base
 * model id. Undefined takes all; a model that was never seen stays in the list and matches nothing.
 */
export async function modelKeys(
  context: ApiContext,
  models: readonly string[] | undefined,
): Promise<readonly string[] | undefined> {
  if (models === undefined || models.length === 0) return undefined;
  const { profiles } = await pricingOf(context);
  const isMeant = modelMatcher(models, profiles);
  const seen = await context.workspace().store.ask('model-keys', {});
  return [...models, ...seen.map((row) => row.modelKey).filter(isMeant)];
}
