/** One record cut out of a file. */
export interface CutRecord {
  /** Its bytes; null when it was too large to keep. */
  readonly bytes: Buffer | null;
  /** Where it begins in the file. */
  readonly offset: number;
  /** False when the file ended inside it. */
  readonly complete: boolean;
}

/** A record beyond this is named and not taken: CloudTrail allows 256 KB, bodies stay under 25 MB. */
export const MAX_RECORD_BYTES = 32 << 20;

/** Cuts a byte stream of any JSON layout into its records. */
export interface RecordSplitter {
  /** Takes the next chunk and answers the records that end in it. */
  push(chunk: Buffer): readonly CutRecord[];
  /** What is left when the file ends. */
  end(): readonly CutRecord[];
  /** The offset of the first byte that belongs to no JSON; null while there is none. */
  readonly strayAt: () => number | null;
  /** Whether the file ended between two records of a list that is not closed. */
  readonly isOpen: () => boolean;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const COMMA = 0x2c;
const WRAPPER_KEY = /"(Records|Events|logEvents)"\s*:\s*$/;

interface State {
  depth: number;
  /** The depth at which records begin: 0, 1 in an array, 2 in `{"Records":[`. */
  base: number;
  inString: boolean;
  escaped: boolean;
  kept: Buffer[];
  keptBytes: number;
  start: number;
  offset: number;
  stray: number | null;
}

/**
 * A splitter for objects one after the other (on one line each or pretty-printed), in an array, or
 * in the `Records` array of one object; it keeps no more than the record at hand in memory.
 */
export function createRecordSplitter(): RecordSplitter {
  const state: State = {
    depth: 0,
    base: 0,
    inString: false,
    escaped: false,
    kept: [],
    keptBytes: 0,
    start: -1,
    offset: 0,
    stray: null,
  };
  return {
    push: (chunk) => pushChunk(state, chunk),
    end: () => (state.start < 0 ? [] : [cut(state, false)]),
    strayAt: () => state.stray,
    isOpen: () => state.start < 0 && state.base > 0 && state.depth > 0,
  };
}

function pushChunk(state: State, chunk: Buffer): readonly CutRecord[] {
  const found: CutRecord[] = [];
  /** Where in this chunk the record at hand begins; -1 outside of records. */
  let from = state.start < 0 ? -1 : 0;
  for (let i = 0; i < chunk.length; i++) {
    if (state.inString) {
      i = endOfString(state, chunk, i);
      continue;
    }
    const byte = chunk[i] ?? 0;
    if (byte === QUOTE) state.inString = true;
    else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      if (state.start < 0) from = open(state, byte, i);
      else if (byte === OPEN_ARRAY && isWrapper(state, chunk, from, i)) from = enter(state);
      state.depth++;
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
      if (close(state) && from >= 0) {
        keep(state, chunk.subarray(from, i + 1));
        found.push(cut(state, true));
        from = -1;
      }
    } else if (state.start < 0) noteStray(state, byte, i);
  }
  if (from >= 0) keep(state, chunk.subarray(from));
  state.offset += chunk.length;
  return found;
}

/** Walks to the closing quote; answers the index of the last byte that belongs to the string. */
function endOfString(state: State, chunk: Buffer, from: number): number {
  let i = from;
  for (; i < chunk.length; i++) {
    const byte = chunk[i];
    if (state.escaped) state.escaped = false;
    else if (byte === BACKSLASH) state.escaped = true;
    else if (byte === QUOTE) {
      state.inString = false;
      return i;
    }
  }
  return i;
}

function open(state: State, byte: number, i: number): number {
  if (byte === OPEN_ARRAY && state.depth === 0) {
    state.base = 1;
    return -1;
  }
  if (byte !== OPEN_OBJECT || state.depth !== state.base) return -1;
  state.start = state.offset + i;
  return i;
}

/** Whether the array that opens at `i` is the list of records of the object around it. */
function isWrapper(state: State, chunk: Buffer, from: number, i: number): boolean {
  if (state.depth !== 1 || state.base !== 0) return false;
  const tail = chunk.subarray(Math.max(from, i - 64), i).toString('latin1');
  const before = tail.length < 64 ? Buffer.concat(state.kept).subarray(-64).toString('latin1') : '';
  return WRAPPER_KEY.test(before + tail);
}

function enter(state: State): number {
  state.base = 2;
  state.start = -1;
  state.kept = [];
  state.keptBytes = 0;
  return -1;
}

/** Closes one level; true when the record at hand ends with it. */
function close(state: State): boolean {
  state.depth = Math.max(0, state.depth - 1);
  const ends = state.start >= 0 && state.depth === state.base;
  if (state.start < 0 && state.depth < state.base) state.base = 0;
  return ends;
}

function keep(state: State, bytes: Buffer): void {
  state.keptBytes += bytes.length;
  if (state.keptBytes > MAX_RECORD_BYTES) state.kept = [];
  else state.kept.push(bytes);
}

function cut(state: State, complete: boolean): CutRecord {
  const bytes = state.keptBytes > MAX_RECORD_BYTES ? null : Buffer.concat(state.kept);
  const record = { bytes, offset: state.start, complete };
  state.start = -1;
  state.kept = [];
  state.keptBytes = 0;
  return record;
}

function noteStray(state: State, byte: number, i: number): void {
  const white = byte <= 0x20 || byte === COMMA || byte === 0xef || byte === 0xbb || byte === 0xbf;
  if (state.depth === 0 && !white && state.stray === null) state.stray = state.offset + i;
}
