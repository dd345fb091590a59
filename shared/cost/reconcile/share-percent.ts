import type { Attodollars } from '../../model/usd.ts';

/**
 * A share with one decimal, rounded to the nearest; 100.0 means all of it and 0.0 none, so that a
 * part which is not the whole is at most 99.9 and one that is something at least 0.1. Null where the
 * whole is nothing.
 */
export function sharePercent(part: Attodollars, whole: Attodollars): string | null {
  if (whole === 0n) return null;
  const nearest = (part * 2_000n + whole) / (2n * whole);
  const atMost = part < whole && nearest > 999n ? 999n : nearest;
  const tenths = part > 0n && atMost < 1n ? 1n : atMost;
  return `${tenths / 10n}.${tenths % 10n}`;
}
