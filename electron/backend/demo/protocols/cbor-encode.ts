import { type CborValue, isCborTag } from './cbor.ts';

const UNSIGNED = 0;
const NEGATIVE = 1;
const BYTES = 2;
const TEXT = 3;
const LIST = 4;
const MAP = 5;
const TAG = 6;

/** Writes a value as CBOR (RFC 8949) with definite lengths. */
export function encodeCbor(value: CborValue): Buffer {
  const parts: Buffer[] = [];
  write(parts, value);
  return Buffer.concat(parts);
}

function write(parts: Buffer[], value: CborValue): void {
  if (value === null) parts.push(Buffer.of(0xf6));
  else if (typeof value === 'boolean') parts.push(Buffer.of(value ? 0xf5 : 0xf4));
  else if (typeof value === 'number') writeNumber(parts, value);
  else if (typeof value === 'bigint') writeInteger(parts, value);
  else if (typeof value === 'string') writeBytes(parts, TEXT, Buffer.from(value));
  else if (value instanceof Float64Array) writeDoubles(parts, value);
  else if (value instanceof Uint8Array) writeBytes(parts, BYTES, Buffer.from(value));
  else writeComposite(parts, value);
}

function writeComposite(parts: Buffer[], value: CborValue & object): void {
  if (isList(value)) {
    parts.push(head(LIST, value.length));
    for (const item of value) write(parts, item);
    return;
  }
  if (isCborTag(value)) {
    parts.push(head(TAG, value.tag));
    write(parts, value.value);
    return;
  }
  const entries = Object.entries(value);
  parts.push(head(MAP, entries.length));
  for (const [name, item] of entries) {
    writeBytes(parts, TEXT, Buffer.from(name));
    write(parts, item);
  }
}

function isList(value: CborValue & object): value is readonly CborValue[] {
  return Array.isArray(value);
}

function writeNumber(parts: Buffer[], value: number): void {
  if (Number.isSafeInteger(value) && !Object.is(value, -0)) {
    parts.push(value < 0 ? head(NEGATIVE, -1 - value) : head(UNSIGNED, value));
  } else {
    parts.push(double(value));
  }
}

function writeInteger(parts: Buffer[], value: bigint): void {
  const buffer = Buffer.alloc(9);
  buffer[0] = ((value < 0n ? NEGATIVE : UNSIGNED) << 5) | 27;
  buffer.writeBigUInt64BE(value < 0n ? -1n - value : value, 1);
  parts.push(buffer);
}

function writeBytes(parts: Buffer[], major: number, bytes: Buffer): void {
  parts.push(head(major, bytes.length), bytes);
}

function writeDoubles(parts: Buffer[], values: Float64Array): void {
  parts.push(head(LIST, values.length));
  for (const value of values) parts.push(double(value));
}

function double(value: number): Buffer {
  const buffer = Buffer.alloc(9);
  buffer[0] = 0xfb;
  buffer.writeDoubleBE(value, 1);
  return buffer;
}

function head(major: number, size: number): Buffer {
  const top = major << 5;
  if (size < 24) return Buffer.of(top | size);
  if (size < 0x100) return Buffer.of(top | 24, size);
  if (size < 0x10000) return Buffer.of(top | 25, size >> 8, size & 0xff);
  const wide = size >= 0x1_0000_0000;
  const buffer = Buffer.alloc(wide ? 9 : 5);
  buffer[0] = top | (wide ? 27 : 26);
  if (wide) buffer.writeBigUInt64BE(BigInt(size), 1);
  else buffer.writeUInt32BE(size, 1);
  return buffer;
}
