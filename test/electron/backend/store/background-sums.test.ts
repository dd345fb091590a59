import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLog } from '../../../../electron/backend/log.ts';
import { openStore } from '../../../../electron/backend/store/open.ts';
import type { Store } from '../../../../electron/backend/store/store.ts';
import { addDays } from '../../../../shared/model/period.ts';
import { changedDays, withDatabase } from './rollups/rollup-case.ts';
import { invocation, lines, writeLog } from './store-case.ts';

const now = () => '2026-11-20T12:00:00Z';
let folder: string;

/** Calls of more days than one transaction sums. */
const calls = Array.from({ length: 100 }, (_, index) =>
  invocation(`r${index}`, { timestamp: `${addDays('2026-08-01', index)}T10:00:00Z` }),
);

/** A workspace whose program ended before it summed what it had stored. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-sums-'));
  const store = await openStore({ folder, now });
  await store.ingest([await writeLog(join(folder, 'a.json'), lines(...calls))]);
  await store.close();
  expect(await withDatabase(folder, changedDays)).toBeGreaterThan(0);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Does something at once after opening; answers what the log said of the sums meanwhile. */
async function onOpening(work: (store: Store) => Promise<unknown>): Promise<readonly string[]> {
  const told: string[] = [];
  const sink = { level: 'debug', stacks: false, write: (line: string) => told.push(line) } as const;
  const store = await openStore({ folder, now, log: createLog({ now, sinks: [sink] }) });
  await work(store);
  await store.close();
  return told.filter((line) => line.includes('changed days were not summed'));
}

it.each<{ readonly name: string; readonly work: (store: Store) => Promise<unknown> }>([
  { name: 'closing', work: () => Promise.resolve() },
  { name: 'a scan', work: (store) => store.putSourceReadings('scan', []) },
  { name: 'an import', work: (store) => store.noteUnread([]) },
])(
  '$name does not wait for the sums of before a crash, which stay to be done',
  async ({ work }) => {
    const [told] = await onOpening(work);
    expect(told).toMatch(/Stopped\.|was closed/);
    expect(await withDatabase(folder, changedDays)).toBeGreaterThan(0);
  },
);

it('the end of a job sums what was left', async () => {
  await onOpening(async (store) => {
    await store.putSourceReadings('scan', []);
    await store.sumUp();
  });
  expect(await withDatabase(folder, changedDays)).toBe(0);
});

it('a workspace that is only looked at is summed in the background', async () => {
  const told = await onOpening(async (store) => {
    // Writing goes on one piece after the other: each of these lets one transaction pass.
    for (let at = 0; at < 20; at += 1) await store.setCursor('any', '{}');
  });
  expect(told).toEqual([]);
  expect(await withDatabase(folder, changedDays)).toBe(0);
});
