import { z } from 'zod';
import { type Instant, instantOfMs, msOfInstant } from '../../../../shared/model/period.ts';
import type { Store } from '../../store/store.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { floorHour } from './metric-queries.ts';
import type { MetricSeries } from './metric-series.ts';

/** A day less than the two weeks for which ListMetrics names a quiet series. */
const LISTED_MS = 13 * 86_400_000;
/** What was read before a reading was cut short is not paid for again within this time. */
const RESUMED_MS = 3_600_000;

const seriesSchema = z.object({
  namespace: z.string(),
  metric: z.string(),
  statistic: z.enum(['Sum', 'Maximum']),
  dimensions: z.record(z.string(), z.string()),
});

/** `from` null: all that CloudWatch keeps. */
const owedSchema = z.object({
  from: z.iso.datetime().nullable(),
  series: z.array(seriesSchema),
});

const cursorSchema = z.object({
  run: z.int(),
  readTo: z.iso.datetime(),
  listedAt: z.iso.datetime(),
  known: z.array(seriesSchema),
  owed: z.array(owedSchema),
});

/** Cursors of the time when one place stood for all series; `readFrom` is absent where only 95 days were read. */
const oneForAllSchema = z.object({ readTo: z.iso.datetime(), readFrom: z.iso.datetime() });

/** How many of the owed series of a run are stored; small, because it is written with every call. */
const progressSchema = z.object({ run: z.int(), done: z.int() });

/** Series that are to be read from one hour on; null stands for all that CloudWatch keeps. */
export interface OwedSeries {
  readonly from: Instant | null;
  readonly series: readonly MetricSeries[];
}

/** How far the series of one namespace, account and Region were read. */
export interface MetricCursor {
  /** Counts the readings, so that the progress of another one is not taken for this one's. */
  readonly run: number;
  /** Known series are stored up to this hour. */
  readonly readTo: Instant;
  /** When the series were listed last. */
  readonly listedAt: Instant;
  /** Null in a workspace of the time when all series had one place: those that are listed now. */
  readonly known: readonly MetricSeries[] | null;
  /** Listed, and not stored up to `readTo`; in the order in which they are read. */
  readonly owed: readonly OwedSeries[];
}

/** What a reading starts with; null before the first one. */
export async function loadMetricCursor(store: Store, name: string): Promise<MetricCursor | null> {
  const cursor = await readCursor(store, name, cursorSchema);
  if (cursor === null) {
    const old = await readCursor(store, name, oneForAllSchema);
    if (old === null) return null;
    return { run: 0, readTo: old.readTo, listedAt: old.readTo, known: null, owed: [] };
  }
  const progress = await readCursor(store, progressName(name), progressSchema);
  const done = progress?.run === cursor.run ? progress.done : 0;
  return { ...cursor, ...parted(cursor, done) };
}

/** Remembers what a reading owes before it begins. */
export async function saveMetricCursor(
  store: Store,
  name: string,
  cursor: MetricCursor,
): Promise<void> {
  await writeCursor(store, name, cursor);
}

/** Remembers that the first `done` owed series are stored. */
export async function saveProgress(
  store: Store,
  name: string,
  { run, done }: { readonly run: number; readonly done: number },
): Promise<void> {
  await writeCursor(store, progressName(name), { run, done });
}

function progressName(name: string): string {
  return `${name}:progress`;
}

/** The series that were read are known, those after them still owed. */
function parted({ known, owed }: z.infer<typeof cursorSchema>, done: number) {
  const all = owed.flatMap(({ from, series }) => series.map((one) => ({ from, one })));
  const read = all.slice(0, done).map(({ one }) => one);
  return { known: [...known, ...read], owed: grouped(all.slice(done)) };
}

function grouped(
  series: readonly { readonly from: Instant | null; readonly one: MetricSeries }[],
): readonly OwedSeries[] {
  const groups = new Map<Instant | null, MetricSeries[]>();
  for (const { from, one } of series) groups.set(from, [...(groups.get(from) ?? []), one]);
  return [...groups].map(([from, members]) => ({ from, series: members }));
}

/**
 * Whether series may have come and gone from ListMetrics (two weeks) since they were listed last;
 * then those known before are read too, and models that may have been called are probed.
 */
export function isStale(cursor: MetricCursor | null, nowMs: number): boolean {
  return cursor === null || nowMs - msOfInstant(cursor.listedAt) > LISTED_MS;
}

/**
 * What is owed now: what the reading before left, series never seen before with all their history,
 * and known ones since they were read. A reading that goes on within an hour of one that was cut
 * short leaves these as they are: CloudWatch charges by the series, however few hours are asked for.
 */
export function owedNow(
  before: MetricCursor | null,
  found: readonly MetricSeries[],
  nowMs: number,
): MetricCursor {
  const known = before === null ? [] : (before.known ?? found);
  const left = before?.owed ?? [];
  const knownKeys = new Set(known.map(keyOf));
  const leftKeys = new Set(left.flatMap(({ series }) => series.map(keyOf)));
  const resumes = before !== null && goesOn(before, nowMs);
  const wanted = unique([...found, ...(isStale(before, nowMs) ? known : [])]);
  const isLeft = (one: MetricSeries) => leftKeys.has(keyOf(one));
  const isKnown = (one: MetricSeries) => knownKeys.has(keyOf(one));
  const again = resumes ? [] : wanted.filter((one) => isKnown(one) && !isLeft(one));
  const fresh = wanted.filter((one) => !isKnown(one) && !isLeft(one));
  const askedKeys = new Set([...again.map(keyOf), ...leftKeys]);
  const base = before !== null && resumes ? before : at(nowMs);
  return {
    run: (before?.run ?? 0) + 1,
    readTo: base.readTo,
    listedAt: base.listedAt,
    known: known.filter((one) => !askedKeys.has(keyOf(one))),
    owed: [
      ...left,
      { from: before?.readTo ?? null, series: again },
      { from: null, series: fresh },
    ].filter(({ series }) => series.length > 0),
  };
}

function goesOn({ owed, listedAt }: MetricCursor, nowMs: number): boolean {
  return owed.length > 0 && nowMs - msOfInstant(listedAt) < RESUMED_MS;
}

function at(nowMs: number) {
  return { readTo: instantOfMs(floorHour(nowMs)), listedAt: instantOfMs(nowMs) };
}

function unique(series: readonly MetricSeries[]): readonly MetricSeries[] {
  return [...new Map(series.map((one) => [keyOf(one), one])).values()];
}

function keyOf({ namespace, metric, statistic, dimensions }: MetricSeries): string {
  const named = Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([namespace, metric, statistic, named]);
}
