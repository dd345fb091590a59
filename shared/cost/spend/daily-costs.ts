import { type Day, daysIn, type Period } from '../../model/period.ts';
import { type Attodollars, formatUsd } from '../../model/usd.ts';
import type { Estimate } from '../estimate.ts';
import type { DailyCost } from '../statistics/daily-cost.ts';
import { tokenKind } from '../tokens.ts';

/**
 * What each day of a period cost, as priced. A day that is not complete is a floor, and one of which
 * nothing is known either has no cost: never zero.
 */
export function dailyCosts(
  estimates: readonly Estimate[],
  period: Period,
  incompleteDays: readonly Day[],
): readonly DailyCost[] {
  const sums = new Map<Day, Attodollars>();
  for (const estimate of estimates) {
    if (!estimate.priced) continue;
    const { day } = estimate.row;
    sums.set(day, (sums.get(day) ?? 0n) + estimate.amount);
  }
  const incomplete = new Set(incompleteDays);
  return daysIn(period).map((day) => {
    const complete = !incomplete.has(day);
    const sum = sums.get(day);
    const usd = sum === undefined ? (complete ? '0' : null) : formatUsd(sum);
    return { day, usd, complete };
  });
}

/** Tokens that no price covers. */
export function unpricedTokensOf(estimates: readonly Estimate[]): number {
  return estimates.reduce(
    (sum, { priced, row }) => (priced || tokenKind(row.unit) === null ? sum : sum + row.quantity),
    0,
  );
}
