import type { IngestSummary } from '../../../shared/api/answers.ts';
import type { ReadOutcome } from '../../../shared/model/dataset.ts';
import { type Caller, createCaller, outcomeOf } from '../aws/caller.ts';
import { createTally } from '../scan/progress.ts';
import type { SourceReading } from '../store/store.ts';
import { NOTHING_INGESTED } from './ingest-summary.ts';
import { type LookupQuery, lookupQueries } from './lookup-queries.ts';
import { type LookupPlace, type LookupTaken, readQuery } from './lookup-query.ts';
import { createPacer } from './pacer.ts';
import { type OnSourceProgress, type SourceInfo, sourceReading } from './source.ts';

/** The last 90 days of management events, 50 a page and two pages a second for account and Region. */
export const lookupEvents: SourceInfo = {
  id: 'lookup-events',
  title: 'CloudTrail event history (LookupEvents)',
  iamActions: ['cloudtrail:LookupEvents'],
};

const REQUEST_INTERVAL_MS = 510;

export interface LookupEventsOptions extends LookupPlace {
  readonly onProgress: OnSourceProgress;
  /** Least time between two requests; AWS allows two a second for account and Region. */
  readonly intervalMs?: number | undefined;
  /** What to ask for; all that the Region has when absent. */
  readonly queries?: readonly LookupQuery[];
}

/** The reading, and what it added to the store. */
export interface LookupEventsResult {
  readonly reading: SourceReading;
  readonly summary: IngestSummary;
}

/**
 * Reads the events of one account and Region that are not in the store yet. Whatever was read before
 * an error is stored, before a cancellation as much as a moment allows, and the next run goes on
 * from there.
 * @throws AppError `cancelled`.
 */
export async function readLookupEvents(options: LookupEventsOptions): Promise<LookupEventsResult> {
  const { tools, target } = options;
  const { profile } = target.clients.connection;
  const { signal } = tools;
  const caller = createCaller({ region: target.region, profile, signal, identified: true });
  const taken: LookupTaken = { events: 0, unreadable: 0, summary: NOTHING_INGESTED };
  let outcome: ReadOutcome;
  try {
    await readQueries(options, caller.call, taken);
    outcome = outcomeAt(taken.unreadable);
  } catch (error) {
    outcome = outcomeOf(error, lookupEvents.title);
  }
  const reading = sourceReading(lookupEvents, {
    accountId: target.accountId,
    region: target.region,
    readAt: tools.clock(),
    calls: caller.calls(),
    items: taken.events,
    outcome,
  });
  return { reading, summary: taken.summary };
}

function outcomeAt(unreadable: number): ReadOutcome {
  if (unreadable === 0) return { status: 'collected' };
  return { status: 'failed', reason: `${unreadable} events came without a readable record.` };
}

/** Asks one question after the other: AWS limits them all together. */
async function readQueries(
  options: LookupEventsOptions,
  call: Caller['call'],
  taken: LookupTaken,
): Promise<void> {
  const queries = options.queries ?? lookupQueries(options.target.region);
  const pacer = createPacer(options.intervalMs ?? REQUEST_INTERVAL_MS);
  const values = queries.map(({ value }) => value);
  const tally = createTally(values, (done, total) => options.onProgress(done, total));
  for (const { value, busy } of queries.slice(1)) tally.count(value, 0, busy ? null : 1);
  for (const query of queries) {
    const onProgress: OnSourceProgress = (done, total) => tally.count(query.value, done, total);
    await readQuery({ ...options, query, call, pacer, onProgress, taken });
  }
}
