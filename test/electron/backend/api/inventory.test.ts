import { expect, test } from 'vitest';
import type { InventoryAnswer } from '../../../../shared/api/answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import type { DatasetReading, ImportJob } from '../../../../shared/model/dataset.ts';
import { sampleConnection } from '../../../helpers/sample-answers.ts';
import { withReadings } from '../../../helpers/with-readings.ts';

const NOW = '2026-11-20T12:00:00Z';
const [KEPT, REMOVED] = ['111111111111', '222222222222'];

const importJob = (jobName: string): ImportJob => ({
  jobArn: `arn:aws:bedrock:eu-west-1:${KEPT}:model-import-job/${jobName}`,
  jobName,
  status: 'Completed',
  importedModelArn: null,
  importedModelName: null,
  creationTime: null,
  lastModifiedTime: null,
  endTime: null,
  detail: { read: false, outcome: { status: 'denied', action: 'bedrock:Get', reason: 'no' } },
});

const common = {
  dataset: 'import-jobs',
  outcome: { status: 'collected' },
  actions: ['bedrock:ListModelImportJobs'],
  readAt: NOW,
  calls: 1,
} as const;

const gap = {
  of: 'bedrock:GetModelImportJob',
  outcome: { status: 'denied', action: 'bedrock:GetModelImportJob', reason: 'no' },
  items: 1,
} as const;

const readings: readonly DatasetReading[] = [
  {
    ...common,
    accountId: KEPT,
    region: 'eu-west-1',
    gaps: [gap],
    items: ['one', 'two', 'Three'].map(importJob),
  },
  {
    ...common,
    accountId: KEPT,
    region: 'us-east-1',
    outcome: { status: 'denied', action: 'bedrock:ListModelImportJobs', reason: 'not allowed' },
    items: [],
  },
  { ...common, accountId: REMOVED, region: 'eu-west-1', items: [importJob('gone')] },
];

/** What `inventory.list` answers over these readings, with one connection. */
function listed(input: Omit<Input<'inventory.list'>, 'dataset'>, stored = readings) {
  const connection = { ...sampleConnection, accountId: KEPT, regions: ['eu-west-1', 'us-east-1'] };
  return withReadings({ now: NOW, connection, readings: stored }, (api) =>
    api['inventory.list']({ dataset: 'import-jobs', ...input }),
  );
}

const names = ({ rows }: InventoryAnswer) => rows.map(({ item }) => (item as ImportJob).jobName);
const all = { offset: 0, limit: 500 };

test('items come with place and time, without those of removed connections', async () => {
  const answer = await listed(all);
  expect(names(answer)).toEqual(['one', 'two', 'Three']);
  expect(answer.rows[0]).toEqual({
    accountId: KEPT,
    region: 'eu-west-1',
    readAt: NOW,
    item: importJob('one'),
  });
  expect(answer.total).toBe(3);
});

test('every connected place says how reading ended, and what it lacks', async () => {
  const { outcomes } = await listed(all);
  expect(
    outcomes.map(({ region, outcome, gaps, items }) => ({ region, outcome, gaps, items })),
  ).toEqual([
    { region: 'eu-west-1', outcome: { status: 'collected' }, gaps: [gap], items: 3 },
    {
      region: 'us-east-1',
      outcome: { status: 'denied', action: 'bedrock:ListModelImportJobs', reason: 'not allowed' },
      gaps: [],
      items: 0,
    },
  ]);
});

test.each([
  ['the second page', { offset: 2, limit: 2 }, ['Three'], 3],
  ['text in any case', { ...all, filter: { text: 'THREE' } }, ['Three'], 1],
  ['a Region without items', { ...all, filter: { regions: ['us-east-1'] } }, [], 0],
  ['an account that is not connected', { ...all, filter: { accounts: [REMOVED] } }, [], 0],
  [
    'filters that choose nothing take all',
    { ...all, filter: { accounts: [], text: ' ' } },
    ['one', 'two', 'Three'],
    3,
  ],
])('%s', async (_, input, expected, total) => {
  const answer = await listed(input);
  expect(names(answer)).toEqual(expected);
  expect(answer.total).toBe(total);
});

test('before the first scan there is nothing, and no place', async () => {
  expect(await listed(all, [])).toEqual({ rows: [], total: 0, outcomes: [] });
});
