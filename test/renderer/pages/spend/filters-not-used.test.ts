import { expect, test } from 'vitest';
import { filtersNotUsed } from '../../../../renderer/pages/spend/filters-not-used.ts';
import { placedRows } from '../../../../renderer/pages/spend/parts/place-bar.tsx';
import { spendTabs } from '../../../../renderer/pages/spend/tabs.ts';
import { ALL_USAGE } from '../../../../renderer/pages/spend/usage-filters.ts';

const NARROWED = {
  ...ALL_USAGE,
  accounts: ['111122223333'],
  tiers: ['flex'],
  tag: { key: 'team', values: ['search'] },
};

test('filters that a tab does not use are named and can be cleared alone', () => {
  expect(filtersNotUsed(NARROWED, ['account', 'region'])).toEqual({
    names: ['Service tier', 'Tag team'],
    without: { ...ALL_USAGE, accounts: ['111122223333'] },
  });
});

test.each([
  ['every filter is used', NARROWED, 'all'],
  ['the chosen one is used', { ...ALL_USAGE, accounts: ['1'] }, ['account']],
  ['nothing is chosen', ALL_USAGE, []],
] as const)('nothing is told where %s', (_, values, narrowedBy) => {
  expect(filtersNotUsed(values, narrowedBy)).toBeNull();
});

test('tabs that know neither teams nor tags say so', () => {
  const telling = Object.entries(spendTabs).filter(
    ([, { narrowedBy }]) => filtersNotUsed({ ...ALL_USAGE, teams: ['a'] }, narrowedBy) !== null,
  );
  expect(telling.map(([id]) => id)).toEqual([
    'reconciliation',
    'budgets',
    'chargeback',
    'what-if',
    'capacity',
    'other-costs',
  ]);
});

test('rows are narrowed by account, Region and model; costs without a model by the first two', () => {
  const rows = [
    { accountId: '1', region: 'eu-west-1', modelId: 'a' },
    { accountId: '1', region: null, modelId: null },
    { accountId: '2', region: 'eu-west-1', modelId: 'b' },
  ];
  const chosen = { accounts: [], regions: [], models: [] };
  expect(placedRows(rows, chosen)).toEqual(rows);
  expect(placedRows(rows, { ...chosen, accounts: ['1'] })).toEqual(rows.slice(0, 2));
  expect(placedRows(rows, { ...chosen, regions: ['eu-west-1'], models: ['b'] })).toEqual([rows[2]]);
  const costs = rows.map(({ accountId, region }) => ({ accountId, region }));
  expect(placedRows(costs, { ...chosen, models: ['b'] })).toEqual(costs);
});
