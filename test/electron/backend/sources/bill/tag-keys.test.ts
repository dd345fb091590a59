import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACCOUNT } from '../../../../../electron/backend/demo/world/organization.ts';
import { readCostExplorer } from '../../../../../electron/backend/sources/bill/cost-explorer.ts';
import { chooseTags } from '../../../../../electron/backend/sources/bill/tag-keys.ts';
import { coverageSummary } from '../../../../../shared/api/coverage.ts';
import { type BillSetup, openBillSetup } from './bill-setup.ts';

let setup: BillSetup;
beforeAll(async () => {
  setup = await openBillSetup();
});
afterAll(() => setup.close());

const SEVEN = ['team', 'stage', 'app', 'owner', 'cost-center', 'zone', 'budget'];
const FIVE = ['app', 'budget', 'cost-center', 'owner', 'stage'];

test.each([
  ['none', [], []],
  ['few', ['team', 'app'], ['app', 'team']],
  ['as many as are read', SEVEN.slice(0, 5), ['app', 'cost-center', 'owner', 'stage', 'team']],
])('%s: all are read, nothing is left out', (_, active, read) => {
  expect(chooseTags(active)).toEqual({ read, gaps: [] });
});

test('the same five are read in whatever order AWS lists them; the others are named', () => {
  for (const active of [SEVEN, [...SEVEN].reverse()]) {
    const { read, gaps } = chooseTags(active);
    expect(read).toEqual(FIVE);
    const [gap] = gaps;
    expect(gap?.items).toBe(2);
    expect(gap?.outcome).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('5 of 7 active cost allocation tags'),
    });
    expect(JSON.stringify(gap)).toContain('Not by team, zone.');
  }
});

test('a bill with more tags is read in part, and coverage says so for the payer', async () => {
  const members = [ACCOUNT.platform];
  const payer = setup.payer(ACCOUNT.management, { tagKeys: SEVEN, members });
  const readings = await readCostExplorer(setup.tools(), payer);
  const tags = setup.asked.flatMap(({ GroupBy = [] }) =>
    GroupBy.flatMap(({ Type, Key }) => (Type === 'TAG' && Key !== undefined ? [Key] : [])),
  );
  expect([...new Set(tags)].sort()).toEqual(FIVE);
  const told = readings.map(({ accountId, outcome, gaps = [] }) => [
    accountId,
    outcome.status,
    gaps.length,
  ]);
  expect(told).toEqual([
    [ACCOUNT.management, 'collected', 1],
    [ACCOUNT.platform, 'collected', 0],
  ]);
  await setup.store.putSourceReadings('scan', readings);
  const stored = await setup.store.latestSourceReadings();
  const rows = stored.map(({ source, gaps = [], ...reading }) => ({
    ...reading,
    name: source,
    kind: 'source' as const,
    gaps,
  }));
  const { counts, notRead } = coverageSummary(rows);
  expect(counts.partial).toBe(1);
  expect(notRead).toMatchObject([
    { name: 'cost-explorer', status: 'partial', reason: expect.stringContaining('CUR 2.0') },
  ]);
  const before = setup.asked.length;
  const [again] = await readCostExplorer(setup.tools(), payer);
  expect(setup.asked.length).toBe(before);
  expect(again?.gaps).toHaveLength(1);
});

test.each([
  ['those that are active, each once', SEVEN, ['zone', 'app', 'zone'], ['app', 'zone'], 0],
  ['none where none is chosen', SEVEN, [], [], 0],
  ['more than five where they are chosen', SEVEN, SEVEN, [...SEVEN].sort(), 0],
  ['not what the payer has not activated', SEVEN, ['app', 'gone'], ['app'], 1],
  ['nothing of a payer without any, which is no gap', [], ['app'], [], 0],
] as const)('chosen: %s', (_, active, chosen, read, gaps) => {
  const answer = chooseTags(active, chosen);
  expect(answer.read).toEqual(read);
  expect(answer.gaps).toHaveLength(gaps);
  if (gaps > 0) expect(JSON.stringify(answer.gaps)).toMatch(/cannot be read by gone,/);
});
