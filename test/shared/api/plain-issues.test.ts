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

const PERIOD = { from: '2026-11-01', to: '2026-12-01' };

test.each([
  [
    'connection.add',
    { label: 'x', regions: ['mars-1'] },
    'mars-1 is no Region code; write it as AWS does, as in eu-west-1.',
  ],
  [
    'spend.get',
    { ...PERIOD, groupBy: 'model', filter: { regions: ['eu-west-1', 'Ireland'] } },
    'Ireland is no Region code; write it as AWS does, as in eu-west-1.',
  ],
  [
    'inventory.list',
    { dataset: 'agents', filter: { regions: ['mars-1'] }, offset: 0, limit: 10 },
    'mars-1 is no Region code; write it as AWS does, as in eu-west-1.',
  ],
  [
    'connection.add',
    { label: '', regions: ['mars-1'] },
    'connection.add: label: too small: expected string to have >=1 characters; mars-1 is no Region code; write it as AWS does, as in eu-west-1.',
  ],
  [
    'files.list',
    { offset: 'x', limit: 1 },
    'files.list: offset: expected number, received string.',
  ],
])('a wrong input of %s is answered in one plain sentence', async (method, input, message) => {
  const send = dispatcher({} as Api);
  const error = { code: 'invalid-input', message };
  expect(await send(method, input)).toEqual({ ok: false, error });
});
