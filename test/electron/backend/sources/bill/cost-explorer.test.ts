import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNT } from '../../../../../electron/backend/demo/world/organization.ts';
import { readCostExplorer } from '../../../../../electron/backend/sources/bill/cost-explorer.ts';
import { NOW, type Simulated, startSimulated } from '../../scan/simulated.ts';
import { type BillSetup, openBillSetup } from './bill-setup.ts';

let simulated: Simulated;
beforeAll(async () => {
  simulated = await startSimulated();
});
afterAll(() => simulated.close());

async function withSetup(run: (setup: BillSetup) => Promise<void>): Promise<void> {
  const setup = await openBillSetup(simulated);
  try {
    await run(setup);
  } finally {
    simulated.account.faults.clear();
    await setup.close();
  }
}

/** The Bedrock lines of the world's bill that the management account sees. */
function billed(from = '2026-01-01', to = '2027-01-01') {
  return simulated.world
    .billLines()
    .filter(({ payer, service }) => payer === ACCOUNT.management && /bedrock/i.test(service))
    .filter(({ lineItemType }) => lineItemType !== 'Tax')
    .filter(({ day }) => day >= from && day < to);
}

/** Exact sum of amounts with at most ten decimals. */
function exactSum(amounts: readonly string[]): string {
  const units = amounts.reduce((sum, amount) => {
    const [whole = '', decimals = ''] = amount.replace('-', '').split('.');
    const value = BigInt(whole + decimals.padEnd(10, '0'));
    return amount.startsWith('-') ? sum - value : sum + value;
  }, 0n);
  const text = units.toString().padStart(11, '0');
  return `${text.slice(0, -10)}.${text.slice(-10)}`;
}

const TOTAL = `SELECT CAST(sum(unblended_cost) AS DECIMAL(38,10)) FROM bill WHERE source = 'ce'`;

describe('the bill from Cost Explorer', () => {
  test('holds every billed cent of every account, by Region, service and usage type', async () => {
    await withSetup(async (setup) => {
      const members = [ACCOUNT.platform, ACCOUNT.support];
      const tools = setup.tools();
      const readings = await readCostExplorer(tools, setup.payer(ACCOUNT.management, { members }));
      expect(readings.map(({ outcome }) => outcome.status)).toEqual(Array(3).fill('collected'));
      expect(await setup.rows(TOTAL)).toEqual([[exactSum(billed().map(({ cost }) => cost))]]);
      const east = billed().filter(
        (line) =>
          line.accountId === ACCOUNT.platform &&
          line.usageType === 'USE1-Claude4.8Opus-input-tokens' &&
          line.day === '2026-10-14',
      );
      expect(east.length).toBeGreaterThan(1);
      const found = await setup.rows(
        `SELECT region, service, CAST(unblended_cost AS DECIMAL(38,10)), final FROM bill
         WHERE account_id = '${ACCOUNT.platform}' AND day = DATE '2026-10-14'
           AND usage_type = 'USE1-Claude4.8Opus-input-tokens'`,
      );
      expect(found).toEqual([
        ['us-east-1', 'Amazon Bedrock Service', exactSum(east.map(({ cost }) => cost)), true],
      ]);
      const [credits] = await setup.rows(
        `SELECT sum(unblended_cost) FROM bill WHERE line_item_type = 'Credit'`,
      );
      expect(Number(credits?.[0])).toBe(-75);
    });
  });

  test('every page is booked before it is asked for, and the bill says the same', async () => {
    await withSetup(async (setup) => {
      const tools = setup.tools();
      const [reading] = await readCostExplorer(tools, setup.payer());
      expect(reading?.calls).toBe(setup.asked.length);
      const [row] = tools.meter.takeRows();
      expect(row).toMatchObject({ operation: 'ce:GetCostAndUsage', units: setup.asked.length });
      expect(Number(tools.meter.totalUsd())).toBeCloseTo(setup.asked.length * 0.01, 9);
      expect(setup.asked.some(({ NextPageToken }) => NextPageToken !== undefined)).toBe(true);
    });
  });

  test('a second scan asks for open days alone; the total is that of one scan', async () => {
    await withSetup(async (setup) => {
      await readCostExplorer(setup.tools(), setup.payer());
      const first = setup.asked.length;
      setup.asked.length = 0;
      const total = await setup.rows(TOTAL);
      await readCostExplorer(setup.tools({ now: '2026-11-20T23:50:00Z' }), setup.payer());
      expect(setup.asked.length).toBeGreaterThan(0);
      expect(setup.asked.length).toBeLessThan(first);
      const starts = setup.asked.map(({ TimePeriod }) => TimePeriod?.Start);
      expect(new Set(starts)).toEqual(new Set(['2026-11-18']));
      expect(await setup.rows(TOTAL)).toEqual(total);
    });
  });

  test('again within hours, nothing is asked at all', async () => {
    await withSetup(async (setup) => {
      await readCostExplorer(setup.tools(), setup.payer());
      setup.asked.length = 0;
      const [reading] = await readCostExplorer(
        setup.tools({ now: '2026-11-20T18:00:00Z' }),
        setup.payer(),
      );
      expect(setup.asked).toEqual([]);
      expect(reading).toMatchObject({ calls: 0, outcome: { status: 'collected' } });
    });
  });

  test('the cap stops before the call; the next scan with room reads it all', async () => {
    await withSetup(async (setup) => {
      const [stopped] = await readCostExplorer(setup.tools({ capUsd: '0.03' }), setup.payer());
      expect(stopped?.outcome).toMatchObject({
        status: 'failed',
        reason: expect.stringContaining('cap of $0.03'),
      });
      expect(setup.asked).toHaveLength(3);
      expect(await setup.rows(TOTAL)).toEqual([[null]]);
      const [again] = await readCostExplorer(setup.tools(), setup.payer());
      expect(again?.outcome).toEqual({ status: 'collected' });
      expect(await setup.rows(TOTAL)).toEqual([[exactSum(billed().map(({ cost }) => cost))]]);
    });
  });

  test('a tag that is switched on cuts the same money', async () => {
    await withSetup(async (setup) => {
      await readCostExplorer(setup.tools(), setup.payer(ACCOUNT.management, { tagKeys: ['team'] }));
      const usage = billed().filter(({ lineItemType }) => lineItemType === 'Usage');
      const [sum] = await setup.rows(
        'SELECT CAST(sum(unblended_cost) AS DECIMAL(38,10)) FROM bill_tags',
      );
      expect(sum).toEqual([exactSum(usage.map(({ cost }) => cost))]);
      const values = await setup.rows('SELECT DISTINCT tag_value FROM bill_tags ORDER BY 1');
      expect(values.flat()).toEqual(expect.arrayContaining(['', 'research', 'storefront']));
    });
  });

  test('an account that stands alone tells its own bill', async () => {
    await withSetup(async (setup) => {
      await readCostExplorer(setup.tools(), setup.payer(ACCOUNT.sandbox));
      const accounts = await setup.rows('SELECT DISTINCT account_id, payer FROM bill');
      expect(accounts).toEqual([[ACCOUNT.sandbox, ACCOUNT.sandbox]]);
    });
  });

  test.each([
    ['deny', { status: 'denied', action: 'ce:GetCostAndUsage' }],
    ['malformed', { status: 'failed' }],
  ] as const)('%s: told as it is, nothing stored', async (kind, outcome) => {
    await withSetup(async (setup) => {
      simulated.account.faults.set('ce:GetCostAndUsage', { kind });
      const [reading] = await readCostExplorer(setup.tools(), setup.payer());
      expect(reading?.outcome).toMatchObject(outcome);
      expect(await setup.rows(TOTAL)).toEqual([[null]]);
    });
  });
});

test('the tests look at the world from the same day', () => {
  expect(NOW.slice(0, 10)).toBe('2026-11-20');
});
