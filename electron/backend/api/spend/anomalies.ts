import type { SpendAnomalies } from '../../../../shared/api/answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import type { Anomaly, CostCell } from '../../../../shared/cost/anomalies/anomaly-answer.ts';
import { findAnomalies } from '../../../../shared/cost/anomalies/find-anomalies.ts';
import type { Estimate } from '../../../../shared/cost/estimate.ts';
import {
  type Grouping,
  groupKey,
  groupLabel,
  NOT_KNOWN,
} from '../../../../shared/cost/grouping.ts';
import type { SpendUsage } from '../../../../shared/cost/spend/spend-usage.ts';
import { daysIn } from '../../../../shared/model/period.ts';
import { formatUsd } from '../../../../shared/model/usd.ts';
import type { ApiContext } from '../context.ts';
import { readHistory } from './history.ts';
import { type SpendBase, spendBase } from './spend-base.ts';

/** What has a series of its own; drivers are named by unit, too, the most telling first. */
const SERIES = ['principal', 'model', 'account', 'region'] as const satisfies readonly Grouping[];
const DRIVERS = [
  'principal',
  'model',
  'unit',
  'region',
  'account',
] as const satisfies readonly Grouping[];

/** Days of a period on which something cost far more than usual, with what drove it. */
export async function spendAnomalies(
  context: ApiContext,
  { from, to, filter }: Input<'spend.anomalies'>,
): Promise<SpendAnomalies> {
  const base = await spendBase(context, { groupings: DRIVERS, filter });
  const { estimates, period, incompleteDays, notes } = await readHistory(base, { from, to });
  const incomplete = new Set(incompleteDays);
  const { anomalies, judgedDays, unjudgedDays } = findAnomalies({
    cells: estimates.flatMap((estimate) => cellOf(estimate, base)),
    knownDays: daysIn(period).filter((day) => !incomplete.has(day)),
    period: { from, to: to < period.to ? to : period.to },
    seriesBy: SERIES,
    driversBy: DRIVERS,
  });
  const labels = labelsOf(anomalies, base);
  return { anomalies, labels, judgedDays, unjudgedDays, provenance: 'metered', notes };
}

/** Callers that are an estimate are left out: an anomaly must not name somebody by mistake. */
function cellOf(estimate: Estimate<SpendUsage>, { names }: SpendBase): readonly CostCell[] {
  if (!estimate.priced) return [];
  const { row, model, amount } = estimate;
  const estimated = row.origin?.allocated === true;
  const values = DRIVERS.flatMap((dimension) => {
    if (dimension === 'principal' && estimated) return [];
    const key = groupKey(dimension, row, { model, names });
    return key === NOT_KNOWN ? [] : [[dimension, key]];
  });
  return [{ day: row.day, usd: formatUsd(amount), values: Object.fromEntries(values) }];
}

function labelsOf(
  anomalies: readonly Anomaly[],
  base: SpendBase,
): Readonly<Record<string, string>> {
  const named = anomalies.flatMap(({ dimension, value, drivers }) => [
    ...(dimension === null || value === null ? [] : [[dimension, value] as const]),
    ...drivers.flatMap(({ values }) => Object.entries(values)),
  ]);
  return Object.fromEntries(
    named.map(([dimension, key]) => [
      `${dimension} ${key}`,
      groupLabel(dimension as Grouping, key, base),
    ]),
  );
}
