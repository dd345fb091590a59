import { z } from 'zod';
import type { ReadOutcome } from '../../../shared/model/dataset.ts';
import {
  addDays,
  type Day,
  dayOf,
  type Instant,
  msOfInstant,
} from '../../../shared/model/period.ts';
import { type Caller, createCaller, outcomeOf } from '../aws/caller.ts';
import type { Clients } from '../aws/clients.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { deliveredAt, type LogFolder, type LogKind } from './log-keys.ts';
import { type LogObject, listLogObjects } from './s3-list.ts';
import { HISTORY_DAYS, type SourceInfo, type SourceTools, sourceReading } from './source.ts';
import type { TimeRange } from './time-range.ts';

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

const cursorSchema = z.object({
  readTo: z.iso.date(),
  firstFile: z.iso.datetime().nullable(),
  lastFile: z.iso.datetime().nullable(),
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
  /** Whether asking for further files is useless: denied, or with credentials that have expired. */
  closed: boolean;
  /** Files that were read and could not be stored; the list of files names them. */
  rejected: number;
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
  const found = { taken: 0, missed: 0, missedOutcome: null, closed: false, rejected: 0 };
  const state = { folder, caller, cursor, ...found };
  const access = { clients, region: bucketRegion, call: caller.call, meter };
  try {
    const from = firstDay(cursor, dayOf(tools.clock()));
    return { ...state, objects: await listLogObjects(access, folder, from) };
  } catch (error) {
    const missedOutcome = outcomeOf(error, s3Sources[folder.kind].title);
    return { ...state, objects: [], missed: 1, missedOutcome };
  }
}

/** Remembers a folder that was read without a gap; one with gaps is listed from the same day again. */
export async function closeFolder(read: FolderRead, tools: SourceTools): Promise<void> {
  if (read.missed > 0) return;
  const { from, to } = deliveries(read);
  const cursor: FolderCursor = { readTo: dayOf(tools.clock()), firstFile: from, lastFile: to };
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

/** The time whose management events the folder's files hold; null when that is not known. */
export function coveredBy(read: FolderRead): TimeRange | null {
  const { from, to } = deliveries(read);
  if (read.folder.kind !== 'cloudtrail' || read.missed > 0 || from === null || to === null) {
    return null;
  }
  const range = { fromMs: msOfInstant(from), toMs: msOfInstant(to) - DELIVERY_MS };
  return range.fromMs < range.toMs ? range : null;
}

function cursorName({ bucket, prefix }: LogFolder): string {
  return `s3-logs:${bucket}/${prefix}`;
}

function firstDay(cursor: FolderCursor | null, today: Day): Day {
  return cursor === null ? addDays(today, -HISTORY_DAYS) : addDays(cursor.readTo, -OVERLAP_DAYS);
}

function deliveries({ cursor, objects }: FolderRead) {
  const times = objects.flatMap(({ key }) => deliveredAt(key) ?? []).sort();
  return {
    from: cursor?.firstFile ?? times[0] ?? null,
    to: times.at(-1) ?? cursor?.lastFile ?? null,
  };
}

function folderOutcome({ missed, missedOutcome, rejected }: FolderRead): ReadOutcome {
  if (missedOutcome !== null && missedOutcome.status !== 'failed') return missedOutcome;
  if (missedOutcome?.status === 'failed') {
    const files = missed === 1 ? 'One file' : `${missed} files`;
    return { status: 'failed', reason: `${files} could not be read. ${missedOutcome.reason}` };
  }
  if (rejected === 0) return { status: 'collected' };
  const files = rejected === 1 ? 'One file was' : `${rejected} files were`;
  return {
    status: 'failed',
    reason: `${files} refused; the list of files names them and says why.`,
  };
}
