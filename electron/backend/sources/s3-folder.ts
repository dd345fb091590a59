import { z } from 'zod';
import type { ReadOutcome } from '../../../shared/model/dataset.ts';
import {
  addDays,
  type Day,
  dayOf,
  type Instant,
  msOfDay,
  msOfInstant,
} from '../../../shared/model/period.ts';
import { type Caller, createCaller, outcomeOf } from '../aws/caller.ts';
import type { Clients } from '../aws/clients.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { dayOfKey, deliveredAt, type LogFolder, type LogKind } from './log-keys.ts';
import { type LogObject, listLogObjects } from './s3-list.ts';
import { HISTORY_DAYS, type SourceInfo, type SourceTools, sourceReading } from './source.ts';
import {
  fromInstants,
  mergeRanges,
  subtractAll,
  type TimeRange,
  toInstants,
} from './time-range.ts';

/** The two kinds of log files in S3, as coverage names them. */
export const s3Sources: Readonly<Record<LogKind, SourceInfo>> = {
  cloudtrail: {
    id: 'cloudtrail-logs',
    title: 'CloudTrail log files in S3',
    iamActions: ['s3:ListBucket', 's3:GetObject', 'kms:Decrypt'],
  },
  'invocation-logs': {
    id: 'invocation-logs',
    title: 'Model invocation logs in S3',
    iamActions: ['s3:ListBucket', 's3:GetObject', 'kms:Decrypt'],
  },
};

/** Files arrive up to a day after the day in their path; these days are listed again each time. */
const OVERLAP_DAYS = 2;
/** CloudTrail delivers within about 15 minutes; events younger than this may still be missing. */
const DELIVERY_MS = 60 * 60_000;
const DAY_MS = 86_400_000;

const gapSchema = z.object({
  key: z.string(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
});

const cursorSchema = z.object({
  readTo: z.iso.date(),
  firstFile: z.iso.datetime().nullable(),
  lastFile: z.iso.datetime().nullable(),
  gaps: z.array(gapSchema).default([]),
});

type FolderCursor = z.infer<typeof cursorSchema>;

/** One log folder during one scan. */
export interface FolderRead {
  readonly folder: LogFolder;
  readonly caller: Caller;
  readonly cursor: FolderCursor | null;
  readonly objects: readonly LogObject[];
  /** Files stored by this scan. */
  taken: number;
  /** Files that AWS did not hand out, and the first reason. */
  missed: number;
  missedOutcome: ReadOutcome | null;
  /** The first file that was missed; null when the folder itself could not be listed. */
  missedKey: string | null;
  /** Whether asking for further files is useless: denied, or with credentials that have expired. */
  closed: boolean;
  /** Keys of files that were read and could not be stored; the list of files names them. */
  readonly rejected: Set<string>;
  /** Keys of files of which some records could not be stored. */
  readonly partly: Set<string>;
  /** Keys of files that are stored whole. */
  readonly whole: Set<string>;
}

export interface FolderTools {
  readonly tools: SourceTools;
  readonly clients: Clients;
  /** The Region of the bucket. */
  readonly bucketRegion: string;
}

/** Lists what a folder holds since the last scan, or since the start of the history. */
export async function openFolder(
  { tools, clients, bucketRegion }: FolderTools,
  folder: LogFolder,
): Promise<FolderRead> {
  const { signal, meter, store } = tools;
  const { profile } = clients.connection;
  const caller = createCaller({ region: bucketRegion, profile, signal, identified: true });
  const cursor = await readCursor(store, cursorName(folder), cursorSchema);
  const state = { ...emptyRead(), folder, caller, cursor };
  const access = { clients, region: bucketRegion, call: caller.call, meter };
  try {
    const from = firstDay(cursor, tools.clock());
    return { ...state, objects: await listLogObjects(access, folder, from) };
  } catch (error) {
    const missedOutcome = outcomeOf(error, s3Sources[folder.kind].title);
    return { ...state, objects: [], missed: 1, missedOutcome };
  }
}

function emptyRead() {
  return {
    taken: 0,
    missed: 0,
    missedOutcome: null,
    missedKey: null,
    closed: false,
    rejected: new Set<string>(),
    partly: new Set<string>(),
    whole: new Set<string>(),
  };
}

/**
 * Remembers a folder of which every file was fetched; one with missed files is listed from the same
 * day again, and one with damaged files from their day.
 */
export async function closeFolder(read: FolderRead, tools: SourceTools): Promise<void> {
  if (read.missed > 0) return;
  const { from, to } = deliveries(read);
  const readTo = dayOf(tools.clock());
  const gaps = [...gapsOf(read)];
  const cursor: FolderCursor = { readTo, firstFile: from, lastFile: to, gaps };
  await writeCursor(tools.store, cursorName(read.folder), cursor);
}

/** How the folder ended, for coverage. */
export function folderReading(read: FolderRead, readAt: Instant) {
  const { accountId, region, kind } = read.folder;
  return sourceReading(s3Sources[kind], {
    accountId,
    region,
    readAt,
    calls: read.caller.calls(),
    items: read.taken,
    outcome: folderOutcome(read),
  });
}

/** The times whose management events the folder's files hold; none when that is not known. */
export function coveredBy(read: FolderRead): readonly TimeRange[] {
  const { from, to } = deliveries(read);
  if (read.folder.kind !== 'cloudtrail' || read.missed > 0 || from === null || to === null) {
    return [];
  }
  const range = { fromMs: msOfInstant(from), toMs: msOfInstant(to) - DELIVERY_MS };
  const whole = range.fromMs < range.toMs ? [range] : [];
  return subtractAll(whole, gapsOf(read).map(fromInstants));
}

type Gap = z.infer<typeof gapSchema>;

/** The times of which damaged files should tell, those of earlier scans that still do not too. */
function gapsOf(read: FolderRead): readonly Gap[] {
  const { cursor, rejected, partly, whole } = read;
  const found = [...rejected, ...partly].map((key) => gapOf(read, key));
  const keys = new Set(found.map(({ key }) => key));
  const before = (cursor?.gaps ?? []).filter(({ key }) => !keys.has(key) && !whole.has(key));
  return [...before, ...found];
}

/** A file tells what happened since the one before it; an hour more, because files come out of order. */
function gapOf({ folder, objects }: FolderRead, key: string): Gap {
  const at = deliveredAt(key);
  if (at === null) {
    const fromMs = msOfDay(dayOfKey(folder, key));
    return { key, ...toInstants({ fromMs, toMs: fromMs + 2 * DAY_MS }) };
  }
  const earlier = objects.flatMap((object) => deliveredAt(object.key) ?? []).filter((t) => t < at);
  const before = earlier.sort().at(-1);
  const sinceMs = before === undefined ? msOfInstant(at) - DAY_MS : msOfInstant(before);
  return { key, ...toInstants({ fromMs: sinceMs - DELIVERY_MS, toMs: msOfInstant(at) }) };
}

function cursorName({ bucket, prefix }: LogFolder): string {
  return `s3-logs:${bucket}/${prefix}`;
}

/** The day from which a folder is listed: that of the oldest damaged file, to try it again. */
function firstDay(cursor: FolderCursor | null, now: Instant): Day {
  const oldest = addDays(dayOf(now), -HISTORY_DAYS);
  if (cursor === null) return oldest;
  const damaged = cursor.gaps.map(({ from }) => dayOf(from));
  const [first = oldest] = [addDays(cursor.readTo, -OVERLAP_DAYS), ...damaged].sort();
  return first < oldest ? oldest : first;
}

function deliveries({ cursor, objects }: FolderRead) {
  const times = objects.flatMap(({ key }) => deliveredAt(key) ?? []).sort();
  return {
    from: cursor?.firstFile ?? times[0] ?? null,
    to: times.at(-1) ?? cursor?.lastFile ?? null,
  };
}

function folderOutcome(read: FolderRead): ReadOutcome {
  const { missed, missedOutcome, rejected } = read;
  if (missedOutcome !== null && missedOutcome.status !== 'failed') return missedOutcome;
  if (missedOutcome?.status === 'failed') {
    const files = missed === 1 ? 'One file' : `${missed} files`;
    const first = read.missedKey === null ? '' : ` (first: ${JSON.stringify(read.missedKey)})`;
    return {
      status: 'failed',
      reason: `${files} could not be read${first}. ${missedOutcome.reason}`,
    };
  }
  if (rejected.size === 0) return { status: 'collected' };
  const files = rejected.size === 1 ? 'One file was' : `${rejected.size} files were`;
  const reason = `${files} refused; the list of files names them and says why.`;
  return { status: 'failed', reason: `${reason}${missingTimes(read)}` };
}

const NAMED_GAPS = 3;

/** Which events a trail's damaged files leave to the event history. */
function missingTimes(read: FolderRead): string {
  if (read.folder.kind !== 'cloudtrail') return '';
  const gaps = mergeRanges(gapsOf(read).map(fromInstants)).map(toInstants);
  const named = gaps.slice(0, NAMED_GAPS).map(({ from, to }) => `${from} to ${to}`);
  const more = gaps.length > NAMED_GAPS ? ` and ${gaps.length - NAMED_GAPS} more times` : '';
  return ` Only the event history, which reaches back 90 days, can tell the events of ${named.join(', ')}${more}.`;
}
