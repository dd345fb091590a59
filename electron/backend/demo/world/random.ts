import { AppError } from '../../../../shared/model/app-error.ts';

/** A stream of repeatable pseudo-random draws; the same seed gives the same stream. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One of the items by their weights. */
  weighted<T>(items: readonly Weighted<T>[]): T;
  /** A whole number around `median`, skewed upwards as token counts are (log-normal). */
  around(median: number, spread?: number): number;
  /** Lower-case hexadecimal text. */
  hex(length: number): string;
  /** A version 4 UUID. */
  uuid(): string;
}

/** A value and how often it is drawn relative to the others. */
export type Weighted<T> = readonly [value: T, weight: number];

const WORD = 0x1_0000_0000;

/** Starts a stream from any text (sfc32 fed by an FNV-1a hash of the text). */
export function createRandom(seed: string): Random {
  const word = wordStream(seed);
  const next = () => word() / WORD;
  return {
    next,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => itemAt(items, Math.floor(next() * items.length)),
    weighted: (items) => pickWeighted(items, next()),
    around: (median, spread = 0.6) => Math.round(median * Math.exp(spread * normal(next))),
    hex: (length) => hexText(word, length),
    uuid: uuidWriter(word),
  };
}

function wordStream(seed: string): () => number {
  let a = fnv(seed, 0x811c9dc5);
  let b = fnv(seed, 0x01234567);
  let c = fnv(seed, 0x89abcdef);
  let counter = 1;
  const word = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let warmUp = 0; warmUp < 12; warmUp += 1) word();
  return word;
}

function fnv(text: string, start: number): number {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}

function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

function pickWeighted<T>(items: readonly Weighted<T>[], draw: number): T {
  let total = 0;
  for (const [, weight] of items) total += weight;
  let rest = draw * total;
  for (const [value, weight] of items) {
    rest -= weight;
    if (rest < 0) return value;
  }
  return itemAt(items, items.length - 1)[0];
}

function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) {
    throw new AppError('internal', 'The simulated world drew from an empty list.');
  }
  return item;
}

function hexText(word: () => number, length: number): string {
  let text = '';
  while (text.length < length) text += word().toString(16).padStart(8, '0');
  return text.slice(0, length);
}

const HEX_CODES = Buffer.from('0123456789abcdef', 'latin1');
const DASH = 0x2d;
const DASHES: readonly number[] = [8, 13, 18, 23];

/** Writes the text into one buffer: a hundred thousand UUIDs must not cost a second. */
function uuidWriter(word: () => number): () => string {
  const text = Buffer.alloc(36);
  return () => {
    let bits = 0;
    let left = 0;
    for (let index = 0; index < 36; index += 1) {
      if (DASHES.includes(index)) {
        text[index] = DASH;
        continue;
      }
      if (left === 0) {
        bits = word();
        left = 8;
      }
      text[index] = HEX_CODES[nibbleAt(index, bits & 15)] ?? DASH;
      bits >>>= 4;
      left -= 1;
    }
    return text.toString('latin1');
  };
}

/** Version 4 and the variant of RFC 9562 are fixed; all other digits are drawn. */
function nibbleAt(index: number, drawn: number): number {
  if (index === 14) return 4;
  return index === 19 ? 8 | (drawn & 3) : drawn;
}
