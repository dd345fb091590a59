import type { Event } from '@aws-sdk/client-cloudtrail';
import type { IngestSummary } from '../../../shared/api/answers.ts';
import { AppError } from '../../../shared/model/app-error.ts';
import type { ReadOutcome } from '../../../shared/model/dataset.ts';
import { msOfInstant } from '../../../shared/model/period.ts';
import { type Caller, createCaller, outcomeOf } from '../aws/caller.ts';
import { paginate } from '../aws/paginate.ts';
import { list } from '../aws/required.ts';
import type { LogFile, SourceReading } from '../store/store.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { addSummaries, NOTHING_INGESTED } from './ingest-summary.ts';
import { afterPage, lookupCursorSchema, rangesToRead, toCursor } from './lookup-ranges.ts';
import { createPacer, type Pacer } from './pacer.ts';
import {
  type OnSourceProgress,
  type SourceInfo,
  type SourceTarget,
  type SourceTools,
  sourceReading,
} from './source.ts';
import { spoolText } from './spool-text.ts';
import type { TimeRange } from './time-range.ts';

/** The last 90 days of management events, 50 a page and two pages a second for account and Region. */
export const lookupEvents: SourceInfo = {
  id: 'lookup-events',
  title: 'CloudTrail event history (LookupEvents)',
  iamActions: ['cloudtrail:LookupEvents'],
};

const EVENT_SOURCE = 'bedrock.amazonaws.com';
const PAGE_SIZE = 50;
const REQUEST_INTERVAL_MS = 510;
const PAGES_PER_FILE = 20;
/** Five million events, which take 14 hours. */
const PAGE_LIMIT = 100_000;

export interface LookupEventsOptions {
  readonly tools: SourceTools;
  readonly target: SourceTarget;
  /** The time that files of the log bucket already cover for this account and Region. */
  readonly covered: TimeRange | null;
  readonly onProgress: OnSourceProgress;
  /** Least time between two requests; AWS allows two a second for account and Region. */
  readonly intervalMs?: number;
}

/** The reading, and what it added to the store. */
export interface LookupEventsResult {
  readonly reading: SourceReading;
  readonly summary: IngestSummary;
}

/**
 * Reads the events of one account and Region that are not in the store yet. Whatever was read before
 * an error or a cancellation is stored, and the next run goes on from there.
 * @throws AppError `cancelled`, after storing what was read.
 */
export async function readLookupEvents(options: LookupEventsOptions): Promise<LookupEventsResult> {
  const { tools, target } = options;
  const { profile } = target.clients.connection;
  const { signal } = tools;
  const caller = createCaller({ region: target.region, profile, signal, identified: true });
  const reader = createReader(options, caller.call);
  let outcome: ReadOutcome = { status: 'collected' };
  try {
    outcome = await reader.readAll();
  } catch (error) {
    outcome = outcomeOf(error, lookupEvents.title);
  }
  const reading = sourceReading(lookupEvents, {
    accountId: target.accountId,
    region: target.region,
    readAt: tools.clock(),
    calls: caller.calls(),
    items: reader.events(),
    outcome,
  });
  return { reading, summary: reader.summary() };
}

interface Reader {
  readAll(): Promise<ReadOutcome>;
  events(): number;
  summary(): IngestSummary;
}

function createReader(options: LookupEventsOptions, call: Caller['call']): Reader {
  const { tools, target } = options;
  const cursorName = `lookup-events:${target.accountId}:${target.region}`;
  const pacer = createPacer(options.intervalMs ?? REQUEST_INTERVAL_MS);
  const progress = createProgress(options.onProgress);
  let waiting: string[] = [];
  let events = 0;
  let unreadable = 0;
  let summary = NOTHING_INGESTED;

  const flush = async (nowMs: number, open: readonly TimeRange[]): Promise<void> => {
    if (waiting.length > 0) {
      const file = await spoolText(tools, {
        origin: 'lookup-events',
        place: [target.accountId, target.region],
        text: `{"Records":[${waiting.join(',')}]}`,
        extension: 'json.gz',
        passing: false,
      });
      const added = await tools.store.ingest([file]);
      if (added.filesFailed > 0) throw notTaken(file);
      summary = addSummaries(summary, added);
      waiting = [];
    }
    await writeCursor(tools.store, cursorName, toCursor(nowMs, open));
  };

  const readRange = async (range: TimeRange, save: (left: TimeRange) => Promise<void>) => {
    let left = range;
    let pages = 0;
    try {
      for await (const page of eventPages({ target, call, range, pacer, signal: tools.signal })) {
        const records = list(page.Events).flatMap((event) => readableRecord(event) ?? []);
        waiting.push(...records);
        events += records.length;
        unreadable += list(page.Events).length - records.length;
        left = afterPage(left, oldestOf(list(page.Events)) ?? left.toMs);
        progress.page(range, left);
        pages += 1;
        if (pages % PAGES_PER_FILE === 0) await save(left);
      }
    } catch (error) {
      await save(left);
      throw error;
    }
  };

  return {
    events: () => events,
    summary: () => summary,
    readAll: async () => {
      const nowMs = msOfInstant(tools.clock());
      const cursor = await readCursor(tools.store, cursorName, lookupCursorSchema);
      const ranges = [...rangesToRead({ cursor, nowMs, covered: options.covered })];
      while (ranges.length > 0) {
        const range = ranges.pop();
        if (range === undefined) break;
        await readRange(range, (left) => flush(nowMs, [...ranges, left]));
        await flush(nowMs, ranges);
      }
      progress.done();
      return unreadable === 0
        ? { status: 'collected' }
        : { status: 'failed', reason: `${unreadable} events came without a readable record.` };
    },
  };
}

function eventPages(options: {
  readonly target: SourceTarget;
  readonly call: Caller['call'];
  readonly range: TimeRange;
  readonly pacer: Pacer;
  readonly signal: AbortSignal;
}) {
  const { target, call, range, pacer, signal } = options;
  return paginate(
    async (NextToken) => {
      await pacer(signal);
      return call('cloudtrail:LookupEvents', async (send) =>
        (await target.clients.cloudtrail(target.region)).lookupEvents(
          {
            LookupAttributes: [{ AttributeKey: 'EventSource', AttributeValue: EVENT_SOURCE }],
            StartTime: new Date(range.fromMs),
            EndTime: new Date(range.toMs),
            MaxResults: PAGE_SIZE,
            NextToken,
          },
          send,
        ),
      );
    },
    (page) => page.NextToken,
    {
      of: 'cloudtrail:LookupEvents',
      limit: PAGE_LIMIT,
      begins: (page) => page.Events?.[0]?.EventId,
    },
  );
}

/** The record as CloudTrail wrote it; null when it is missing or is not JSON. */
function readableRecord({ CloudTrailEvent: record }: Event): string | null {
  if (record === undefined) return null;
  try {
    JSON.parse(record);
    return record;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function oldestOf(events: readonly Event[]): number | null {
  const times = events.flatMap(({ EventTime }) => EventTime?.getTime() ?? []);
  return times.length === 0 ? null : Math.min(...times);
}

function notTaken(file: LogFile): AppError {
  const text = `The events kept in ${file.path} could not be stored; the next scan reads them again.`;
  return new AppError('io-failed', text);
}

/** Estimates all pages from the pace of the pages so far through time. */
function createProgress(report: OnSourceProgress) {
  let pages = 0;
  return {
    page: (range: TimeRange, left: TimeRange) => {
      pages += 1;
      const passed = (range.toMs - left.toMs) / (range.toMs - range.fromMs);
      report(pages, passed > 0 ? Math.max(pages, Math.ceil(pages / passed)) : null);
    },
    done: () => report(pages, pages),
  };
}
