import type { JobQuestion } from '../../../shared/api/answers.ts';
import { type Instant, msOfInstant } from '../../../shared/model/period.ts';
import type { SourceKind } from '../../../shared/model/settings.ts';
import { parseUsd } from '../../../shared/model/usd.ts';
import type { SourceReading } from '../store/store.ts';
import { estimateScan, LONG_MINUTES, type ScanEstimate } from './estimate.ts';
import type { StepContext } from './step-context.ts';

const GIB = 1024 ** 3;
/** More than this is not downloaded without being asked for. */
const LARGE_BYTES = 5 * GIB;
/** What a scan may cost without being asked for. */
const LARGE_USD = '1';
/** Logs that were read this recently have little that is new. */
const FRESH_MS = 7 * 86_400_000;

const LOG_SOURCES: ReadonlySet<string> = new Set(['cloudtrail-logs', 'invocation-logs']);

/** What is asked before a source is read that takes long, is large or costs money. */
export type Confirm = (question: JobQuestion) => Promise<boolean>;

/**
 * The sources that are large and that the user does not confirm. Without log files the event history
 * would have to tell what they hold, so it is left out with them. Workspaces that read their logs
 * within a week are not measured again.
 */
export async function unconfirmedSources(
  context: StepContext,
  confirm: Confirm,
): Promise<readonly SourceKind[]> {
  if (isFresh(await context.tools.store.latestSourceReadings(), context.tools.clock())) return [];
  const question = questionOf(await estimateScan(context));
  if (question === null || (await confirm(question))) return [];
  return question.sources.includes('logs') ? ['logs', 'events'] : question.sources;
}

function isFresh(readings: readonly SourceReading[], now: Instant): boolean {
  return readings.some(
    ({ source, outcome, readAt }) =>
      LOG_SOURCES.has(source) &&
      outcome.status === 'collected' &&
      msOfInstant(now) - msOfInstant(readAt) < FRESH_MS,
  );
}

/** What to ask about an estimate; null where nothing of it is large. */
export function questionOf(estimate: ScanEstimate): JobQuestion | null {
  const long = estimate.minutes > LONG_MINUTES;
  const large = estimate.bytes > LARGE_BYTES || parseUsd(estimate.usd) > parseUsd(LARGE_USD);
  if (!long && !large) return null;
  const sources: SourceKind[] = [
    ...(long ? ['events' as const] : []),
    ...(large ? ['logs' as const] : []),
  ];
  const { minutes, bytes, usd, objects, pages } = estimate;
  return { sources, minutes, bytes, usd, objects, pages };
}
