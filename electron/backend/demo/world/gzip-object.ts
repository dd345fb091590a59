import { gzipSync } from 'node:zlib';
import { instantOfMs } from '../../../../shared/model/period.ts';
import type { Calendar } from './calendar.ts';
import type { WorldObject } from './facts.ts';

/** Minutes between the last record of a file and its delivery to S3. */
const DELIVERY_MS = 5 * 60_000;

/** Splits a UTC day into windows of equal length: milliseconds since the epoch, end excluded. */
export function windowsOf(
  dayMs: number,
  count: number,
): readonly { readonly fromMs: number; readonly toMs: number }[] {
  const length = 86_400_000 / count;
  return Array.from({ length: count }, (_, index) => ({
    fromMs: dayMs + index * length,
    toMs: dayMs + (index + 1) * length,
  }));
}

/** An object whose body is the gzipped text; written at every reading, and always the same. */
export function gzipObject(
  entry: { readonly key: string; readonly endMs: number; readonly text: () => string },
  calendar: Calendar,
): WorldObject {
  return {
    key: entry.key,
    lastModified: deliveredAt(entry.endMs, calendar),
    body: () => gzipSync(Buffer.from(entry.text(), 'utf8'), { level: 1 }),
  };
}

/** When a file whose last record is of `endMs` appears in S3; never after `now`. */
export function deliveredAt(endMs: number, calendar: Calendar): string {
  return instantOfMs(Math.min(endMs + DELIVERY_MS, calendar.nowMs));
}
