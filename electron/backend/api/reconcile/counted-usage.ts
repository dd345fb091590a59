import type { Pricing } from '../../../../shared/cost/estimate.ts';
import { canonicalModelId } from '../../../../shared/model/model-catalogue.ts';
import { dayOf, type Period } from '../../../../shared/model/period.ts';
import type { UsageRow } from '../../../../shared/model/usage.ts';
import { longContextModels } from '../../../../shared/prices/long-context.ts';
import { resolveModel } from '../../../../shared/prices/profile-targets.ts';
import type { UsageCubeRow, UsageDimension } from '../../store/questions/usage-questions.ts';
import type { Store } from '../../store/store.ts';
import { rowsOf } from '../usage-rows.ts';

/** What a price depends on, beside the unit. */
const PRICED_BY: readonly UsageDimension[] = [
  'account',
  'region',
  'model',
  'tier',
  'latency',
  'long-context',
];

/** Usage by day, told by everything that a price depends on, as far as logs and metrics tell it. */
export async function countedUsage(
  store: Pick<Store, 'ask'>,
  period: Period,
  pricing: Pricing,
): Promise<readonly UsageRow[]> {
  const question = { ...period, granularity: 'day', dimensions: PRICED_BY } as const;
  const rows = await store.ask('usage-cube', question);
  const isLong = longContextOf(pricing);
  const unitsOf = (some: readonly UsageCubeRow[]) => rowsOf(some.map(groupOf)).usage;
  return [
    ...unitsOf(rows.filter((row) => !isLong(row))),
    ...unitsOf(rows.filter(isLong)).map((row): UsageRow => ({ ...row, context: 'long' })),
  ];
}

function longContextOf({ prices, profiles }: Pricing): (row: UsageCubeRow) => boolean {
  const models = longContextModels(prices);
  return ({ longContext, modelKey }) =>
    longContext === true &&
    models.has(canonicalModelId(resolveModel(modelKey ?? '', profiles).baseModelId));
}

function groupOf(row: UsageCubeRow) {
  const { accountId, region, modelKey, tier, performanceLatency, start } = row;
  const optimized = performanceLatency === 'optimized' && tier === 'standard';
  return {
    ...row,
    day: dayOf(start),
    accountId: accountId ?? '',
    region: region ?? '',
    modelKey: modelKey ?? '',
    principalArn: null,
    tier: optimized ? 'latency-optimized' : (tier ?? 'standard'),
  } as const;
}
