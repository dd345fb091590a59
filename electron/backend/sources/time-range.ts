import { instantOfMs, msOfInstant } from '../../../shared/model/period.ts';

/** Milliseconds since the epoch, both ends included. */
export interface TimeRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The parts of `range` that lie outside `taken`; the ends touch, so that no instant is lost. */
export function subtractRange(range: TimeRange, taken: TimeRange): readonly TimeRange[] {
  if (taken.toMs <= range.fromMs || taken.fromMs >= range.toMs) return [range];
  return [
    { fromMs: range.fromMs, toMs: taken.fromMs },
    { fromMs: taken.toMs, toMs: range.toMs },
  ].filter(({ fromMs, toMs }) => fromMs < toMs);
}

/** The parts of all `ranges` outside all that is `taken`. */
export function subtractAll(
  ranges: readonly TimeRange[],
  taken: readonly TimeRange[],
): readonly TimeRange[] {
  return taken.reduce<readonly TimeRange[]>(
    (left, one) => left.flatMap((range) => subtractRange(range, one)),
    ranges,
  );
}

/** The ranges without overlaps, oldest first. */
export function mergeRanges(ranges: readonly TimeRange[]): readonly TimeRange[] {
  const merged: TimeRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.fromMs - b.fromMs)) {
    const last = merged.at(-1);
    if (last === undefined || range.fromMs > last.toMs) merged.push(range);
    else merged.splice(-1, 1, { ...last, toMs: Math.max(last.toMs, range.toMs) });
  }
  return merged;
}

/** The part of a range at or after `fromMs`; empty when there is none. */
export function clipFrom(range: TimeRange, fromMs: number): readonly TimeRange[] {
  if (range.toMs <= fromMs) return [];
  return [{ fromMs: Math.max(range.fromMs, fromMs), toMs: range.toMs }];
}

/** A range as instants, for storing. */
export function toInstants({ fromMs, toMs }: TimeRange): { from: string; to: string } {
  return { from: instantOfMs(fromMs), to: instantOfMs(toMs) };
}

/** A range out of stored instants. */
export function fromInstants(stored: { from: string; to: string }): TimeRange {
  return { fromMs: msOfInstant(stored.from), toMs: msOfInstant(stored.to) };
}
