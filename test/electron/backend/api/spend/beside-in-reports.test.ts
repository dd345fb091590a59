import { expect, test } from 'vitest';
import type { Store } from '../../../../../electron/backend/store/store.ts';
import { inputPrice, million, withMoney } from './money-workspace.ts';

const ACCOUNT = '111122223333';
const line = {
  day: '2026-10-14',
  accountId: ACCOUNT,
  region: 'us-east-1',
  service: 'Amazon Bedrock',
  quantity: '1000',
  unit: null,
  currency: 'USD',
  final: true,
};

/** A million tokens at a dollar, and tax of seven cents. */
const billed = (store: Store) =>
  store.bill.putCostExplorer({
    payer: ACCOUNT,
    from: '2026-10-01',
    to: '2026-11-01',
    rows: [
      {
        ...line,
        usageType: 'USE1-NovaLite-input-tokens',
        lineItemType: 'Usage',
        unblended: '1',
        amortized: '1',
      },
      { ...line, usageType: 'Tax', lineItemType: 'Tax', unblended: '0.07', amortized: '0.07' },
    ],
  });

test.each([
  ['no bill', async () => undefined, /^Counts metered usage alone: no bill was read/],
  ['a bill with tax', billed, /^Counts metered usage alone: \$0\.07 billed to 2026-10-14 beside/],
])('with %s, reports of spend say what is not in their sums', async (_, fill, words) => {
  await withMoney(fill, async ({ api, importCalls }) => {
    await api['settings.update']({ priceOverrides: [inputPrice()] });
    await importCalls('calls', million('a', '2026-10-14T03:00:00Z'));
    for (const report of ['spend', 'cost-by-model'] as const) {
      const { notes } = await api['report.build']({ report, month: '2026-10' });
      expect(notes.filter((note) => words.test(note))).toHaveLength(1);
    }
  });
});
