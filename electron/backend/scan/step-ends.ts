import type { ReadOutcome } from '../../../shared/model/dataset.ts';
import type { StepEnd } from './progress.ts';

interface Outcoming {
  readonly outcome: ReadOutcome;
}

/**
 * How a step of many readings ended, in words. What a Region does not offer is no defect of the scan;
 * what was denied or failed makes the step partial, or failed when nothing was read at all.
 */
export function endOfReadings(readings: readonly Outcoming[]): {
  readonly end: StepEnd;
  readonly note: string | null;
} {
  const counts = new Map<ReadOutcome['status'], number>();
  for (const { outcome } of readings) {
    counts.set(outcome.status, (counts.get(outcome.status) ?? 0) + 1);
  }
  const bad = (counts.get('denied') ?? 0) + (counts.get('failed') ?? 0);
  const note = (['denied', 'failed', 'unavailable'] as const)
    .flatMap((status) => (counts.has(status) ? `${counts.get(status)} ${status}` : []))
    .join(', ');
  const worst = bad === readings.length ? 'failed' : 'partial';
  return { end: bad === 0 ? 'done' : worst, note: note === '' ? null : note };
}
