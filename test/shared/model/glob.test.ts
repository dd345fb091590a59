import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesGlob } from '../../../shared/model/glob.ts';

describe('matchesGlob', () => {
  test.each([
    ['app', 'app', true],
    ['app', 'app2', false],
    ['app', 'App', false],
    ['*', '', true],
    ['?', '', false],
    ['batch-*', 'batch-etl', true],
    ['*-etl', 'batch-etl', true],
    ['b?tch-*', 'batch-etl', true],
    ['*:role/*/app', 'arn:aws:iam::1:role/x/y/app', true],
    ['*:role/app', 'arn:aws:iam::1:role/x/app', false],
    ['a*b*c', 'aXbYbZc', true],
    ['a*b*c', 'acb', false],
    ['a.c', 'abc', false],
    ['', '', true],
    ['', 'a', false],
  ])('%s on %s is %s', (pattern, text, answer) => {
    expect(matchesGlob(pattern, text)).toBe(answer);
  });

  test('a hostile pattern takes pattern x text steps', () => {
    expect(matchesGlob(`${'*a'.repeat(500)}b`, 'a'.repeat(2_000))).toBe(false);
  });

  test('agrees with a regular expression', () => {
    const letters = (...of: string[]) =>
      fc.array(fc.constantFrom(...of), { maxLength: 8 }).map((list) => list.join(''));
    fc.assert(
      fc.property(letters('a', 'b', '*', '?'), letters('a', 'b'), (pattern, text) => {
        const expression = pattern.replaceAll('*', '.*').replaceAll('?', '.');
        return matchesGlob(pattern, text) === new RegExp(`^${expression}$`).test(text);
      }),
    );
  });
});
