import { TrinoSQL } from 'dt-sql-parser';
import { expect, test } from 'vitest';
import { questionText } from '../../../../electron/backend/store/questions/ask.ts';
import {
  QUESTION_TEXTS,
  type QuestionName,
} from '../../../../electron/backend/store/questions/questions.ts';

const NAMES = Object.keys(QUESTION_TEXTS) as QuestionName[];

/** Functions that mean the same in Trino and in DuckDB. */
const FUNCTIONS = new Set([
  'array_agg',
  'array_sort',
  'cast',
  'chr',
  'coalesce',
  'concat',
  'concat_ws',
  'contains',
  'count',
  'date_trunc',
  'greatest',
  // A macro of that name in DuckDB.
  'json_extract_scalar',
  'lower',
  'max',
  'min',
  'regexp_extract',
  'round',
  'row_number',
  'split',
  'split_part',
  'strpos',
  'sum',
]);
/** Words before a parenthesis that are no function. */
const KEYWORDS =
  /^(as|and|or|in|from|join|over|values|by|where|when|then|else|on|not|having|outer|u|exists|unnest)$/i;

const withoutComments = (sql: string) => sql.replaceAll(/--.*$/gm, '');

test.each(NAMES)('%s is Trino SQL', (name) => {
  const sql = questionText(name).sql;
  expect(new TrinoSQL().validate(sql)).toEqual([]);
});

test.each(NAMES)('%s calls only functions that both engines have', (name) => {
  const sql = withoutComments(questionText(name).sql).replaceAll(/'[^']*'/g, "''");
  const called = [...sql.matchAll(/([a-z_]+)\s*\(/gi)].map(([, word]) => word ?? '');
  const unknown = called.filter(
    (word) => !KEYWORDS.test(word) && !FUNCTIONS.has(word.toLowerCase()),
  );
  expect(unknown).toEqual([]);
});

test.each(NAMES)('%s has a name for each parameter, and casts it', (name) => {
  const { sql, params } = questionText(name);
  const marks = withoutComments(sql).match(/\?/g) ?? [];
  expect(marks).toHaveLength(params.length);
  const bare = withoutComments(sql).replaceAll(/CAST\(\? AS \w+\)/g, '');
  expect(bare.replace(/OFFSET \? LIMIT \?/, '')).not.toContain('?');
});

test('the grammar refuses what only DuckDB understands', () => {
  for (const sql of [
    'SELECT a::int FROM t',
    'SELECT * FROM t QUALIFY x = 1',
    'SELECT a FROM t GROUP BY ALL',
  ]) {
    expect(new TrinoSQL().validate(sql)).not.toEqual([]);
  }
});
