import type { CborValue } from './cbor.ts';

const BREAK = 0xff;
const INDEFINITE = 31;
const DEPTH_LIMIT = 64;

/** Where reading stands. */
interface Cursor {
  readonly bytes: Buffer;
  at: number;
}

/**
 * Reads one CBOR item (definite or indefinite lengths; integers beyond 2^53 become bigint).
 * @throws RangeError when the bytes are cut short, nested over 64 deep, or of an unknown kind.
 */
export function decodeCbor(bytes: Uint8Array): CborValue {
  return read({ bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 }, 0);
}

function read(cursor: Cursor, depth: number): CborValue {
  if (depth > DEPTH_LIMIT) throw new RangeError('CBOR is nested over 64 deep');
  const first = take(cursor, 1).readUInt8(0);
  const major = first >> 5;
  const info = first & 31;
  if (major === 7) return simple(cursor, info);
  if (info === INDEFINITE) return indefinite(cursor, major, depth);
  const size = argument(cursor, info);
  if (major === 0) return size;
  if (major === 1) return typeof size === 'bigint' ? -1n - size : -1 - size;
  const length = Number(size);
  if (major === 2) return new Uint8Array(take(cursor, length));
  if (major === 3) return take(cursor, length).toString('utf8');
  if (major === 4) return Array.from(counted(cursor, length), () => read(cursor, depth + 1));
  if (major === 5) {
    return Object.fromEntries(Array.from(counted(cursor, length), () => entry(cursor, depth)));
  }
  return { tag: length, value: read(cursor, depth + 1) };
}

function* counted(cursor: Cursor, length: number): Generator<number> {
  if (length > cursor.bytes.length - cursor.at) throw new RangeError('CBOR is cut short');
  for (let index = 0; index < length; index += 1) yield index;
}

function entry(cursor: Cursor, depth: number): readonly [string, CborValue] {
  const name = read(cursor, depth + 1);
  if (typeof name !== 'string') throw new RangeError('a CBOR map key is not text');
  return [name, read(cursor, depth + 1)];
}

function indefinite(cursor: Cursor, major: number, depth: number): CborValue {
  if (major === 4) return untilBreak(cursor, () => read(cursor, depth + 1));
  if (major === 5) return Object.fromEntries(untilBreak(cursor, () => entry(cursor, depth)));
  const chunks = untilBreak(cursor, () => read(cursor, depth + 1));
  if (major === 3) return chunks.join('');
  return new Uint8Array(Buffer.concat(chunks.filter((chunk) => chunk instanceof Uint8Array)));
}

function untilBreak<T>(cursor: Cursor, next: () => T): T[] {
  const items: T[] = [];
  while (cursor.bytes[cursor.at] !== BREAK) items.push(next());
  cursor.at += 1;
  return items;
}

function argument(cursor: Cursor, info: number): number | bigint {
  if (info < 24) return info;
  if (info === 24) return take(cursor, 1).readUInt8(0);
  if (info === 25) return take(cursor, 2).readUInt16BE(0);
  if (info === 26) return take(cursor, 4).readUInt32BE(0);
  if (info !== 27) throw new RangeError(`CBOR length form ${info} is reserved`);
  const wide = take(cursor, 8).readBigUInt64BE(0);
  return wide <= BigInt(Number.MAX_SAFE_INTEGER) - 1n ? Number(wide) : wide;
}

function simple(cursor: Cursor, info: number): CborValue {
  if (info === 20 || info === 21) return info === 21;
  if (info === 22 || info === 23) return null;
  if (info === 25) return half(take(cursor, 2).readUInt16BE(0));
  if (info === 26) return take(cursor, 4).readFloatBE(0);
  if (info === 27) return take(cursor, 8).readDoubleBE(0);
  throw new RangeError(`CBOR simple value ${info} is not used by AWS`);
}

function half(bits: number): number {
  const sign = bits >> 15 === 1 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

function take(cursor: Cursor, count: number): Buffer {
  const end = cursor.at + count;
  if (end > cursor.bytes.length) throw new RangeError('CBOR is cut short');
  const bytes = cursor.bytes.subarray(cursor.at, end);
  cursor.at = end;
  return bytes;
}
