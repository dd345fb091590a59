import { formatUsd, parseUsd, roundUsd, type Usd } from '../../model/usd.ts';

/** Makes the median absolute deviation of normal noise its standard deviation. */
const MAD_TO_DEVIATION = 1.4826;

/** The middle value; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** The arithmetic mean; null of nothing. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

/** The sum, in floating point: for estimates, never for money that is known. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The standard deviation that outliers do not move: 1.4826 x median distance from the centre. */
export function robustDeviation(values: readonly number[], centre: number): number {
  const distance = median(values.map((value) => Math.abs(value - centre)));
  return MAD_TO_DEVIATION * (distance ?? 0);
}

/** An estimate in whole cents, as money; not for amounts that are known exactly. */
export function estimatedUsd(amount: number): Usd {
  if (!Number.isFinite(amount)) throw new RangeError(`an estimate must be finite, not ${amount}`);
  return inCents(amount.toFixed(6));
}

/** An amount in whole cents, half away from zero, without trailing zeros. */
export function inCents(usd: Usd): Usd {
  return formatUsd(parseUsd(roundUsd(usd, 2)));
}
