import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRecordSplitter } from '../../../../electron/backend/store/ingest/record-splitter.ts';
import {
  column,
  event,
  ingest,
  invocation,
  lines,
  records,
  withStore,
  writeLog,
} from './store-case.ts';

test('repeats are found wherever the file names say they lie', async () => {
  await withStore(async (store, folder) => {
    const old = event('a', { eventTime: '2026-01-01T00:00:00Z' });
    const young = event('b', { eventTime: '2026-10-01T00:00:00Z' });
    const first = await writeLog(join(folder, '2026/10/01/x.json'), records(old, young));
    const second = await writeLog(join(folder, '2026/01/02/y.json'), records(young, event('c')));
    const third = await writeLog(join(folder, '2026/05/05/z.json'), records(old, old, event('c')));
    await ingest(store, [first]);
    const { summary, outcomes } = await ingest(store, [second, third]);
    expect(summary).toMatchObject({ events: 1, duplicates: 4 });
    expect(outcomes.map(({ reason }) => reason)).toEqual([
      '1 of 2 repeat what is stored: b',
      '3 of 3 repeat what is stored: a, c',
    ]);
    expect(await column(store, 'SELECT event_id FROM events ORDER BY 1')).toEqual(['a', 'b', 'c']);
  });
});

test('an id is its exact text', async () => {
  await withStore(async (store, folder) => {
    const ids = ['a', 'a ', 'A', ' a', 'a\u0000', 'ä', 'a\u0308'];
    const file = await writeLog(join(folder, 'a.json'), records(...ids.map((id) => event(id))));
    expect(await ingest(store, [file])).toMatchObject({ summary: { events: ids.length } });
  });
});

test('whatever files records come in, and how often, each is stored once', async () => {
  const file = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.array(file, { maxLength: 6 }), async (files) => {
      await withStore(async (store, folder) => {
        const written = [];
        for (const [i, ids] of files.entries()) {
          const odd = i % 3 === 2;
          const events = ids.map((id) => event(`e${id}`));
          const content = odd ? JSON.stringify(events, null, 1) : records(...events);
          written.push(await writeLog(join(folder, `${i}.json`), content));
          const logs = lines(...ids.map((id) => invocation(`r${id}`)));
          written.push(await writeLog(join(folder, `${i}.ndjson`), logs));
        }
        const { summary } = await ingest(store, written);
        const distinct = new Set(files.flat()).size;
        expect(summary).toMatchObject({ events: distinct, invocations: distinct });
        expect(summary.duplicates).toBe(2 * (files.flat().length - distinct));
      });
    }),
    { numRuns: 8, seed: 7 },
  );
});

test('records are cut the same however the bytes are parted', () => {
  const record = fc.record({
    eventID: fc.string(),
    text: fc.string({ unit: 'binary' }),
    nested: fc.array(fc.record({ Records: fc.array(fc.jsonValue(), { maxLength: 2 }) }), {
      maxLength: 2,
    }),
  });
  const wrap = fc.constantFrom(
    (all: readonly unknown[]) => JSON.stringify({ a: [1], Records: all, z: { x: 1 } }),
    (all: readonly unknown[]) => JSON.stringify(all, null, 2),
    (all: readonly unknown[]) => all.map((one) => JSON.stringify(one)).join('\n'),
  );
  fc.assert(
    fc.property(
      fc.array(record, { maxLength: 5 }),
      wrap,
      fc.integer({ min: 1, max: 64 }),
      (all, as, size) => {
        const bytes = Buffer.from(as(all));
        const splitter = createRecordSplitter();
        const found: unknown[] = [];
        for (let at = 0; at < bytes.length; at += size) {
          for (const cut of splitter.push(bytes.subarray(at, at + size))) {
            found.push(JSON.parse(String(cut.bytes)));
          }
        }
        expect(splitter.end()).toEqual([]);
        expect(found).toEqual(JSON.parse(JSON.stringify(all)));
      },
    ),
    { numRuns: 300 },
  );
});
