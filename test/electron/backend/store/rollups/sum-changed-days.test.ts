import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Connection } from '../../../../../electron/backend/store/database.ts';
import { openStore } from '../../../../../electron/backend/store/open.ts';
import { sumChangedDays } from '../../../../../electron/backend/store/rollups/sum-changed-days.ts';
import { migrate } from '../../../../../electron/backend/store/schema/migrate.ts';
import type { Store } from '../../../../../electron/backend/store/store.ts';
import { withFolder } from '../../../../helpers/with-folder.ts';
import {
  fillRandomly,
  pointsOf,
  type RandomCall,
  type RandomPoint,
  randomCalls,
  randomPoints,
  recordOf,
  writeCalls,
} from '../random-usage.ts';
import { lines, NOW, writeLog } from '../store-case.ts';
import { changedDays, expectEqualToRaw, withDatabase } from './rollup-case.ts';

vi.setConfig({ testTimeout: 240_000 });

const now = () => NOW;

type Step =
  | { readonly do: 'load' | 'load again' | 'load odd'; readonly calls: readonly number[] }
  | { readonly do: 'points'; readonly points: readonly RandomPoint[] }
  | { readonly do: 'bodies' | 'sum up' | 'reopen' };

const steps = (pool: number) =>
  fc.array(
    fc.oneof(
      fc.record({
        do: fc.constantFrom('load', 'load again', 'load odd'),
        calls: fc.array(fc.integer({ min: 0, max: pool - 1 }), { minLength: 1, maxLength: 12 }),
      }),
      fc.record({ do: fc.constant('points' as const), points: randomPoints }),
      fc.record({ do: fc.constantFrom('bodies', 'sum up', 'reopen') }),
    ),
    { minLength: 3, maxLength: 7 },
  );

const history = randomCalls.chain((pool) =>
  fc.record({ pool: fc.constant(pool), steps: steps(pool.length) }),
);

/** Answers whose figures lie beside their record, one for every third call of the pool. */
const isLarge = (index: number) => index % 3 === 0;

function large(call: RandomCall, id: string): unknown {
  const record = recordOf(call, id) as { readonly output: object };
  return { ...record, output: { outputBodyS3Path: `s3://bucket/${id}.json.gz` } };
}

/** Loads calls of the pool under their own ids; an odd file holds one record that cannot be read. */
async function load(
  store: Store,
  folder: string,
  file: { readonly name: string; readonly pool: readonly RandomCall[]; readonly step: Step },
) {
  if (!('calls' in file.step)) return;
  const records = file.step.calls.flatMap((index) => {
    const call = file.pool[index];
    if (call === undefined) return [];
    return [isLarge(index) ? large(call, `call-${index}`) : recordOf(call, `call-${index}`)];
  });
  const odd = file.step.do === 'load odd' ? 'not a record\n' : '';
  const log = await writeLog(join(folder, file.name), lines(...records) + odd);
  await store.ingest([log]);
  if (file.step.do === 'load again') await store.ingest([{ ...log, etag: 'touched' }]);
}

async function putBodies(store: Store): Promise<void> {
  for (const accountId of ['111122223333', '444455556666']) {
    for (const region of ['eu-west-1', 'us-east-1']) {
      const open = await store.openBodies({ accountId, region });
      const body = { usage: { inputTokens: 5, outputTokens: 77 }, stopReason: 'end_turn' };
      await store.putBodies(open.map(({ path: _path, ...of }) => ({ ...of, body })));
    }
  }
}

test('whatever is loaded, repeated, told late or summed, in any order: days equal their calls', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ pool, steps: told }) => {
      await withFolder(async (folder) => {
        const workspace = join(folder, 'workspace');
        let store = await openStore({ folder: workspace, now });
        for (const [i, step] of told.entries()) {
          await load(store, folder, { name: `2026/10/30/${i}.ndjson`, pool, step });
          if (step.do === 'points') await store.putMetricPoints(pointsOf(step.points));
          if (step.do === 'bodies') await putBodies(store);
          if (step.do === 'sum up') await store.sumUp();
          if (step.do === 'reopen') {
            await store.close();
            await withDatabase(workspace, expectEqualToRaw);
            store = await openStore({ folder: workspace, now });
          }
        }
        await store.close();
        await withDatabase(workspace, async (connection) => {
          await expectEqualToRaw(connection);
          await sumChangedDays((work) => work(connection));
          expect(await changedDays(connection)).toBe(0);
          await expectEqualToRaw(connection);
        });
      });
    }),
    { numRuns: 4 },
  );
});

/** A connection that throws at its n-th statement, as a crash would stop it. */
function stoppedAt(connection: Connection, statement: number): Connection {
  let run = 0;
  return {
    ...connection,
    async run(sql, params) {
      if (sql !== 'ROLLBACK' && run++ === statement) throw new Error('stopped');
      await connection.run(sql, params);
    },
  };
}

/** A filled workspace whose days are changed, and not summed as they were left by a full disk. */
async function changedWorkspace(folder: string): Promise<string> {
  const workspace = join(folder, 'workspace');
  const store = await openStore({ folder: workspace, now });
  const [calls] = fc.sample(randomCalls, { seed: 7, numRuns: 1 });
  const [points] = fc.sample(randomPoints, { seed: 7, numRuns: 1 });
  await fillRandomly(store, folder, { calls: calls ?? [], points: pointsOf(points ?? []) });
  await store.sumUp();
  const late = fc.sample(randomCalls, { seed: 8, numRuns: 1 })[0] ?? [];
  await store.ingest([
    await writeCalls(
      folder,
      'late.ndjson',
      late.map((call, i) => [`late-${i}`, call]),
    ),
  ]);
  await store.putMetricPoints(pointsOf(points ?? []).map((point) => ({ ...point, value: 3 })));
  await store.close();
  return workspace;
}

test('stopped at any statement, days equal their calls, and what is left is summed later', async () => {
  await withFolder(async (folder) => {
    const workspace = await changedWorkspace(folder);
    await withDatabase(workspace, async (connection) => {
      expect(await changedDays(connection)).toBeGreaterThan(2);
      let statement = 0;
      let stopped = true;
      while (stopped) {
        const broken = stoppedAt(connection, statement++);
        stopped = await sumChangedDays((work) => work(broken)).then(
          () => false,
          (thrown: Error) => thrown.message === 'stopped',
        );
        expect(await expectEqualToRaw(connection)).toBeGreaterThan(5);
      }
      expect(statement).toBeGreaterThan(9);
      expect(await changedDays(connection)).toBe(0);
    });
  });
});

test('questions answer the same while days are summed', async () => {
  await withFolder(async (folder) => {
    const workspace = await changedWorkspace(folder);
    const store = await openStore({ folder: workspace, now });
    const period = { from: '2026-10-01', to: '2026-12-01' };
    const first = await store.ask('usage-by-principal-day', period);
    const answers = await Promise.all([
      store.sumUp(),
      ...Array.from({ length: 8 }, () => store.ask('usage-by-principal-day', period)),
    ]);
    for (const answer of answers.slice(1)) expect(answer).toEqual(first);
    await store.close();
  });
});

test('a workspace of an older program has all its days read from their calls', async () => {
  await withFolder(async (folder) => {
    await withDatabase(folder, async (connection) => {
      await migrate(connection, { file: folder, now, upTo: 6 });
      await connection.run(
        `INSERT INTO invocation_rows (file_id, request_id, time, region, model_key, principal_arn,
           input_tokens)
         VALUES (1, 'a', TIMESTAMP '2026-10-14 03:00:00', 'eu-west-1', 'm',
           'arn:aws:iam::111122223333:role/reader', 41)`,
      );
      await connection.run(
        `INSERT INTO event_rows (file_id, event_id, principal_arn)
         VALUES (2, 'e', 'arn:aws:iam::111122223333:role/team/reader')`,
      );
      await migrate(connection, { file: folder, now });
      expect(await changedDays(connection)).toBe(1);
      expect(await expectEqualToRaw(connection)).toBe(1);
    });
    const store = await openStore({ folder, now });
    const period = { from: '2026-10-01', to: '2026-11-01' };
    expect(await store.ask('usage-by-principal-day', period)).toMatchObject([
      {
        day: '2026-10-14',
        accountId: 'unknown',
        inputTokens: 41,
        principalArn: 'arn:aws:iam::111122223333:role/team/reader',
      },
    ]);
    await store.sumUp();
    await store.close();
    expect(await withDatabase(folder, changedDays)).toBe(0);
  });
});
