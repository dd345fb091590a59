import {
  dayOf,
  type Instant,
  instantOfMs,
  msOfInstant,
  weekdayOf,
} from '../../../../../shared/model/period.ts';
import { requiredText } from '../../protocols/input.ts';
import type { Reply } from '../../reply.ts';
import type { Call } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';
import type { WorldObject } from '../../world/world.ts';
import type { ObjectFacts, ObjectStock } from './s3-objects.ts';

/** First byte and the byte after the last. */
interface ByteRange {
  readonly start: number;
  readonly end: number;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const RANGE = /^bytes=(\d*)-(\d*)$/;

/** GetObject and HeadObject: whole or a byte range, with ETag conditions and a CRC-32. */
export function readObject(call: Call, stock: ObjectStock): Reply {
  const object = findObject(call, stock);
  const facts = stock.facts(object);
  const { headers } = call.request;
  const common = { ...describe(object, facts), 'x-amz-request-id': call.requestId };
  if (headers['if-match'] !== undefined && headers['if-match'] !== facts.etag) {
    const text = 'At least one of the pre-conditions you specified did not hold';
    throw new WireFault('PreconditionFailed', 412, text);
  }
  if (headers['if-none-match'] === facts.etag) return { status: 304, headers: common, body: '' };
  const head = call.request.method === 'HEAD';
  const range = readRange(headers.range, facts.size);
  if (range !== null)
    return partial(common, { range, facts, body: head ? null : stock.body(object) });
  return {
    status: 200,
    headers: {
      ...common,
      ...checksum(headers['x-amz-checksum-mode'], facts),
      'content-length': String(facts.size),
    },
    body: head ? '' : stock.body(object),
  };
}

function findObject(call: Call, stock: ObjectStock): WorldObject {
  const found = stock.find(requiredText(call.input, 'key'));
  if (found !== undefined) return found;
  throw new WireFault('NoSuchKey', 404, 'The specified key does not exist.');
}

/** CloudTrail and Bedrock deliver gzip as an encoding of JSON. */
function describe(object: WorldObject, facts: ObjectFacts): Record<string, string> {
  const zipped = object.key.endsWith('.gz');
  return {
    etag: facts.etag,
    'last-modified': httpDate(object.lastModified),
    'accept-ranges': 'bytes',
    'content-type': 'application/json',
    ...(zipped ? { 'content-encoding': 'gzip' } : {}),
    'x-amz-server-side-encryption': 'AES256',
    ...ownHeaders(object),
  };
}

function ownHeaders({ metadata }: WorldObject): Record<string, string> {
  const entries = Object.entries(metadata?.() ?? {});
  return Object.fromEntries(entries.map(([name, value]) => [`x-amz-meta-${name}`, value]));
}

/** `Mon, 16 Nov 2026 09:05:00 GMT`, as HTTP headers carry times. */
function httpDate(instant: Instant): string {
  const text = instantOfMs(msOfInstant(instant));
  const day = dayOf(text);
  const month = MONTHS[Number(day.slice(5, 7)) - 1];
  return `${WEEKDAYS[weekdayOf(day)]}, ${day.slice(8)} ${month} ${day.slice(0, 4)} ${text.slice(11, 19)} GMT`;
}

function checksum(mode: string | undefined, facts: ObjectFacts): Record<string, string> {
  if (mode?.toUpperCase() !== 'ENABLED') return {};
  return { 'x-amz-checksum-crc32': facts.crc32, 'x-amz-checksum-type': 'FULL_OBJECT' };
}

function partial(
  headers: Readonly<Record<string, string>>,
  part: { readonly range: ByteRange; readonly facts: ObjectFacts; readonly body: Buffer | null },
): Reply {
  const { start, end } = part.range;
  return {
    status: 206,
    headers: {
      ...headers,
      'content-range': `bytes ${start}-${end - 1}/${part.facts.size}`,
      'content-length': String(end - start),
    },
    body: part.body?.subarray(start, end) ?? '',
  };
}

/** A range header that cannot be read is ignored, one outside the object is refused (RFC 9110). */
function readRange(header: string | undefined, size: number): ByteRange | null {
  const [, first, last] = RANGE.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || first + last === '') return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  if (start < size && start < end) return { start, end };
  throw new WireFault('InvalidRange', 416, 'The requested range is not satisfiable');
}
