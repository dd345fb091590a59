import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from '../../../shared/model/printable.ts';

test.each([
  ['plain, ümlaut, 日本, 👩‍💻', 'plain, ümlaut, 日本, 👩‍💻'],
  ['\u001b[31mred\u001b]0;title\u0007', '\\u{1b}[31mred\\u{1b}]0;title\\u{7}'],
  ['one\r\ntwo\tthree', 'one\\r\\ntwo\\tthree'],
  ['\u202eexe.txt\u2066', '\\u{202e}exe.txt\\u{2066}'],
  ['pay\u200bpal\ufeff', 'pay\\u{200b}pal\\u{feff}'],
  ['a\u2028b\u009bc', 'a\\u{2028}b\\u{9b}c'],
  ['hidden\u{e0041}', 'hidden\\u{e0041}'],
  ['half \ud83d', 'half \\u{d83d}'],
  ['none \uffff', 'none \\u{ffff}'],
])('%j is printed as %j', (text, printed) => expect(printable(text)).toBe(printed));

test('nothing that a terminal obeys is left', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});
