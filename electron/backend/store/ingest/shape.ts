import type { FileOutcome } from '../../../../shared/api/answers.ts';
import type { LogFile } from '../store.ts';

/** How the records lie in a well-formed file that DuckDB can read by itself. */
export type Shape = 'records' | 'event-lines' | 'invocation-lines';

/** What the beginning of a file says about it. */
export type Verdict =
  | { readonly as: 'fast'; readonly shape: Shape }
  /** JSON of another layout: cut into records first. */
  | { readonly as: 'odd' }
  | { readonly as: 'skip'; readonly kind: FileOutcome['kind']; readonly reason: string };

/** What one record of an odd file is. */
export type RecordKind = 'event' | 'invocation' | 'digest' | 'other';

const PERMISSION_CHECK = 'Permissions are correctly set for Amazon Bedrock logs.';
const WRAPPED = /^\s*\{\s*"Records"\s*:\s*\[/;
/** Objects that invocation logging puts under `data/` when a body is large or binary. */
const BODY_KEY = /\/data\/[^/]*_(input|output)(_media_\d+)?\.[^/]*$/;
/** The UTF-8 byte order mark, one character per byte. */
const BOM = '\u00ef\u00bb\u00bf';

/** One JSON document on one line beyond this is cut into records by us, not by DuckDB. */
export const MAX_DOCUMENT_BYTES = 24 * 1024 * 1024;

/**
 * Judges a file by its content, and by its name only where the content leaves it open. `text` is
 * the beginning of the file, one character per byte, all of it when `bytes` (its size) is not larger.
 */
export function judge(text: string, bytes: number, key: string): Verdict {
  const start = text.trimStart();
  if (start === '' && text.length >= bytes) return skip('foreign', 'the file is empty');
  if (start.length < 1000 && start.includes(PERMISSION_CHECK)) {
    return skip('permission-check', 'a permission check of Amazon Bedrock, without records');
  }
  if (/^(\{|\[)/.test(text)) return judgeJson(text, bytes, key);
  if (/^(\{|\[)/.test(start.replace(BOM, '').trimStart())) return { as: 'odd' };
  return notTaken(key, /\.csv(\.gz)?$/i.test(key) ? NO_BILL : 'it is not JSON');
}

const NO_BILL =
  'a CSV file without the columns of a CUR 2.0 export (bill_billing_period_start_date and others), so no bill';

function judgeJson(text: string, bytes: number, key: string): Verdict {
  const end = text.indexOf('\n');
  const oneLine = end < 0 || text.slice(end).trim() === '';
  if (WRAPPED.test(text)) {
    return oneLine && bytes <= MAX_DOCUMENT_BYTES
      ? { as: 'fast', shape: 'records' }
      : { as: 'odd' };
  }
  const first = parse(end < 0 ? text : text.slice(0, end));
  if (first === undefined) return { as: 'odd' };
  const kind = recordKind(first);
  if (kind === 'event') return { as: 'fast', shape: 'event-lines' };
  if (kind === 'invocation') return { as: 'fast', shape: 'invocation-lines' };
  if (kind === 'digest') return skip('digest', 'a CloudTrail digest, without records');
  return BODY_KEY.test(key) ? notTaken(key, '') : { as: 'odd' };
}

/** What a file with nothing to take is called: a body of an invocation, or foreign. */
export function notTaken(key: string, reason: string): Extract<Verdict, { as: 'skip' }> {
  return BODY_KEY.test(key)
    ? skip('body', 'a prompt or answer body of an invocation; bodies are not stored')
    : skip('foreign', reason);
}

/** Tells a CloudTrail event from a model invocation log record by the fields that only it has. */
export function recordKind(record: unknown): RecordKind {
  if (typeof record !== 'object' || record === null) return 'other';
  if ('digestStartTime' in record && 'logFiles' in record) return 'digest';
  if ('schemaType' in record && record.schemaType === 'ModelInvocationLog') return 'invocation';
  if ('eventVersion' in record || 'eventID' in record) return 'event';
  if ('eventName' in record && 'eventSource' in record) return 'event';
  if ('modelId' in record && 'operation' in record && 'requestId' in record) return 'invocation';
  return 'other';
}

/** What a damaged file would have been, by its name or by what its beginning shows. */
export function kindOfDamaged(key: string, start: string): FileOutcome['kind'] {
  if (BODY_KEY.test(key)) return 'body';
  if (/BedrockModelInvocationLogs/.test(key) || INVOCATION_MARK.test(start))
    return 'invocation-log';
  const named = /CloudTrail/.test(key) && !/CloudTrail-Digest/.test(key);
  return named || WRAPPED.test(start) || EVENT_MARK.test(start) ? 'cloudtrail' : 'foreign';
}

const INVOCATION_MARK = /"schemaType"\s*:\s*"ModelInvocationLog"/;
const EVENT_MARK = /"(eventVersion|eventID|eventSource)"\s*:/;

/** What to do about a file that is damaged or cut. */
export function damageAdvice({ origin }: Pick<LogFile, 'origin'>): string {
  return origin === 's3'
    ? 'the next scan fetches it again; if it stays so, the object in S3 itself is damaged'
    : 'copy it again from where it came and import it again';
}

function skip(kind: FileOutcome['kind'], reason: string): Extract<Verdict, { as: 'skip' }> {
  return { as: 'skip', kind, reason };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
