import { expect, test } from 'vitest';
import { keysOf } from '../../../../../electron/backend/api/spend/keys.ts';
import { ingest, invocation, lines, withStore, writeLog } from '../../store/store-case.ts';

test('keys and values are told by how often they come', () => {
  const seen = [
    { pairs: { app: 'search', team: 'data' }, times: 2 },
    { pairs: { team: 'risk' }, times: 5 },
    { pairs: { app: 'chat' }, times: 3 },
  ];
  expect(keysOf(seen)).toEqual([
    { key: 'team', values: ['risk', 'data'] },
    { key: 'app', values: ['chat', 'search'] },
  ]);
});

test('of a key with very many values the most frequent are told', () => {
  const many = Array.from({ length: 80 }, (_, index) => ({
    pairs: { id: `v${index}` },
    times: 80 - index,
  }));
  const [id] = keysOf(many);
  expect(id?.values).toHaveLength(50);
  expect(id?.values[0]).toBe('v0');
});

test('the store tells what came with the calls of the period', async () => {
  await withStore(async (store, folder) => {
    const calls = [
      invocation('a', { requestMetadata: { team: 'data' } }),
      invocation('b', { requestMetadata: { team: 'data' } }),
      invocation('c', { requestMetadata: { app: 'chat' } }),
      invocation('d'),
      invocation('e', { timestamp: '2026-10-20T00:00:00Z', requestMetadata: { late: 'x' } }),
    ];
    await ingest(store, [await writeLog(`${folder}/calls.ndjson`, lines(...calls))]);
    const rows = await store.ask('metadata-seen', { from: '2026-10-14', to: '2026-10-15' });
    expect(rows.map((row) => [JSON.parse(row.requestMetadata), row.calls])).toEqual([
      [{ team: 'data' }, 2],
      [{ app: 'chat' }, 1],
    ]);
  });
});
