import { type Day, daysIn, type Period } from '../../model/period.ts';
import { type Attodollars, formatUsd } from '../../model/usd.ts';
import type { Estimate } from '../estimate.ts';
import type { UnitQuantity } from '../spend-answer.ts';
import type { DailyCost } from '../statistics/daily-cost.ts';
import { tokenKind } from '../tokens.ts';
import { sumUnits } from './unpriced-words.ts';

/**
 * What each day of a period cost, as priced. A day that is not complete is a floor, and one of which
 * nothing is known either has no cost: never zero. Nor has a day on which nothing that was used has a
 * price.
 */
export function dailyCosts(
  estimates: readonly Estimate[],
  period: Period,
  incompleteDays: readonly Day[],
): readonly DailyCost[] {
  const sums = new Map<Day, Attodollars>();
  const used = new Set<Day>();
  for (const estimate of estimates) {
    const { day, quantity } = estimate.row;
    if (!estimate.priced) {
      if (quantity !== 0) used.add(day);
      continue;
    }
    sums.set(day, (sums.get(day) ?? 0n) + estimate.amount);
  }
  const incomplete = new Set(incompleteDays);
  return daysIn(period).map((day) => {
    const complete = !incomplete.has(day);
    const sum = sums.get(day);
    const none = complete && !used.has(day) ? '0' : null;
    const usd = sum === undefined ? none : formatUsd(sum);
    return { day, usd, complete };
  });
}

/** What no price covers, by unit, the largest first. */
export function unpricedOf(estimates: readonly Estimate[]): readonly UnitQuantity[] {
  return sumUnits(
    estimates.flatMap(({ priced, row: { unit, quantity } }) =>
      priced || quantity === 0 ? [] : [{ unit, quantity }],
    ),
  );
}

/** Tokens that no price covers. */
export function unpricedTokensOf(estimates: readonly Estimate[]): number {
  return estimates.reduce(
    (sum, { priced, row }) => (priced || tokenKind(row.unit) === null ? sum : sum + row.quantity),
    0,
  );
}
