import { TrinoSQL } from 'dt-sql-parser';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { questionText } from '../../../../../electron/backend/store/questions/ask.ts';
import {
  askedLines,
  askedParts,
  withNamedLines,
} from '../../../../../electron/backend/store/questions/asked-lines.ts';
import { QUESTION_TEXTS } from '../../../../../electron/backend/store/questions/questions.ts';

const TEXT = {
  sql: 'SELECT a, -- why not?\n  b, -- if b\n  CAST(? AS DATE), -- if day, month\n  CAST(? AS DATE)',
  params: ['from', 'to'],
};

test.each<[readonly string[], string, readonly string[]]>([
  [[], 'SELECT a, -- why not?\n  CAST(? AS DATE)', ['to']],
  [['b'], 'SELECT a, -- why not?\n  b,\n  CAST(? AS DATE)', ['to']],
  [['month'], 'SELECT a, -- why not?\n  CAST(? AS DATE),\n  CAST(? AS DATE)', ['from', 'to']],
])('with %j asked for, other lines and their parameters are left out', (asked, sql, params) => {
  expect(askedLines(TEXT, new Set(asked))).toEqual({ sql, params });
});

test('a part that nobody asked for is left out whole', () => {
  const parts = ['-- if month\na AS (SELECT 1)', 'SELECT b, -- if month\n  c'];
  expect(askedParts(parts, new Set())).toEqual([parts[1]]);
  expect(askedParts(parts, new Set(['month']))).toEqual(parts);
});

test('named lines stand wherever they are named, and nowhere is a mark left', () => {
  const part =
    'SELECT\n  -- columns:\n  a, -- if a\n  -- end\n  b\nGROUP BY\n  -- the columns\n  b';
  expect(withNamedLines(part)).toBe('SELECT\n  a, -- if a\n  b\nGROUP BY\n  a, -- if a\n  b');
  expect(withNamedLines('SELECT a -- the columns')).toBe('SELECT a -- the columns');
  const marks = Object.keys(QUESTION_TEXTS)
    .map((name) => questionText(name as keyof typeof QUESTION_TEXTS).sql)
    .filter((sql) => /^ *-- (the \w+|\w+:|end)$/m.test(sql));
  expect(marks).toEqual([]);
});

const conditions = [
  ...new Set(
    Object.values(QUESTION_TEXTS)
      .flat()
      .flatMap((part) => [...part.matchAll(/-- if ([\w, -]+)$/gm)])
      .flatMap(([, names]) => names?.split(', ') ?? []),
  ),
];

test('whatever is asked for, what is left is Trino SQL with a name for each parameter', () => {
  const cubes = ['usage-cube', 'usage-cube-by-hour', 'usage-cube-by-call', 'calls-page'] as const;
  const asked = fc.record({
    name: fc.constantFrom(...cubes),
    granularity: fc.constantFrom('hour', 'day', 'month'),
    names: fc.subarray(conditions.filter((name) => !/^(hour|day|month)$/.test(name))),
  });
  fc.assert(
    fc.property(asked, ({ name, granularity, names }) => {
      const { sql, params } = questionText(name, new Set([granularity, ...names]));
      expect(new TrinoSQL().validate(sql)).toEqual([]);
      expect(sql.replaceAll(/--.*$/gm, '').match(/\?/g) ?? []).toHaveLength(params.length);
    }),
    { numRuns: 30 },
  );
});
