import type { NamedCoverage } from '../../../../shared/api/answers.ts';
import type { Pricing } from '../../../../shared/cost/estimate.ts';
import type { CollectedDatasetId } from '../../../../shared/model/dataset.ts';
import { type Day, dayOf, type Period } from '../../../../shared/model/period.ts';
import type { ApiContext } from '../context.ts';
import { currentReadings, placeOf, type ReadingsOfDataset } from '../inventory-api.ts';
import { pricingOf } from '../pricing.ts';
import { type ModelNames, modelNames } from './model-names.ts';
import { type ModelUses, modelUses, windowAt } from './model-use.ts';

/** What every answer about models rests on, as of one moment. */
export interface ModelsBase {
  readonly readings: ReadingsOfDataset;
  readonly pricing: Pricing;
  readonly nameOf: ModelNames;
  readonly window: Period;
  readonly today: Day;
  readonly approvedModels: readonly string[];
}

/** Gathers it from the newest snapshot of what is connected. */
export async function modelsBase(context: ApiContext): Promise<ModelsBase> {
  const [readings, pricing] = await Promise.all([currentReadings(context), pricingOf(context)]);
  const now = context.host.now();
  return {
    readings,
    pricing,
    nameOf: modelNames(readings, pricing.profiles),
    window: windowAt(now),
    today: dayOf(now),
    approvedModels: context.workspace().file.current().settings.approvedModels,
  };
}

/** Calls, tokens, money and callers by model. */
export function usesOf(context: ApiContext, base: ModelsBase): Promise<ModelUses> {
  const { window, pricing, nameOf } = base;
  return modelUses({ store: context.workspace().store, window, pricing, nameOf });
}

/** How far datasets reach; those that were never asked for are left out. */
export function coverageIn(
  readings: ReadingsOfDataset,
  datasets: readonly CollectedDatasetId[],
): readonly NamedCoverage[] {
  return datasets.flatMap((dataset) => {
    const asked = readings(dataset)
      .map(placeOf)
      .filter(({ outcome }) => outcome.status !== 'unavailable');
    const lacking = asked.filter(
      ({ outcome, gaps }) => outcome.status !== 'collected' || gaps.length > 0,
    );
    return asked.length === 0 ? [] : [{ dataset, places: asked.length, lacking }];
  });
}
