import { z } from 'zod';
import {
  clipFrom,
  fromInstants,
  mergeRanges,
  subtractAll,
  type TimeRange,
  toInstants,
} from './time-range.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** LookupEvents keeps 90 days; the hour less keeps the oldest page from being refused. */
const REACH_MS = 90 * DAY_MS - 60 * MINUTE_MS;
/** CloudTrail shows events up to about 15 minutes late. */
const LATE_MS = 30 * MINUTE_MS;

const stored = z.object({ from: z.iso.datetime(), to: z.iso.datetime() });

/** How far LookupEvents was read: up to `readTo`, except for the ranges still open. */
export const lookupCursorSchema = z.object({
  readTo: z.iso.datetime(),
  open: z.array(stored),
});

export type LookupCursor = z.infer<typeof lookupCursorSchema>;

/** The cursor of the ranges that are left to read. */
export function toCursor(nowMs: number, open: readonly TimeRange[]): LookupCursor {
  return { readTo: toInstants({ fromMs: nowMs, toMs: nowMs }).to, open: open.map(toInstants) };
}

/**
 * What is to be read now, oldest first: what earlier runs left open and everything since, within
 * LookupEvents' 90 days, less what the log bucket already covers.
 */
export function rangesToRead(options: {
  readonly cursor: LookupCursor | null;
  readonly nowMs: number;
  readonly covered: readonly TimeRange[];
}): readonly TimeRange[] {
  const { cursor, nowMs, covered } = options;
  const earliest = nowMs - REACH_MS;
  const since = cursor === null ? earliest : Date.parse(cursor.readTo) - LATE_MS;
  const wanted = [
    ...(cursor?.open ?? []).map(fromInstants),
    { fromMs: Math.min(since, nowMs), toMs: nowMs },
  ].flatMap((range) => clipFrom(range, earliest));
  return subtractAll(mergeRanges(wanted), covered);
}

/** Whether a question was answered whole less than an hour ago. */
export function isFresh(cursor: LookupCursor | null, nowMs: number): boolean {
  if (cursor === null || cursor.open.length > 0) return false;
  return nowMs - Date.parse(cursor.readTo) < 60 * MINUTE_MS;
}

/** A range after a page: pages come newest first, so what is left ends at the page's oldest event. */
export function afterPage(range: TimeRange, oldestMs: number): TimeRange {
  return { fromMs: range.fromMs, toMs: Math.min(range.toMs, Math.max(oldestMs, range.fromMs)) };
}
