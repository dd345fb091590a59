import { expect, test } from 'vitest';
import { billedOf } from '../../../../../electron/backend/api/spend/billed-of.ts';
import type { SpendFilter } from '../../../../../electron/backend/api/spend/needs.ts';
import type { Store } from '../../../../../electron/backend/store/store.ts';

const OCTOBER = { from: '2026-10-01', to: '2026-11-01' };
const ROWS = [
  { accountId: '1', region: 'us-east-1', unblendedCost: '1.000000000000000001', currency: 'USD' },
  { accountId: '1', region: null, unblendedCost: '-0.5', currency: 'USD' },
  { accountId: '2', region: 'us-east-1', unblendedCost: '4', currency: 'USD' },
  { accountId: '2', region: 'eu-west-1', unblendedCost: '7', currency: 'EUR' },
];
const store = { ask: async () => ROWS } as unknown as Pick<Store, 'ask'>;

test.each<[SpendFilter, readonly (readonly [string, string])[]]>([
  [
    {},
    [
      ['EUR', '7'],
      ['USD', '4.500000000000000001'],
    ],
  ],
  [{ accounts: ['1'] }, [['USD', '0.500000000000000001']]],
  [{ accounts: [], regions: ['us-east-1'] }, [['USD', '5.000000000000000001']]],
  [{ accounts: ['3'] }, []],
  [{ models: ['a'] }, []],
])('of %j: %j', async (filter, sums) => {
  const billed = await billedOf(store, OCTOBER, filter);
  expect(billed.map(({ currency, cost }) => [currency, cost])).toEqual(sums);
});
