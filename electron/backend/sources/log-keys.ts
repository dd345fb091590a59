import type { Day, Instant } from '../../../shared/model/period.ts';

/** The kinds of log that AWS writes under `AWSLogs/` and that Assay reads. */
export type LogKind = 'cloudtrail' | 'invocation-logs';

/** The folder of one account's logs of one kind in one Region: what is listed and resumed as a whole. */
export interface LogFolder<K extends string = LogKind> {
  readonly bucket: string;
  /** Ends with `/`; the date layout follows. */
  readonly prefix: string;
  readonly kind: K;
  readonly accountId: string;
  readonly region: string;
}

/** The folder names of each kind in AWS's layout; a map, because buckets hold folders of any name. */
export const LOG_FOLDERS: ReadonlyMap<string, LogKind> = new Map([
  ['CloudTrail', 'cloudtrail'],
  ['BedrockModelInvocationLogs', 'invocation-logs'],
]);

const DELIVERED = /_(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})Z_[^/]*$/;
const DATED = /^(\d{4})\/(\d{2})\/(\d{2})\//;

/** Whether an object of a folder is a log file: not a body, a permission check or a folder marker. */
export function isLogFile(folder: LogFolder<string>, key: string): boolean {
  const rest = key.slice(folder.prefix.length);
  return DATED.test(rest) && !rest.includes('/data/') && /\.json(\.gz)?$/.test(rest);
}

/** The UTC day in an object's path; files are ingested in this order. */
export function dayOfKey(folder: LogFolder, key: string): Day {
  const [, year = '', month = '', day = ''] = DATED.exec(key.slice(folder.prefix.length)) ?? [];
  return `${year}-${month}-${day}`;
}

/** When CloudTrail delivered a file, by its name; null for other names. */
export function deliveredAt(key: string): Instant | null {
  const [all, year, month, day, hour, minute] = DELIVERED.exec(key) ?? [];
  return all === undefined ? null : `${year}-${month}-${day}T${hour}:${minute}:00Z`;
}

/** The key after which a folder's files from `day` on are listed. */
export function startAfter(folder: LogFolder<string>, day: Day): string {
  return `${folder.prefix}${day.replaceAll('-', '/')}`;
}

/** `prefix` with one slash at its end; empty stays empty. */
export function withSlash(prefix: string | null): string {
  const trimmed = (prefix ?? '').replace(/\/+$/, '');
  return trimmed === '' ? '' : `${trimmed}/`;
}
