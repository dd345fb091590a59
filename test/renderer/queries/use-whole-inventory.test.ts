import { expect, test } from 'vitest';
import { readWhole, WHOLE_ROWS } from '../../../renderer/queries/use-whole-inventory.ts';
import type { Call, Input } from '../../../shared/api/contract.ts';

/** A backend with so many agents; answers the calls that were made. */
function backendWith(total: number, offered = total) {
  const calls: Input<'inventory.list'>[] = [];
  const call = (async (_: string, input: Input<'inventory.list'>) => {
    calls.push(input);
    const { offset, limit } = input;
    const count = Math.max(0, Math.min(limit, offered - offset));
    const rows = Array.from({ length: count }, (__, index) => ({ item: offset + index }));
    return { ok: true, value: { rows, total, outcomes: [{ region: 'eu-west-1' }] } };
  }) as unknown as Call;
  return { call, calls };
}

test.each([
  [0, 0, 1],
  [3, 3, 1],
  [500, 500, 1],
  [1201, 1201, 3],
  [WHOLE_ROWS + 1, WHOLE_ROWS, 10],
])('of %i items %i are read in %i calls', async (total, read, count) => {
  const { call, calls } = backendWith(total);
  const answer = await readWhole(call, 'agents');
  expect(answer.rows).toHaveLength(read);
  expect(answer.total).toBe(total);
  expect(calls).toHaveLength(count);
  expect(new Set(answer.rows.map(({ item }) => item)).size).toBe(read);
});

test('a dataset that shrinks while it is read ends', async () => {
  const { call } = backendWith(1200, 600);
  expect((await readWhole(call, 'agents')).rows).toHaveLength(600);
});

test('what the backend answers as an error is thrown', async () => {
  const error = { code: 'internal', message: 'broken' };
  const call = (async () => ({ ok: false, error })) as unknown as Call;
  await expect(readWhole(call, 'agents')).rejects.toThrow('broken');
});
