import type { ReadOutcome } from '../../../shared/model/dataset.ts';
import type { SourceReading } from '../store/store.ts';

const WORST_FIRST: readonly ReadOutcome['status'][] = [
  'denied',
  'failed',
  'unavailable',
  'collected',
];

/** One reading for each source, account and Region; two buckets of one kind are told as one. */
export function mergeReadings(readings: readonly SourceReading[]): readonly SourceReading[] {
  const merged = new Map<string, SourceReading>();
  for (const reading of readings) {
    const id = idOf(reading);
    const known = merged.get(id);
    merged.set(id, known === undefined ? reading : merge(known, reading));
  }
  return [...merged.values()];
}

/** The readings merged, with those of unknown places where nothing was read. */
export function withUnknown(
  read: readonly SourceReading[],
  unknown: readonly SourceReading[],
): readonly SourceReading[] {
  const known = new Set(read.map(idOf));
  return mergeReadings([...read, ...unknown.filter((reading) => !known.has(idOf(reading)))]);
}

function idOf({ source, accountId, region }: SourceReading): string {
  return `${source}/${accountId}/${region}`;
}

function merge(a: SourceReading, b: SourceReading): SourceReading {
  const outcome = rank(a) <= rank(b) ? a.outcome : b.outcome;
  const gaps = [...(a.gaps ?? []), ...(b.gaps ?? [])];
  const counts = { calls: a.calls + b.calls, items: a.items + b.items };
  return { ...b, outcome, ...counts, ...(gaps.length === 0 ? {} : { gaps }) };
}

function rank({ outcome }: SourceReading): number {
  return WORST_FIRST.indexOf(outcome.status);
}
