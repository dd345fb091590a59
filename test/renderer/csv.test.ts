import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../renderer/csv.ts';

describe('toCsv', () => {
  test.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
    ['+1-2', "'+1-2"],
    ['-1+cmd', "'-1+cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    [-12.5, '-12.5'],
    ['-0.0004', '-0.0004'],
    [0, '0'],
    [true, 'true'],
    [null, ''],
    [undefined, ''],
  ])('%j becomes %j', (value, cell) => {
    expect(toCsv(['head'], [[value]])).toBe(`head\r\n${cell}\r\n`);
  });

  test('no cell starts a formula, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const cell = toCsv([], [[text]])
          .slice(2, -2)
          .replace(/^"/, '');
        expect(/^[=+@\t\r]/.test(cell)).toBe(false);
        expect(/^-(?!\d+(\.\d+)?$)/.test(cell)).toBe(false);
      }),
    );
  });
});
