import type { SpendCell, SpendGroup } from '../../shared/api/answers.ts';
import type { Measure } from './measure.ts';
import { bucketKeyOf, type TimeBucket } from './time-bucket.ts';

/** Series that are shown by name; the rest is added up. */
export const MAX_SERIES = 8;
/** The key of what is added up. */
export const OTHER_KEY = 'assay:other';
/** The key of all that has no amount at all, because nothing of it has a price. */
export const UNPRICED_KEY = 'assay:unpriced';

/** One colour of a stacked chart: an amount for every bucket of time. */
export interface Series {
  readonly key: string;
  readonly label: string;
  /** In the order of the chart's buckets; null where there is use and none of it has a price. */
  readonly amounts: readonly (bigint | null)[];
  readonly total: bigint;
}

interface SeriesInput {
  readonly buckets: readonly TimeBucket[];
  readonly cells: readonly SpendCell[];
  readonly groups: readonly SpendGroup[];
  readonly measure: Measure;
}

/**
 * The largest groups by themselves, largest first, the rest as "Other", and last what has no amount at
 * all, which is no zero: it is told in tooltips and tables, and not drawn.
 */
export function stackedSeries({ buckets, cells, groups, measure }: SeriesInput): readonly Series[] {
  const labels = new Map(groups.map(({ key, label }) => [key, label]));
  const perKey = new Map<string, (bigint | null)[]>();
  const indexOf = new Map(buckets.map(({ key }, index) => [key, index]));
  for (const cell of cells) {
    const index = indexOf.get(bucketKeyOf(cell));
    if (index === undefined) continue;
    const amounts = perKey.get(cell.key) ?? buckets.map((): bigint | null => 0n);
    const before = amounts[index];
    amounts[index] = sumKnown([before === undefined ? 0n : before, measure.amountOf(cell)]);
    perKey.set(cell.key, amounts);
  }
  const all = [...perKey].map(([key, amounts]) => ({
    key,
    label: labels.get(key) ?? key,
    amounts,
    total: sum(amounts),
  }));
  const ranked = all
    .filter(({ total }) => total > 0n)
    .sort((a, b) => (a.total < b.total ? 1 : a.total > b.total ? -1 : a.key < b.key ? -1 : 1));
  const unpriced = all.filter(({ total, amounts }) => total === 0n && amounts.includes(null));
  return [...withOther(ranked, buckets.length), ...withoutPrice(unpriced, buckets.length)];
}

function withoutPrice(unpriced: readonly Series[], buckets: number): readonly Series[] {
  if (unpriced.length === 0) return [];
  const label = `${unpriced.length} without a price`;
  return [{ key: UNPRICED_KEY, label, amounts: together(unpriced, buckets), total: 0n }];
}

function together(series: readonly Series[], buckets: number): readonly (bigint | null)[] {
  return Array.from({ length: buckets }, (_, index) =>
    sumKnown(series.map(({ amounts }) => amounts[index] ?? null)),
  );
}

function withOther(ranked: readonly Series[], buckets: number): readonly Series[] {
  const rest = ranked.slice(MAX_SERIES);
  if (rest.length === 0) return ranked;
  const amounts = together(rest, buckets);
  const other = { key: OTHER_KEY, label: `Other (${rest.length})`, amounts, total: sum(amounts) };
  return [...ranked.slice(0, MAX_SERIES), other];
}

/** The exact sum of the amounts that are known. */
export function sum(amounts: readonly (bigint | null)[]): bigint {
  return amounts.reduce((total: bigint, amount) => total + (amount ?? 0n), 0n);
}

/** The same; null where an amount is not known and the others come to nothing: that is no zero. */
export function sumKnown(amounts: readonly (bigint | null)[]): bigint | null {
  const total = sum(amounts);
  return total === 0n && amounts.includes(null) ? null : total;
}

/** An amount in the words of a measure; without a price it is not zero. */
export function amountWords(amount: bigint | null, format: (amount: bigint) => string): string {
  return amount === null ? 'unpriced' : format(amount);
}

/** A part of a whole as a number from 0 to 1; 0 where there is no whole. */
export function shareOf(part: bigint, whole: bigint): number {
  return whole <= 0n ? 0 : Number((part * 1_000_000n) / whole) / 1_000_000;
}
