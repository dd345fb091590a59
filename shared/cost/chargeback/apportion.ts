import type { Attodollars } from '../../model/usd.ts';

/**
 * Splits an amount by weights so that the parts add up to exactly the amount: each gets its share
 * rounded down, and the rest goes one attodollar each to the largest remainders, the first first.
 * A negative amount is split like its opposite.
 * @throws RangeError when a weight is negative or all are zero.
 */
export function apportion(amount: Attodollars, weights: readonly bigint[]): readonly Attodollars[] {
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  if (sum === 0n || weights.some((weight) => weight < 0n))
    throw new RangeError('weights must not be negative, nor all zero');
  const sign = amount < 0n ? -1n : 1n;
  const whole = amount * sign;
  const parts = weights.map((weight) => (whole * weight) / sum);
  const left = whole - parts.reduce((total, part) => total + part, 0n);
  const lucky = new Set(byRemainder(whole, weights, sum).slice(0, Number(left)));
  return parts.map((part, index) => sign * (part + (lucky.has(index) ? 1n : 0n)));
}

function byRemainder(whole: bigint, weights: readonly bigint[], sum: bigint): readonly number[] {
  const remainders = weights.map((weight, index) => ({ index, left: (whole * weight) % sum }));
  return remainders
    .sort((a, b) => (a.left === b.left ? a.index - b.index : a.left < b.left ? 1 : -1))
    .map(({ index }) => index);
}
