import type { SpendCell, SpendGroup } from '../../shared/api/answers.ts';
import type { Measure } from './measure.ts';
import { bucketKeyOf, type TimeBucket } from './time-bucket.ts';

/** Series that are shown by name; the rest is added up. */
export const MAX_SERIES = 8;
/** The key of what is added up. */
export const OTHER_KEY = 'assay:other';

/** One colour of a stacked chart: an amount for every bucket of time. */
export interface Series {
  readonly key: string;
  readonly label: string;
  /** In the order of the chart's buckets. */
  readonly amounts: readonly bigint[];
  readonly total: bigint;
}

interface SeriesInput {
  readonly buckets: readonly TimeBucket[];
  readonly cells: readonly SpendCell[];
  readonly groups: readonly SpendGroup[];
  readonly measure: Measure;
}

/** The largest groups by themselves, largest first, and the rest as "Other", last. */
export function stackedSeries({ buckets, cells, groups, measure }: SeriesInput): readonly Series[] {
  const labels = new Map(groups.map(({ key, label }) => [key, label]));
  const perKey = new Map<string, bigint[]>();
  const indexOf = new Map(buckets.map(({ key }, index) => [key, index]));
  for (const cell of cells) {
    const index = indexOf.get(bucketKeyOf(cell));
    if (index === undefined) continue;
    const amounts = perKey.get(cell.key) ?? buckets.map(() => 0n);
    amounts[index] = (amounts[index] ?? 0n) + measure.amountOf(cell);
    perKey.set(cell.key, amounts);
  }
  const ranked = [...perKey]
    .map(([key, amounts]) => ({ key, label: labels.get(key) ?? key, amounts, total: sum(amounts) }))
    .filter(({ total }) => total > 0n)
    .sort((a, b) => (a.total < b.total ? 1 : a.total > b.total ? -1 : a.key < b.key ? -1 : 1));
  return withOther(ranked, buckets.length);
}

function withOther(ranked: readonly Series[], buckets: number): readonly Series[] {
  const rest = ranked.slice(MAX_SERIES);
  if (rest.length === 0) return ranked;
  const amounts = Array.from({ length: buckets }, (_, index) =>
    sum(rest.map((series) => series.amounts[index] ?? 0n)),
  );
  const other = { key: OTHER_KEY, label: `Other (${rest.length})`, amounts, total: sum(amounts) };
  return [...ranked.slice(0, MAX_SERIES), other];
}

/** The exact sum of amounts. */
export function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

/** A part of a whole as a number from 0 to 1; 0 where there is no whole. */
export function shareOf(part: bigint, whole: bigint): number {
  return whole <= 0n ? 0 : Number((part * 1_000_000n) / whole) / 1_000_000;
}
