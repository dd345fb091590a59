import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type {
  CostExplorerAnswer,
  CostExplorerRow,
} from '../../../../electron/backend/store/bill/bill-store.ts';
import type { Store } from '../../../../electron/backend/store/store.ts';
import { withFolder } from '../../../helpers/with-folder.ts';
import { line, writeCsv } from './cur-files.ts';
import { withStore } from './store-case.ts';

const MANAGEMENT = '111122223333';
const MEMBER = '222233334444';

function billed(own: Partial<CostExplorerRow> = {}): CostExplorerRow {
  return {
    day: '2026-10-05',
    accountId: MEMBER,
    region: 'us-east-1',
    service: 'Amazon Bedrock',
    usageType: 'USE1-Nova2.0Lite-input-tokens',
    lineItemType: 'Usage',
    quantity: '1000',
    unit: null,
    unblended: '0.1',
    amortized: '0.1',
    currency: 'USD',
    final: true,
    ...own,
  };
}

function answer(rows: readonly CostExplorerRow[], own: Partial<CostExplorerAnswer> = {}) {
  return { payer: MANAGEMENT, from: '2026-10-01', to: '2026-11-01', rows, ...own };
}

async function total(store: Store): Promise<readonly unknown[]> {
  const rows = await store.ask('bill-by-day', { from: '2026-09-01', to: '2026-12-01' });
  return rows.map((row) => `${row.day} ${row.accountId} ${row.source} ${row.unblendedCost}`);
}

describe('what Cost Explorer told', () => {
  test('asked again, days are replaced and never added', async () => {
    await withStore(async (store) => {
      await store.bill.putCostExplorer(answer([billed(), billed({ day: '2026-10-06' })]));
      await store.bill.putCostExplorer(
        answer([billed({ day: '2026-10-06', unblended: '0.2' })], { from: '2026-10-06' }),
      );
      expect(await total(store)).toEqual([
        `2026-10-05 ${MEMBER} ce 0.100000000000000000`,
        `2026-10-06 ${MEMBER} ce 0.200000000000000000`,
      ]);
    });
  });

  test('a day that lost its cost is gone', async () => {
    await withStore(async (store) => {
      await store.bill.putCostExplorer(answer([billed()]));
      await store.bill.putCostExplorer(answer([]));
      expect(await total(store)).toEqual([]);
    });
  });

  test('an account that tells its own days is not counted again under the payer', async () => {
    await withStore(async (store) => {
      await store.bill.putCostExplorer(answer([billed(), billed({ accountId: MANAGEMENT })]));
      await store.bill.putCostExplorer(answer([billed({ unblended: '0.3' })], { payer: MEMBER }));
      expect(await total(store)).toEqual([
        `2026-10-05 ${MANAGEMENT} ce 0.100000000000000000`,
        `2026-10-05 ${MEMBER} ce 0.300000000000000000`,
      ]);
      await store.bill.putCostExplorer(answer([billed(), billed({ accountId: MANAGEMENT })]));
      expect(await total(store)).toHaveLength(2);
    });
  });

  test('the cut by tag is kept apart', async () => {
    await withStore(async (store) => {
      const tagged = {
        day: '2026-10-05',
        tagKey: 'team',
        tagValue: 'risk',
        service: 'Amazon Bedrock',
        unblended: '0.1',
        amortized: null,
        currency: 'USD',
        final: true,
      };
      const days = { payer: MANAGEMENT, from: '2026-10-01', to: '2026-11-01' };
      await store.bill.putCostExplorer(answer([billed()]));
      await store.bill.putCostExplorerTag({ ...days, tagKey: 'team', rows: [tagged] });
      expect(await total(store)).toHaveLength(1);
      const { rows } = await store.query('SELECT tag_value, unblended_cost FROM bill_tags', 10);
      expect(rows).toEqual([['risk', '0.100000000000000000']]);
      expect(await store.bill.servicesTold(days)).toEqual(['Amazon Bedrock']);
      expect(await store.bill.knowsTag(MANAGEMENT, 'team')).toBe(true);
      expect(await store.bill.knowsTag(MANAGEMENT, 'stage')).toBe(false);
      await store.bill.putCostExplorerTag({ ...days, tagKey: 'stage', rows: [] });
      await store.bill.putCostExplorer(answer([]));
      expect((await store.query('SELECT * FROM bill_tags', 10)).rows).toHaveLength(1);
      await store.bill.putCostExplorerTag({ ...days, tagKey: 'team', rows: [] });
      expect((await store.query('SELECT * FROM bill_tags', 10)).rows).toEqual([]);
    });
  });
});

describe('exports and Cost Explorer together', () => {
  test('an export counts where it holds the account and month, Cost Explorer elsewhere', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'a.csv.gz');
      await writeCsv(path, [
        line({ line_item_unblended_cost: '0.5' }),
        line({
          line_item_usage_start_date: '2026-10-20T00:00:00Z',
          line_item_unblended_cost: '0.6',
        }),
        line({
          line_item_line_item_type: 'Tax',
          line_item_usage_start_date: '2026-10-31T00:00:00Z',
        }),
      ]);
      await withStore(async (store) => {
        await store.bill.putCostExplorer(
          answer(
            [
              billed(),
              billed({ day: '2026-10-06' }),
              billed({ day: '2026-10-21', unblended: '0.7' }),
              billed({ day: '2026-11-02', unblended: '0.8' }),
              billed({ accountId: '333344445555', unblended: '0.9' }),
            ],
            { to: '2026-11-03' },
          ),
        );
        const files = [{ path, key: path, etag: '1', size: 1 }];
        await store.bill.putDelivery({
          export: 'x',
          billingPeriod: '2026-10',
          execution: null,
          files,
        });
        expect(await total(store)).toEqual([
          `2026-10-05 ${MEMBER} cur 0.500000000000000000`,
          '2026-10-05 333344445555 ce 0.900000000000000000',
          `2026-10-20 ${MEMBER} cur 0.600000000000000000`,
          `2026-10-21 ${MEMBER} ce 0.700000000000000000`,
          `2026-10-31 ${MEMBER} cur 0.330000000000000000`,
          `2026-11-02 ${MEMBER} ce 0.800000000000000000`,
        ]);
      });
    });
  });

  test('an export with nothing but a credit still counts', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'a.csv.gz');
      await writeCsv(path, [
        line({ line_item_line_item_type: 'Credit', line_item_unblended_cost: '-1' }),
      ]);
      await withStore(async (store) => {
        const files = [{ path, key: path, etag: '1', size: 1 }];
        await store.bill.putDelivery({ export: 'x', billingPeriod: '*', execution: null, files });
        expect(await total(store)).toEqual([`2026-10-05 ${MEMBER} cur -1.000000000000000000`]);
      });
    });
  });
});
