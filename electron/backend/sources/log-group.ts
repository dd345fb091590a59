import { rm } from 'node:fs/promises';
import type {
  FilteredLogEvent,
  FilterLogEventsCommandOutput,
} from '@aws-sdk/client-cloudwatch-logs';
import { z } from 'zod';
import type { IngestSummary } from '../../../shared/api/answers.ts';
import { AppError } from '../../../shared/model/app-error.ts';
import type { ReadOutcome } from '../../../shared/model/dataset.ts';
import { addDays, dayOf, instantOfMs, msOfDay, msOfInstant } from '../../../shared/model/period.ts';
import { type Caller, createCaller, outcomeOf } from '../aws/caller.ts';
import { paginate } from '../aws/paginate.ts';
import { list } from '../aws/required.ts';
import type { SourceReading } from '../store/store.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { addSummaries, NOTHING_INGESTED } from './ingest-summary.ts';
import { createPacer, type Pacer } from './pacer.ts';
import {
  HISTORY_DAYS,
  type OnSourceProgress,
  type SourceInfo,
  type SourceTarget,
  type SourceTools,
  sourceReading,
} from './source.ts';
import { spoolText } from './spool-text.ts';
import { subtractAll, type TimeRange } from './time-range.ts';
import { untilStored } from './until-stored.ts';

/** Model invocation logs that Bedrock delivers to CloudWatch Logs. */
export const logGroup: SourceInfo = {
  id: 'log-group',
  title: 'Model invocation logs in CloudWatch Logs',
  iamActions: ['logs:FilterLogEvents'],
};

/** Bedrock writes all invocations of an account and Region to this one stream. */
const LOG_STREAM = 'aws/bedrock/modelinvocations';
/** What Bedrock writes first, to see whether it may. */
const PERMISSION_CHECK = 'Permissions are correctly set for Amazon Bedrock logs.';
/** The smallest quota of FilterLogEvents among the Regions is five a second. */
const REQUEST_INTERVAL_MS = 200;
/** Text of one file: pages hold 1 MB at most. */
const FILE_CHARACTERS = 24 << 20;
/** Ten times the megabytes that a busy account logs in a quarter. */
const PAGE_LIMIT = 1_000_000;
/** Events come up to this much late; as much is read again, and what is known counts once. */
const LATE_MS = 2 * 3_600_000;

/** Everything up to `readTo` is stored; `whole` when the run that wrote it reached its end. */
const cursorSchema = z.object({
  readTo: z.iso.datetime(),
  whole: z.boolean(),
});

export interface ReadLogGroupOptions {
  readonly tools: SourceTools;
  readonly target: SourceTarget;
  readonly logGroup: string;
  /** Times that need not be read, because S3 gave them, oldest first; none when absent. */
  readonly covered?: readonly TimeRange[];
  readonly onProgress: OnSourceProgress;
  /** Least time between two requests. */
  readonly intervalMs?: number;
}

/** The reading, and what it added to the store. */
export interface LogGroupResult {
  readonly reading: SourceReading;
  readonly summary: IngestSummary;
}

/**
 * Reads the invocations of one account and Region that its log group got since the last run, oldest
 * first. Whatever was read before an error or a cancellation is stored, and the next run goes on from
 * there; an invocation that S3 brought too is stored once.
 * @throws AppError `cancelled`, after storing what was read.
 */
export async function readLogGroup(options: ReadLogGroupOptions): Promise<LogGroupResult> {
  const { tools, target } = options;
  const { profile } = target.clients.connection;
  const caller = createCaller({
    region: target.region,
    profile,
    signal: tools.signal,
    identified: true,
  });
  const taken = { events: 0, unreadable: 0, summary: NOTHING_INGESTED };
  let outcome: ReadOutcome;
  try {
    await readSince(options, caller, taken);
    outcome = outcomeAt(taken.unreadable);
  } catch (error) {
    outcome = outcomeOf(error, `The log group ${options.logGroup}`);
  }
  const reading = sourceReading(logGroup, {
    accountId: target.accountId,
    region: target.region,
    readAt: tools.clock(),
    calls: caller.calls(),
    items: taken.events,
    outcome,
  });
  return { reading, summary: taken.summary };
}

interface Taken {
  events: number;
  unreadable: number;
  summary: IngestSummary;
}

function outcomeAt(unreadable: number): ReadOutcome {
  if (unreadable === 0) return { status: 'collected' };
  const reason =
    unreadable === 1
      ? '1 event of the log group is no invocation record.'
      : `${unreadable} events of the log group are no invocation records.`;
  return { status: 'failed', reason };
}

async function readSince(
  options: ReadLogGroupOptions,
  caller: Caller,
  taken: Taken,
): Promise<void> {
  const { tools, onProgress } = options;
  const nowMs = msOfInstant(tools.clock());
  const fromMs = await firstMs(options, nowMs);
  let doneMs = fromMs;
  let waiting: string[] = [];
  let characters = 0;
  const flush = async (end: { readonly readTo: number; readonly whole: boolean }) => {
    taken.summary = addSummaries(taken.summary, await ingestLines(options, waiting));
    waiting = [];
    characters = 0;
    const cursor = { readTo: instantOfMs(end.readTo), whole: end.whole };
    await writeCursor(tools.store, cursorName(options), cursor);
  };
  // What may still come late is read again, also by the run after one that was cut short.
  const cut = () => ({ readTo: Math.min(doneMs, nowMs - LATE_MS), whole: false });
  try {
    let pages = 0;
    for await (const page of pagesOf(options, caller, { fromMs, toMs: nowMs })) {
      const events = list(page.events);
      const lines = events.flatMap(recordLine);
      waiting.push(...lines);
      characters += lines.reduce((sum, line) => sum + line.length, 0);
      taken.events += lines.length;
      taken.unreadable += events.filter(isUnreadable).length;
      doneMs = Math.max(doneMs, ...events.map(({ timestamp }) => timestamp ?? 0));
      pages += 1;
      onProgress(pages, estimateOf(pages, (doneMs - fromMs) / (nowMs - fromMs)));
      if (characters >= FILE_CHARACTERS) await flush(cut());
    }
    onProgress(pages, pages);
  } catch (error) {
    await flush(cut());
    throw error;
  }
  await flush({ readTo: nowMs, whole: true });
}

/** After a whole run, what may have come late is read again; a run cut short goes on where it was. */
async function firstMs(options: ReadLogGroupOptions, nowMs: number): Promise<number> {
  const cursor = await readCursor(options.tools.store, cursorName(options), cursorSchema);
  const oldest = msOfDay(addDays(dayOf(instantOfMs(nowMs)), -HISTORY_DAYS));
  if (cursor === null) return oldest;
  const readTo = msOfInstant(cursor.readTo) - (cursor.whole ? LATE_MS : 0);
  return Math.min(nowMs, Math.max(oldest, readTo));
}

function cursorName({ target, logGroup: name }: ReadLogGroupOptions): string {
  return `log-group:${target.accountId}:${target.region}:${name}`;
}

/** The pages of the times that are not covered, oldest first. */
async function* pagesOf(options: ReadLogGroupOptions, caller: Caller, range: TimeRange) {
  const { covered = [], intervalMs = REQUEST_INTERVAL_MS } = options;
  const pacer = createPacer(intervalMs);
  for (const one of subtractAll([range], covered))
    yield* eventPages(options, { caller, pacer }, one);
}

function eventPages(
  options: ReadLogGroupOptions,
  { caller, pacer }: { readonly caller: Caller; readonly pacer: Pacer },
  range: TimeRange,
): AsyncGenerator<FilterLogEventsCommandOutput> {
  const { tools, target } = options;
  return paginate(
    async (nextToken) => {
      await pacer(tools.signal);
      return caller.call('logs:FilterLogEvents', async (send) =>
        (await target.clients.logs(target.region)).filterLogEvents(
          {
            logGroupName: options.logGroup,
            logStreamNames: [LOG_STREAM],
            startTime: range.fromMs,
            endTime: range.toMs,
            nextToken,
          },
          send,
        ),
      );
    },
    (page) => page.nextToken,
    { of: `logs:FilterLogEvents of ${options.logGroup}`, limit: PAGE_LIMIT },
  );
}

function recordLine({ message }: FilteredLogEvent): readonly string[] {
  const line = message?.trim() ?? '';
  return line.startsWith('{') ? [line.replaceAll(/[\r\n]+/g, ' ')] : [];
}

function isUnreadable(event: FilteredLogEvent): boolean {
  return recordLine(event).length === 0 && event.message?.includes(PERMISSION_CHECK) !== true;
}

async function ingestLines(
  { tools, target, logGroup: name }: ReadLogGroupOptions,
  lines: readonly string[],
): Promise<IngestSummary> {
  if (lines.length === 0) return NOTHING_INGESTED;
  const keep = tools.keepBodies === true;
  const file = await spoolText(tools, {
    origin: 'log-group',
    place: [target.accountId, target.region, name.replaceAll('/', '_')],
    text: `${lines.join('\n')}\n`,
    extension: 'ndjson.gz',
    passing: !keep,
  });
  const summary = await tools.store.ingest([file], { signal: untilStored(tools.signal) });
  if (!keep) await rm(file.path, { force: true });
  if (summary.filesFailed === 0) return summary;
  const text = `The invocations that ${name} gave could not be stored; the next scan reads them again.`;
  throw new AppError('io-failed', text);
}

/** Pages in all, by the pace through time so far; null while nothing can be said. */
function estimateOf(pages: number, passed: number): number | null {
  return passed > 0 ? Math.max(pages, Math.ceil(pages / passed)) : null;
}
