import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Api } from '../../../shared/api/contract.ts';
import { dispatcher } from '../../../shared/api/dispatch.ts';
import { plainIssues } from '../../../shared/api/plain-issues.ts';

const schema = z.strictObject({
  name: z.string().min(1),
  rows: z.array(z.strictObject({ n: z.number() })),
});

const cases: readonly (readonly [unknown, string])[] = [
  [null, 'expected object, received null'],
  [{ name: 1, rows: [] }, 'name: expected string, received number'],
  [{ name: 'a', rows: [{ n: 1 }, { n: 'x' }] }, 'rows[1].n: expected number, received string'],
  [{ name: 'a', rows: [], more: 1 }, 'unrecognized key: "more"'],
  [{ name: '', rows: 1 }, 'name: too small: expected string to have >=1 characters; rows: expect'],
];

test.each(cases)('%j', (value, text) => {
  const plain = plainIssues(schema.safeParse(value).error ?? new z.ZodError([]));
  expect(plain).toContain(text);
  expect(plain).not.toMatch(/[\n✖→]/);
});

test('of many only the first are told', () => {
  const rows = Array.from({ length: 9 }, () => ({ n: 'x' }));
  const { error } = schema.safeParse({ name: 'a', rows });
  expect(plainIssues(error ?? new z.ZodError([]))).toMatch(/; and 6 more$/);
});

test('of a choice the first shape is the one that is meant', () => {
  const choice = z.object({ file: z.union([schema, z.object({ version: z.number() })]) });
  const { error } = choice.safeParse({ file: { name: 1, rows: [] } });
  expect(plainIssues(error ?? new z.ZodError([]))).toBe(
    'file.name: expected string, received number',
  );
});

test('a wrong input is answered in one plain sentence', async () => {
  const send = dispatcher({} as Api);
  expect(await send('connection.add', { label: 'x', regions: ['Ireland'] })).toEqual({
    ok: false,
    error: {
      code: 'invalid-input',
      message: 'connection.add: regions[0]: expected a Region code like eu-west-1.',
    },
  });
});
