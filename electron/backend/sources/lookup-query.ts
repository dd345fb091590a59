import type { Event } from '@aws-sdk/client-cloudtrail';
import type { IngestSummary } from '../../../shared/api/answers.ts';
import { AppError } from '../../../shared/model/app-error.ts';
import { msOfInstant } from '../../../shared/model/period.ts';
import type { Caller } from '../aws/caller.ts';
import { paginate } from '../aws/paginate.ts';
import { list } from '../aws/required.ts';
import type { LogFile } from '../store/store.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { addSummaries } from './ingest-summary.ts';
import { BEDROCK_QUERY, type LookupQuery } from './lookup-queries.ts';
import { afterPage, isFresh, lookupCursorSchema, rangesToRead, toCursor } from './lookup-ranges.ts';
import type { Pacer } from './pacer.ts';
import type { OnSourceProgress, SourceTarget, SourceTools } from './source.ts';
import { spoolText } from './spool-text.ts';
import type { TimeRange } from './time-range.ts';
import { untilStored } from './until-stored.ts';

const PAGE_SIZE = 50;
const PAGES_PER_FILE = 20;
/** Five million events, which take 14 hours. */
const PAGE_LIMIT = 100_000;

/** Where the event history is read, and what need not be. */
export interface LookupPlace {
  readonly tools: SourceTools;
  readonly target: SourceTarget;
  /** The times that files of the log bucket already cover for this account and Region. */
  readonly covered: readonly TimeRange[];
}

/** What all questions of one account and Region gave so far. */
export interface LookupTaken {
  events: number;
  unreadable: number;
  summary: IngestSummary;
}

/** One question with what its reading needs. */
export interface QueryRead extends LookupPlace {
  readonly query: LookupQuery;
  readonly call: Caller['call'];
  readonly pacer: Pacer;
  readonly onProgress: OnSourceProgress;
  readonly taken: LookupTaken;
}

/**
 * Reads what is not stored of one question's answer, newest first within each open range. Pages that
 * were not stored yet are stored after an error, and after a cancellation if that takes but a moment.
 */
export async function readQuery(read: QueryRead): Promise<void> {
  const { tools, query } = read;
  const progress = createProgress(read.onProgress);
  const nowMs = msOfInstant(tools.clock());
  const cursor = await readCursor(tools.store, cursorName(read), lookupCursorSchema);
  const ranges = [...rangesToRead({ cursor, nowMs, covered: read.covered })];
  if (!query.busy && isFresh(cursor, nowMs)) return progress.done();
  const writer = createWriter(read, nowMs);
  while (ranges.length > 0) {
    const range = ranges.pop();
    if (range === undefined) break;
    await readRange(read, range, { writer, progress, others: ranges });
    await writer.flush(ranges);
  }
  progress.done();
}

/**
 * The ranges that the long question about model calls still has to read.
 */
export async function openLookupRanges(
  { store }: Pick<SourceTools, 'store'>,
  target: SourceTarget,
  nowMs: number,
): Promise<readonly TimeRange[]> {
  const name = cursorName({ target, query: BEDROCK_QUERY });
  const cursor = await readCursor(store, name, lookupCursorSchema);
  return rangesToRead({ cursor, nowMs, covered: [] });
}

/** The place of the question that was always asked has no suffix. */
function cursorName({ target, query }: Pick<QueryRead, 'target' | 'query'>): string {
  const place = `lookup-events:${target.accountId}:${target.region}`;
  return query.value === BEDROCK_QUERY.value ? place : `${place}:${query.value}`;
}

/** Collects records and stores them with how far the reading got. */
function createWriter({ tools, target, taken, query }: QueryRead, nowMs: number) {
  let waiting: string[] = [];
  return {
    add: (records: readonly string[]) => waiting.push(...records),
    flush: async (open: readonly TimeRange[]): Promise<void> => {
      if (waiting.length > 0) {
        const file = await spoolText(tools, {
          origin: 'lookup-events',
          place: [target.accountId, target.region],
          text: `{"Records":[${waiting.join(',')}]}`,
          extension: 'json.gz',
          passing: false,
        });
        const added = await tools.store.ingest([file], { signal: untilStored(tools.signal) });
        if (added.filesFailed > 0) throw notTaken(file);
        taken.summary = addSummaries(taken.summary, added);
        waiting = [];
      }
      await writeCursor(tools.store, cursorName({ target, query }), toCursor(nowMs, open));
    },
  };
}

async function readRange(
  read: QueryRead,
  range: TimeRange,
  to: {
    readonly writer: ReturnType<typeof createWriter>;
    readonly progress: ReturnType<typeof createProgress>;
    readonly others: readonly TimeRange[];
  },
): Promise<void> {
  const { taken } = read;
  const { writer, progress, others } = to;
  let left = range;
  let pages = 0;
  try {
    for await (const page of eventPages(read, range)) {
      const records = list(page.Events).flatMap((event) => readableRecord(event) ?? []);
      writer.add(records);
      taken.events += records.length;
      taken.unreadable += list(page.Events).length - records.length;
      left = afterPage(left, oldestOf(list(page.Events)) ?? left.toMs);
      progress.page(range, left);
      pages += 1;
      if (pages % PAGES_PER_FILE === 0) await writer.flush([...others, left]);
    }
  } catch (error) {
    await writer.flush([...others, left]);
    throw error;
  }
}

function eventPages({ target, tools, call, pacer, query }: QueryRead, range: TimeRange) {
  return paginate(
    async (NextToken) => {
      await pacer(tools.signal);
      return call('cloudtrail:LookupEvents', async (send) =>
        (await target.clients.cloudtrail(target.region)).lookupEvents(
          {
            LookupAttributes: [{ AttributeKey: query.attribute, AttributeValue: query.value }],
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
