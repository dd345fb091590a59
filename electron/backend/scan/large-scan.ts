import type { JobQuestion } from '../../../shared/api/answers.ts';
import { type Instant, msOfInstant } from '../../../shared/model/period.ts';
import type { SourceKind } from '../../../shared/model/settings.ts';
import { parseUsd } from '../../../shared/model/usd.ts';
import { logBuckets } from '../sources/log-buckets.ts';
import { lookupEvents } from '../sources/lookup-events.ts';
import type { SourceReading } from '../store/store.ts';
import { estimateScan, LONG_MINUTES, type ScanEstimate } from './estimate.ts';
import type { ScanAccount } from './scan-accounts.ts';
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
 * would have to tell what they hold, so it is left out with them. Places that were read within a week
 * have little that is new and are not measured again.
 */
export async function unconfirmedSources(
  context: StepContext,
  confirm: Confirm,
): Promise<readonly SourceKind[]> {
  const readings = await context.tools.store.latestSourceReadings();
  const measured = accountsToMeasure(context, readings);
  if (measured.length === 0) return [];
  const question = questionOf(await estimateScan({ ...context, measured }));
  if (question === null || (await confirm(question))) return [];
  return question.sources.includes('logs') ? ['logs', 'events'] : question.sources;
}

interface MeasureContext extends Pick<StepContext, 'accounts' | 'configuration'> {
  readonly tools: Pick<StepContext['tools'], 'clock'>;
}

/**
 * The accounts and Regions of which nothing was read within a week, and all Regions of accounts whose
 * logs were not: a new account or Region may hold anything, however fresh the others are.
 */
export function accountsToMeasure(
  { accounts, configuration, tools }: MeasureContext,
  readings: readonly SourceReading[],
): readonly ScanAccount[] {
  const fresh = readings.filter((reading) => isFresh(reading, tools.clock()));
  const places = new Set(fresh.map(({ accountId, region }) => `${accountId}/${region}`));
  const withLogs = new Set(
    fresh.filter(({ source }) => LOG_SOURCES.has(source)).map(({ accountId }) => accountId),
  );
  const logged = new Set(
    logBuckets(configuration).flatMap(({ logs }) => logs.map(({ accountId }) => accountId)),
  );
  return accounts.flatMap((account) => {
    const { accountId } = account;
    const isOld = withLogs.has(accountId) || !logged.has(accountId);
    const regions = account.regions.filter(
      (region) => !isOld || !places.has(`${accountId}/${region}`),
    );
    return regions.length === 0 ? [] : [{ ...account, regions }];
  });
}

/** Whether a reading of logs or of the event history is at most a week old. */
function isFresh({ source, outcome, readAt }: SourceReading, now: Instant): boolean {
  const tells = LOG_SOURCES.has(source) || source === lookupEvents.id;
  const age = msOfInstant(now) - msOfInstant(readAt);
  return tells && outcome.status === 'collected' && age < FRESH_MS;
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
  const { minutes, bytes, usd, objects, pages, unknown } = estimate;
  return { sources, minutes, bytes, usd, objects, pages, unknown };
}
