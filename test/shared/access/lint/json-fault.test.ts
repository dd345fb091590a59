import { describe, expect, test } from 'vitest';
import { jsonFault } from '../../../../shared/access/lint/json-fault.ts';
import { lintPolicy } from '../../../../shared/access/lint/lint-policy.ts';

describe('where a text stops being JSON', () => {
  test.each([
    ['', 1, 1, /empty/, /Version and Statement/],
    ['{', 1, 2, /ends where a name in double quotes or } is expected/, /close what is open: }/],
    ['{\n  "a": [1, 2\n', 2, 13, /ends where a comma or ] is expected/, /open: ] }/],
    ['{\n "a": 1,,\n "b": 2\n}', 2, 9, /^, stands where a name/, /one comma away/],
    ['{ "a": [1,\n  ] }', 2, 3, /^] stands where a value/, /comma before it/],
    ['{ "a": 1\n  "b": 2 }', 2, 3, /^"b" stands where a comma or }/, /comma before it/],
    ['{ "a" 1 }', 1, 7, /^1 stands where a colon/, /colon between/],
    ["{ 'a': 1 }", 1, 3, /^'a' stands where a name/, /double quotes/],
    ['{ "a": Deny }', 1, 8, /^Deny is no JSON value/, /double quotes/],
    ['{ "a": "x\n }', 1, 8, /has no end/, /double quote on the same line/],
    ['{ "a": "\\d" }', 1, 8, /escape/, /backslash/],
    ['{ // why\n}', 1, 3, /stands where a name/, /no comments/],
    ['{ "a": [1} }', 1, 10, /^} stands where a comma or ]/, /opened last/],
    ['{}\n{}', 2, 1, /^{ stands where nothing more/, /one JSON object/],
    ['{ "a":\u00a01 }', 1, 7, /is no JSON value/, /numbers stand alone/],
  ])('%j', (text, line, column, message, remedy) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(jsonFault(text)).toEqual({
      line,
      column,
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(remedy),
    });
  });

  test.each(['{}', ' [1, -2e5, "a\\u00e9\\n", true, null, {"a": {}, "b": []}]\r\n', '"x"', '7'])(
    '%j is JSON',
    (text) => {
      expect(() => JSON.parse(text)).not.toThrow();
      expect(jsonFault(text)).toBeNull();
    },
  );

  test('agrees with JSON.parse wherever one character of a policy is lost or doubled', () => {
    const policy =
      '{"Version": "2012-10-17", "Statement": [{"Sid": "a\\"b", "Resource": ["*", 1]}]}';
    const isJson = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    const texts = [...policy].flatMap((letter, at) => [
      policy.slice(0, at) + policy.slice(at + 1),
      policy.slice(0, at) + letter + policy.slice(at),
    ]);
    expect(texts.map((text) => jsonFault(text) === null)).toEqual(texts.map(isJson));
  });
});

test('lint tells the line, the column and what to write', () => {
  const [finding, ...others] = lintPolicy('{\n  "Version": "2012-10-17",,\n}', 'identity').findings;
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ check: 'refused', severity: 'error', line: 2 });
  expect(finding?.message).toContain('is no JSON: line 2, column 27: ');
});
