import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBackend } from '../../../../electron/backend/create-backend.ts';
import { createLog } from '../../../../electron/backend/log.ts';
import { openStore } from '../../../../electron/backend/store/open.ts';
import type { SourceReading } from '../../../../electron/backend/store/store.ts';
import { newWorkspaceFile } from '../../../../electron/backend/workspace/workspace-file.ts';
import type { Connection } from '../../../../shared/api/answers.ts';
import type { DatasetReading } from '../../../../shared/model/dataset.ts';
import { sampleConnection } from '../../../helpers/sample-answers.ts';
import { withFolder } from '../../../helpers/with-folder.ts';

const NOW = '2026-11-20T12:00:00Z';
const [KEPT, REMOVED, MEMBER] = ['111111111111', '222222222222', '333333333333'];

const common = {
  outcome: { status: 'collected' },
  actions: [],
  readAt: NOW,
  calls: 1,
} as const;

/** What earlier scans read of two connected accounts, in two Regions and as a whole. */
const datasets: readonly DatasetReading[] = [KEPT, REMOVED].flatMap((accountId) => [
  { ...common, dataset: 'guardrails', accountId, region: 'eu-west-1', items: [] },
  { ...common, dataset: 'guardrails', accountId, region: 'us-east-1', items: [] },
  { ...common, dataset: 'account-authorization', accountId, region: 'global', items: [] },
]);

const sources: readonly SourceReading[] = [
  { ...common, source: 'metrics', accountId: KEPT, region: 'eu-west-1', items: 1 },
  { ...common, source: 'metrics', accountId: REMOVED, region: 'eu-west-1', items: 1 },
  { ...common, source: 'cloudtrail-logs', accountId: REMOVED, region: 'eu-north-1', items: 1 },
  { ...common, source: 'cloudtrail-logs', accountId: MEMBER, region: 'eu-west-1', items: 1 },
];

const connectedTo = (accountId: string | null, ...regions: readonly string[]): Connection => ({
  ...sampleConnection,
  accountId,
  regions,
});

/** The places of the coverage and of the findings in a workspace with these connections. */
function placesWith(connections: readonly Connection[]) {
  return withFolder(async (home) => {
    const workspace = join(home, 'w');
    await mkdir(workspace);
    const file = { ...newWorkspaceFile('w'), connections };
    await writeFile(join(workspace, 'workspace.json'), JSON.stringify(file));
    const store = await openStore({ folder: workspace, now: () => NOW });
    await store.putReadings('s', datasets);
    await store.putSourceReadings('s', sources);
    await store.close();
    const log = createLog({ now: () => NOW, sinks: [] });
    const options = { workspace, home, version: '0.0.0-test', log, now: () => NOW, env: {} };
    const { api, close } = await createBackend(options);
    try {
      const { rows: coverage } = await api['coverage.list']({ offset: 0, limit: 500 });
      const { findings } = await api['findings.list']({});
      return {
        coverage: coverage.map(({ name, accountId, region }) => `${name} ${accountId} ${region}`),
        judged: [...new Set(findings.map(({ accountId }) => accountId))].sort(),
      };
    } finally {
      await close();
    }
  });
}

test('what was read through a removed connection, or in a Region it has no more, is left out', async () => {
  const { coverage, judged } = await placesWith([connectedTo(KEPT, 'eu-west-1')]);
  expect(coverage).toEqual([
    `account-authorization ${KEPT} global`,
    `cloudtrail-logs ${MEMBER} eu-west-1`,
    `guardrails ${KEPT} eu-west-1`,
    `metrics ${KEPT} eu-west-1`,
  ]);
  expect(judged).toEqual([KEPT, MEMBER]);
});

test.each([
  ['without connections', []],
  ['while no connection is known to belong to an account', [connectedTo(null, 'eu-west-1')]],
])('%s everything stays', async (_, connections) => {
  const { coverage, judged } = await placesWith(connections);
  expect(coverage).toHaveLength(datasets.length + sources.length);
  expect(judged).toEqual([KEPT, REMOVED, MEMBER]);
});
