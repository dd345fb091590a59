import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonTokens, laidOut } from '../../../renderer/components/json-tokens.ts';

test('names, strings and words are told apart', () => {
  const tokens = jsonTokens('{"Sid": "a\\"b", "n": [-1.5, true]}');
  const kinds = tokens.filter(({ kind }) => kind !== 'plain');
  expect(kinds.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'key "Sid"',
    'string "a\\"b"',
    'key "n"',
    'word -1.5',
    'word true',
  ]);
});

test('tokens joined are the text again, whatever it is', () => {
  const joined = (text: string) =>
    jsonTokens(text)
      .map((token) => token.text)
      .join('');
  fc.assert(fc.property(fc.string(), (text) => joined(text) === text));
  fc.assert(fc.property(fc.json(), (text) => joined(laidOut(text)) === laidOut(text)));
});

test('text that is no JSON stays as it is', () => {
  expect(laidOut('{"a":')).toBe('{"a":');
  expect(laidOut('{"a":1}')).toBe('{\n  "a": 1\n}');
});
