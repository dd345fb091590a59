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
  return unitsOf(estimates.filter(lacksPrice));
}

/** What bought capacity served, which is paid by the hour: by unit, the largest first. */
export function paidByHourOf(estimates: readonly Estimate[]): readonly UnitQuantity[] {
  return unitsOf(estimates.filter((estimate) => !estimate.priced && estimate.paidByHour));
}

/** Tokens that no price covers. */
export function unpricedTokensOf(estimates: readonly Estimate[]): number {
  const tokens = estimates.filter(lacksPrice).filter(({ row }) => tokenKind(row.unit) !== null);
  return tokens.reduce((sum, { row }) => sum + row.quantity, 0);
}

function lacksPrice(estimate: Estimate): boolean {
  return !estimate.priced && !estimate.paidByHour;
}

function unitsOf(estimates: readonly Estimate[]): readonly UnitQuantity[] {
  const used = estimates.filter(({ row }) => row.quantity !== 0);
  return sumUnits(used.map(({ row: { unit, quantity } }) => ({ unit, quantity })));
}
