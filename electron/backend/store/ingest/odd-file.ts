import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { isObject, plainEvent, plainInvocation } from './plain-record.ts';
import { plainStart, readChunks } from './read-file.ts';
import { type CutRecord, createRecordSplitter } from './record-splitter.ts';
import { recordKind } from './shape.ts';

/** What an odd file held, with its good records written to two NDJSON files. */
export interface SplitFile {
  readonly events: number;
  readonly invocations: number;
  readonly digests: number;
  /** Objects that are no record of either kind. */
  readonly others: number;
  /** Records without id or time, too large or broken. */
  readonly fragments: number;
  /** The first few fragments and breaks, each named with its place. */
  readonly problems: readonly string[];
  /** The beginning of a file whose end is missing; null for a whole one. */
  readonly cut: string | null;
}

interface Tally {
  record: number;
  events: number;
  invocations: number;
  digests: number;
  others: number;
  fragments: number;
  isCut: boolean;
  readonly problems: string[];
}

const NAMED_PROBLEMS = 5;
const decoder = () => new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * Cuts a file of any JSON layout into records and writes the good ones, as lines with the fields
 * that are read, to `eventsPath` and `invocationsPath`. Memory holds one record at a time.
 */
export async function splitOddFile(options: {
  readonly path: string;
  readonly eventsPath: string;
  readonly invocationsPath: string;
  readonly signal?: AbortSignal;
}): Promise<SplitFile> {
  const events = createWriteStream(options.eventsPath);
  const invocations = createWriteStream(options.invocationsPath);
  const closed = Promise.all([finished(events), finished(invocations)]);
  closed.catch(() => undefined);
  const tally: Tally = {
    record: 0,
    events: 0,
    invocations: 0,
    digests: 0,
    others: 0,
    fragments: 0,
    isCut: false,
    problems: [],
  };
  const splitter = createRecordSplitter();
  const take = (records: readonly CutRecord[]) => takeAll(records, { tally, events, invocations });
  try {
    for await (const chunk of readChunks(options.path, options.signal)) {
      await take(splitter.push(chunk));
    }
    await take(splitter.end());
  } finally {
    events.end();
    invocations.end();
  }
  await closed;
  const stray = splitter.strayAt();
  if (stray !== null) problem(tally, `text that is not JSON at byte ${stray}`);
  if (splitter.isOpen()) {
    tally.isCut = true;
    problem(tally, 'the file ends before its list of records does');
  }
  return { ...tally, cut: tally.isCut ? await plainStart(options.path) : null };
}

interface Sinks {
  readonly tally: Tally;
  readonly events: WriteStream;
  readonly invocations: WriteStream;
}

async function takeAll(records: readonly CutRecord[], sinks: Sinks): Promise<void> {
  for (const record of records) {
    for (const value of valuesOf(record, sinks.tally)) await takeValue(value, record, sinks);
  }
}

/** The JSON values of a cut; a broken line that swallowed its followers is cut at line ends. */
function valuesOf(record: CutRecord, tally: Tally): readonly unknown[] {
  if (record.bytes === null) return broken(tally, record, 'larger than 32 MiB');
  const parsed = parseBytes(record.bytes);
  if (parsed.ok) return [parsed.value];
  const lines = splitLines(record);
  if (lines.length < 2) {
    tally.isCut ||= !record.complete;
    return broken(tally, record, record.complete ? parsed.reason : 'the file ends inside it');
  }
  return lines.flatMap((line) => valuesOf(line, tally));
}

function broken(tally: Tally, record: CutRecord, reason: string): readonly never[] {
  tally.record++;
  tally.fragments++;
  problem(tally, `record ${tally.record} at byte ${record.offset}: ${reason}`);
  return [];
}

type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: string };

function parseBytes(bytes: Buffer): Parsed {
  try {
    return { ok: true, value: JSON.parse(decoder().decode(bytes)) };
  } catch (thrown) {
    return { ok: false, reason: thrown instanceof SyntaxError ? 'not JSON' : 'not valid UTF-8' };
  }
}

/** The lines of a cut; only the last of them can be the one in which the file ended. */
function splitLines({ bytes, offset, complete }: CutRecord): readonly CutRecord[] {
  const lines: CutRecord[] = [];
  const text = bytes ?? Buffer.alloc(0);
  let from = 0;
  for (let at = text.indexOf(10); at >= 0; at = text.indexOf(10, from)) {
    lines.push({ bytes: text.subarray(from, at), offset: offset + from, complete: true });
    from = at + 1;
  }
  lines.push({ bytes: text.subarray(from), offset: offset + from, complete });
  return lines.filter((line) => (line.bytes?.length ?? 0) > 1);
}

async function takeValue(value: unknown, record: CutRecord, sinks: Sinks): Promise<void> {
  const { tally } = sinks;
  tally.record++;
  const event = embeddedEvent(value) ?? value;
  const kind = recordKind(event);
  if (kind === 'digest') tally.digests++;
  if (kind === 'other') tally.others++;
  if ((kind !== 'event' && kind !== 'invocation') || !isObject(event)) return;
  const plain = kind === 'event' ? plainEvent(event) : plainInvocation(event);
  if (plain.as === 'fragment') {
    tally.fragments++;
    const name = event.eventName ?? event.operation;
    const called = typeof name === 'string' ? ` (${name.slice(0, 80)})` : '';
    problem(tally, `record ${tally.record}${called} at byte ${record.offset}: ${plain.missing}`);
    return;
  }
  if (kind === 'event') tally.events++;
  else tally.invocations++;
  await writeLine(kind === 'event' ? sinks.events : sinks.invocations, plain.line);
}

/** The event inside an item of a saved LookupEvents answer; null for anything else. */
function embeddedEvent(value: unknown): unknown {
  if (!isObject(value) || typeof value.CloudTrailEvent !== 'string') return null;
  const parsed = parseBytes(Buffer.from(value.CloudTrailEvent));
  return parsed.ok ? parsed.value : null;
}

async function writeLine(stream: WriteStream, line: string): Promise<void> {
  if (!stream.write(line)) await once(stream, 'drain');
}

function problem(tally: Tally, text: string): void {
  if (tally.problems.length < NAMED_PROBLEMS) tally.problems.push(text);
}
