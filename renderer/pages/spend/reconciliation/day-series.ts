import type { ReconciledDay } from '../../../../shared/cost/reconcile/reconciliation.ts';
import type { Day } from '../../../../shared/model/period.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import { type Series, sum } from '../../../charts/series.ts';

/** The bill by day, what no cause explains set apart, in the order of the chart's days. */
export function billedSeries(
  days: readonly Day[],
  rows: readonly ReconciledDay[],
): readonly Series[] {
  const of = new Map(rows.map((row) => [row.day, row]));
  const open = days.map((day) => parseUsd(of.get(day)?.unexplainedUsd ?? '0'));
  const rest = days.map(
    (day, index) => parseUsd(of.get(day)?.billedUsd ?? '0') - (open[index] ?? 0n),
  );
  return [
    { key: 'explained', label: 'Billed, explained', amounts: rest, total: sum(rest) },
    { key: 'open', label: 'Billed, not explained', amounts: open, total: sum(open) },
  ].filter(({ amounts }) => amounts.some((amount) => amount !== 0n));
}

/** The estimate by day, beside the bill. */
export function estimatedTotals(
  days: readonly Day[],
  rows: readonly ReconciledDay[],
): readonly (bigint | null)[] {
  const of = new Map(rows.map(({ day, estimatedUsd }) => [day, parseUsd(estimatedUsd)]));
  return days.map((day) => of.get(day) ?? null);
}
