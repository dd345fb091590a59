import { instantOfMs, msOfInstant } from '../../../../../shared/model/period.ts';
import { integerOf, textOf } from '../../protocols/input.ts';
import { type XmlValue, xmlElement } from '../../protocols/xml.ts';
import type { Reply } from '../../reply.ts';
import type { Call } from '../../service.ts';
import { invalidInput } from '../../wire-fault.ts';
import type { WorldObject } from '../../world/world.ts';
import type { ObjectFacts, ObjectStock } from './s3-objects.ts';

const MAX_KEYS = 1000;

/** What a listing is asked for. */
interface Listing {
  readonly prefix: string;
  readonly delimiter: string;
  readonly maxKeys: number;
  /** Keys after this one only. */
  readonly after: string;
  readonly encode: (text: string) => string;
}

/** One line of a listing: an object, or a common prefix standing for many. */
type Entry =
  | { readonly kind: 'object'; readonly object: WorldObject; readonly name: string }
  | { readonly kind: 'prefix'; readonly name: string };

/** How one version of the listing tells its place in the list. */
type TellPlace = (page: {
  readonly listing: Listing;
  readonly size: number;
  /** The last name of a page that others follow. */
  readonly next: string | undefined;
}) => Readonly<Record<string, XmlValue>>;

/** ListObjectsV2: 1,000 a page, in key order, with prefix, delimiter and continuation token. */
export function listObjectsV2(call: Call, stock: ObjectStock): Promise<Reply> {
  return listed(call, stock, ({ size, next }) => ({
    KeyCount: size,
    ContinuationToken: textOf(call.input, 'continuation-token'),
    NextContinuationToken: next === undefined ? undefined : writeContinuation(next),
    StartAfter: textOf(call.input, 'start-after'),
  }));
}

/** ListObjects: the same with a marker, which S3 names for the next page only with a delimiter. */
export function listObjects(call: Call, stock: ObjectStock): Promise<Reply> {
  return listed(call, stock, ({ listing, next }) => ({
    Marker: listing.encode(listing.after),
    NextMarker: next === undefined || listing.delimiter === '' ? undefined : listing.encode(next),
  }));
}

async function listed(call: Call, stock: ObjectStock, tellPlace: TellPlace): Promise<Reply> {
  const listing = readListing(call);
  const entries = entriesAfter(stock.all(), listing);
  const most = entries.slice(0, listing.maxKeys);
  const facts = await stock.factsOfPage(objectsOf(most));
  const page = untilObject(most, facts.length);
  const objects = objectsOf(page);
  const last = page.at(-1);
  const more = entries.length > page.length && last !== undefined;
  const body = xmlElement(
    'ListBucketResult',
    {
      Name: textOf(call.input, 'bucket'),
      Prefix: listing.encode(listing.prefix),
      Delimiter: listing.delimiter === '' ? undefined : listing.encode(listing.delimiter),
      MaxKeys: listing.maxKeys,
      IsTruncated: more,
      EncodingType: textOf(call.input, 'encoding-type'),
      ...tellPlace({ listing, size: page.length, next: more ? last.name : undefined }),
      Contents: objects.map((object, at) => describeObject(object, facts[at], listing.encode)),
      CommonPrefixes: page
        .filter((entry) => entry.kind === 'prefix')
        .map((entry) => ({ Prefix: listing.encode(entry.name) })),
    },
    'flat',
  );
  return {
    status: 200,
    headers: { 'content-type': 'application/xml', 'x-amz-request-id': call.requestId },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
  };
}

function objectsOf(entries: readonly Entry[]): readonly WorldObject[] {
  return entries.flatMap((entry) => (entry.kind === 'object' ? [entry.object] : []));
}

/** The entries before the object that stands behind `count` others; all where there is none. */
function untilObject(entries: readonly Entry[], count: number): readonly Entry[] {
  const beyond = objectsOf(entries)[count];
  if (beyond === undefined) return entries;
  return entries.slice(
    0,
    entries.findIndex(({ name }) => name === beyond.key),
  );
}

function readListing(call: Call): Listing {
  const { input } = call;
  const maxKeys = integerOf(input, 'max-keys') ?? MAX_KEYS;
  if (maxKeys < 0)
    throw invalidInput('Argument maxKeys must be an integer between 0 and 2147483647');
  const encoding = textOf(input, 'encoding-type');
  const token = textOf(input, 'continuation-token');
  return {
    prefix: textOf(input, 'prefix') ?? '',
    delimiter: textOf(input, 'delimiter') ?? '',
    maxKeys: Math.min(maxKeys, MAX_KEYS),
    after:
      token === undefined
        ? (textOf(input, 'start-after') ?? textOf(input, 'marker') ?? '')
        : readContinuation(token),
    encode: encoding === 'url' ? encodeKey : (text) => text,
  };
}

/** The entries of one page and one more, so that the caller knows whether the list goes on. */
function entriesAfter(objects: readonly WorldObject[], listing: Listing): readonly Entry[] {
  const entries: Entry[] = [];
  const started = firstWhere(objects, (key) => key > listing.after && key >= listing.prefix);
  for (let at = started; at < objects.length; at += 1) {
    const object = objects[at];
    if (object === undefined || !object.key.startsWith(listing.prefix)) break;
    if (entries.length > listing.maxKeys) break;
    const name = commonPrefix(object.key, listing);
    if (name === null) entries.push({ kind: 'object', object, name: object.key });
    else if (name > listing.after && entries.at(-1)?.name !== name) {
      entries.push({ kind: 'prefix', name });
    }
  }
  return entries;
}

function commonPrefix(key: string, listing: Listing): string | null {
  if (listing.delimiter === '') return null;
  const end = key.indexOf(listing.delimiter, listing.prefix.length);
  return end === -1 ? null : key.slice(0, end + listing.delimiter.length);
}

/** The first object whose key satisfies a test that all later keys satisfy too. */
function firstWhere(objects: readonly WorldObject[], test: (key: string) => boolean): number {
  let low = 0;
  let high = objects.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(objects[middle]?.key ?? '')) high = middle;
    else low = middle + 1;
  }
  return low;
}

function describeObject(
  object: WorldObject,
  facts: ObjectFacts | undefined,
  encode: Listing['encode'],
): XmlValue {
  const delivered = msOfInstant(object.lastModified);
  const milliseconds = String(delivered % 1000).padStart(3, '0');
  return {
    Key: encode(object.key),
    LastModified: `${instantOfMs(delivered).slice(0, 19)}.${milliseconds}Z`,
    ETag: facts?.etag,
    ChecksumAlgorithm: 'CRC32',
    ChecksumType: 'FULL_OBJECT',
    Size: facts?.size,
    StorageClass: 'STANDARD',
  };
}

/** As in forms, with slashes as they are: a space is `+`, a parenthesis `%28`. */
function encodeKey(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1).replaceAll('%2F', '/');
}

function writeContinuation(name: string): string {
  return Buffer.from(`1 ${name}`).toString('base64');
}

function readContinuation(token: string): string {
  const text = Buffer.from(token, 'base64').toString('utf8');
  if (!text.startsWith('1 ')) throw invalidInput('The continuation token provided is incorrect');
  return text.slice(2);
}
