import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CborValue, cborTime } from '../../../../../electron/backend/demo/protocols/cbor.ts';
import { decodeCbor } from '../../../../../electron/backend/demo/protocols/cbor-decode.ts';
import { encodeCbor } from '../../../../../electron/backend/demo/protocols/cbor-encode.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

/** Examples of RFC 8949, appendix A. */
const RFC: readonly (readonly [string, CborValue])[] = [
  ['00', 0],
  ['17', 23],
  ['1818', 24],
  ['1903e8', 1000],
  ['1a000f4240', 1_000_000],
  ['1b000000e8d4a51000', 1_000_000_000_000],
  ['1bffffffffffffffff', 18446744073709551615n],
  ['20', -1],
  ['3903e7', -1000],
  ['fb3ff199999999999a', 1.1],
  ['f5', true],
  ['f6', null],
  ['c11a514b67b0', { tag: 1, value: 1363896240 }],
  ['4401020304', Uint8Array.of(1, 2, 3, 4)],
  ['6449455446', 'IETF'],
  ['8301820203820405', [1, [2, 3], [4, 5]]],
  ['a26161016162820203', { a: 1, b: [2, 3] }],
];

const value = fc.letrec((tie) => ({
  item: fc.oneof(
    { depthSize: 'small' },
    fc.integer({ min: -(2 ** 53) + 2, max: 2 ** 53 - 2 }),
    fc.double({ noNaN: true }),
    fc.string({ unit: 'grapheme' }),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array(),
    fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n - 1n }),
    fc.array(tie('item'), { maxLength: 30 }),
    fc.dictionary(
      fc.string().filter((name) => name !== '__proto__' && name !== 'tag'),
      tie('item'),
    ),
  ),
})).item as fc.Arbitrary<CborValue>;

describe('CBOR', () => {
  test.each(RFC)('%s reads and writes as the standard shows', (text, expected) => {
    expect(decodeCbor(hex(text))).toEqual(expected);
    expect(Buffer.from(encodeCbor(expected)).toString('hex')).toBe(text);
  });

  test.each([
    ['f93c00', 1],
    ['f9fc00', Number.NEGATIVE_INFINITY],
    ['f90001', 2 ** -24],
    ['fa47c35000', 100000],
    ['9f018202039f0405ffff', [1, [2, 3], [4, 5]]],
    ['bf61610161629f0203ffff', { a: 1, b: [2, 3] }],
    ['7f657374726561646d696e67ff', 'streaming'],
    ['5f42010243030405ff', Uint8Array.of(1, 2, 3, 4, 5)],
  ])('%s reads', (text, expected) => {
    expect(decodeCbor(hex(text))).toEqual(expected);
  });

  test.each([
    '',
    '18',
    '62',
    '9f01',
    'bf6161',
    '81',
    'a101',
    '1c',
    'f8ff',
    '9affffffff',
    `${'81'.repeat(70)}00`,
  ])('%s is refused', (text) => {
    expect(() => decodeCbor(hex(text))).toThrow(RangeError);
  });

  test('what is written is read back', () => {
    fc.assert(
      fc.property(value, (item) => {
        expect(decodeCbor(encodeCbor(item))).toEqual(item);
      }),
    );
  });

  test.each([0, 23, 24, 255, 256, 65_535, 65_536])('texts and numbers around %i', (size) => {
    const text = 'x'.repeat(size);
    expect(decodeCbor(encodeCbor([text, size, -1 - size]))).toEqual([text, size, -1 - size]);
  });

  test('doubles stay doubles and times are tag 1 in seconds', () => {
    expect(encodeCbor(Float64Array.of(2)).toString('hex')).toBe('81fb4000000000000000');
    expect(encodeCbor(cborTime(1_363_896_240_000)).toString('hex')).toBe('c11a514b67b0');
  });
});
