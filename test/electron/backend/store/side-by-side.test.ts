import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openStore } from '../../../../electron/backend/store/open.ts';
import type { LogFile, Store } from '../../../../electron/backend/store/store.ts';
import { seededRandom } from '../../../bench/seeded-random.ts';
import { withFolder } from '../../../helpers/with-folder.ts';
import {
  column,
  event,
  ingest as ingestAll,
  invocation,
  lines,
  NOW,
  records,
  withStore,
  writeLog,
} from './store-case.ts';

const SOURCES = 4;
const FILES = 9;
const EVENTS = 600;

/** A record of a month that begins and ends days apart from its neighbours in a file. */
function timeOf(id: number): string {
  const day = String(1 + (id % 28)).padStart(2, '0');
  return `2026-10-${day}T${String(id % 24).padStart(2, '0')}:20:11Z`;
}

const eventOf = (id: number) => event(`e${id}`, { eventTime: timeOf(id) });
const invocationOf = (id: number) => invocation(`r${id}`, { timestamp: timeOf(id) });

/** How a source may hand over the same records: as CloudTrail does, as lines, or pretty-printed. */
const LAYOUTS: readonly ((ids: readonly number[]) => string | Buffer)[] = [
  (ids) => gzipSync(records(...ids.map(eventOf))),
  (ids) => records(...ids.map(eventOf)),
  (ids) => gzipSync(lines(...ids.map(eventOf))),
  (ids) => JSON.stringify(ids.map(eventOf), null, 1),
  (ids) => gzipSync(lines(...ids.map(invocationOf))),
  (ids) => lines(...ids.map(eventOf), ...ids.map(invocationOf)),
];

/** Files of one source; sources overlap each other and, in each file, themselves. */
async function filesOf(folder: string, source: number): Promise<readonly LogFile[]> {
  const random = seededRandom(source + 1);
  const files: LogFile[] = [];
  for (let file = 0; file < FILES; file++) {
    const ids = Array.from({ length: 60 }, () => random.int(EVENTS));
    const write = LAYOUTS[(source + file) % LAYOUTS.length];
    if (write === undefined) throw new Error('no layout');
    const name = `s${source}/2026/10/${String(1 + random.int(28)).padStart(2, '0')}/${file}.json`;
    files.push(await writeLog(join(folder, name), write(ids)));
  }
  return files;
}

/** Hands files over in several calls, as a scan does, while cursors, metrics and questions go on. */
async function scan(store: Store, source: number, files: readonly LogFile[]): Promise<number> {
  let added = 0;
  for (let from = 0; from < files.length; from += 3) {
    const [summary] = await Promise.all([
      store.ingest(files.slice(from, from + 3)),
      store.putMetricPoints([]),
      store.setCursor(`source-${source}`, String(from)),
      store.ask('usage-by-day', { from: '2026-10-01', to: '2026-11-01' }),
    ]);
    added += summary.events + summary.invocations;
  }
  return added;
}

test('sources that bring the same records side by side store each once', async () => {
  await withStore(async (store, folder) => {
    const sources = await Promise.all(
      Array.from({ length: SOURCES }, (_, source) => filesOf(folder, source)),
    );
    const added = await Promise.all([
      ...sources.map((files, source) => scan(store, source, files)),
      ...sources.map((files, source) => scan(store, source, files)),
    ]);
    const { rows } = await store.query(
      `SELECT (SELECT count(*) FROM events), (SELECT count(DISTINCT event_id) FROM events),
        (SELECT count(*) FROM invocations), (SELECT count(DISTINCT request_id) FROM invocations)`,
      1,
    );
    const [events, distinctEvents, invocations, distinctInvocations] = (rows[0] ?? []).map(Number);
    expect(events).toBe(distinctEvents);
    expect(invocations).toBe(distinctInvocations);
    expect(added.reduce((sum, one) => sum + one, 0)).toBe((events ?? 0) + (invocations ?? 0));
    expect(events).toBeGreaterThan(EVENTS / 2);
  });
});

test('closing in the middle of an import keeps whole files and refuses the rest', async () => {
  await withFolder(async (folder) => {
    const files = await filesOf(join(folder, 'logs'), 0);
    const workspace = join(folder, 'workspace');
    const store = await openStore({ folder: workspace, now: () => NOW });
    let closing: Promise<void> = Promise.resolve();
    const ingest = store.ingest(files, {
      onOutcome: () => {
        closing = store.close();
      },
    });
    await expect(ingest).rejects.toMatchObject({ code: 'conflict' });
    await closing;
    const again = await openStore({ folder: workspace, now: () => NOW });
    const lost = `SELECT (SELECT sum(added) FROM files) - (SELECT count(*) FROM events)
      - (SELECT count(*) FROM invocations)`;
    expect(await column(again, lost)).toEqual([0]);
    const { summary } = await ingestAll(again, files);
    expect(summary.filesFailed).toBe(0);
    expect(await column(again, 'SELECT count(*) FROM files')).toEqual([FILES]);
    await again.close();
  });
});
