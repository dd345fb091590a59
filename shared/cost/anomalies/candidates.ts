import type { Day } from '../../model/period.ts';
import { parseUsd } from '../../model/usd.ts';
import { groupBy } from '../statistics/group-by.ts';
import type { Sensitivity } from './anomaly-answer.ts';
import { type Cell, costOn, type DailySums, dailySums, type KnownDate } from './calendar.ts';
import { type Excess, judgeDay } from './judge-day.ts';

/** All cost, or the cost of one value of one dimension. */
export interface Series {
  readonly dimension: string | null;
  readonly value: string | null;
  readonly cells: readonly Cell[];
  readonly sums: DailySums;
}

/** A series that stands out on a day. */
export interface Candidate {
  readonly day: Day;
  readonly series: Series;
  readonly excess: Excess;
}

/** What all judgements of a question share. */
export interface Judging {
  readonly known: readonly KnownDate[];
  readonly sensitivity: Sensitivity;
  /** The dimensions that series are of. */
  readonly dimensions: readonly string[];
}

/** The total, and one series for each value of each dimension. */
export function seriesOf(cells: readonly Cell[], dimensions: readonly string[]): readonly Series[] {
  const all = { dimension: null, value: null, cells, sums: dailySums(cells) };
  return [all, ...dimensions.flatMap((dimension) => valuesOf(cells, dimension))];
}

function valuesOf(cells: readonly Cell[], dimension: string): readonly Series[] {
  const groups = groupBy(cells, ({ values }) => values[dimension]);
  return [...groups].map(([value, same]) => ({
    dimension,
    value,
    cells: same,
    sums: dailySums(same),
  }));
}

/** The series that stand out on a day. */
export function candidatesOn(
  day: Day,
  series: readonly Series[],
  judging: Judging,
): readonly Candidate[] {
  return series.flatMap((one) => {
    const excess = judgeDay({ day, sums: one.sums, known: judging.known }, judging.sensitivity);
    if (excess === null) return [];
    const candidate = { day, series: one, excess };
    return holdsInParts(candidate, judging) ? [candidate] : [];
  });
}

/**
 * Whether the values of every other dimension together are above their own usual too, by half of the
 * excess at least: else only the mix changed, as when something new that runs every day joins others
 * that rest on weekends.
 */
function holdsInParts({ day, series, excess }: Candidate, judging: Judging): boolean {
  const minimum = parseUsd(judging.sensitivity.minimumUsd);
  const half = excess.excess / 2n;
  return judging.dimensions
    .filter((dimension) => dimension !== series.dimension)
    .map((dimension) => valuesOf(series.cells, dimension))
    .filter((parts) => parts.length > 0)
    .every((parts) => {
      const sum = parts.reduce(
        (total, { sums }) => total + costOn(day, sums, judging.known).excess,
        0n,
      );
      return sum >= (half > minimum ? half : minimum);
    });
}

/** The candidates that tell something of their own. */
export function distinct(candidates: readonly Candidate[], judging: Judging): readonly Candidate[] {
  const told: Candidate[] = [];
  for (const candidate of [...candidates].sort(byUnusualShare)) {
    if (tellsMore(candidate, told, judging)) told.push(candidate);
  }
  return told;
}

/** First the series of which most is unusual: the narrowest telling of the same story. */
function byUnusualShare(a: Candidate, b: Candidate): number {
  return unusualShare(b) - unusualShare(a) || b.excess.deviations - a.excess.deviations;
}

function unusualShare({ excess: { excess, actual } }: Candidate): number {
  return Number((excess * 1_000_000n) / actual);
}

/** Whether a series still stands out without the cells of what was told of that day. */
function tellsMore(
  { day, series }: Candidate,
  told: readonly Candidate[],
  { known, sensitivity }: Judging,
): boolean {
  if (told.length === 0) return true;
  const rest = series.cells.filter((cell) => !told.some((other) => isPart(cell, other.series)));
  return judgeDay({ day, sums: dailySums(rest), known }, sensitivity) !== null;
}

function isPart(cell: Cell, { dimension, value }: Series): boolean {
  return dimension === null || cell.values[dimension] === value;
}
