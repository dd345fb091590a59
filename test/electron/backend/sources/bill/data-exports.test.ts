import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNT } from '../../../../../electron/backend/demo/world/organization.ts';
import type { WorldObject } from '../../../../../electron/backend/demo/world/world.ts';
import { readCostExplorer } from '../../../../../electron/backend/sources/bill/cost-explorer.ts';
import { readDataExports } from '../../../../../electron/backend/sources/bill/data-exports.ts';
import { type Simulated, startSimulated } from '../../scan/simulated.ts';
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

const target = (setup: BillSetup, accountId: string = ACCOUNT.management) => ({
  accountId,
  clients: setup.clients(accountId),
});

function expected() {
  return simulated.world
    .billLines()
    .filter(({ payer, service }) => payer === ACCOUNT.management && /bedrock/i.test(service));
}

async function dollars(setup: BillSetup, where = 'true'): Promise<number> {
  const [row] = await setup.rows(`SELECT sum(unblended_cost) FROM bill WHERE ${where}`);
  return Number(row?.[0]);
}

const isManifest = ({ key }: WorldObject) => key.endsWith('-Manifest.json');

/** The same JSON in other bytes. */
function longer(object: WorldObject): WorldObject {
  return { ...object, body: () => Buffer.concat([object.body(), Buffer.from(' ')]) };
}

const sum = (costs: readonly string[]) => costs.reduce((total, cost) => total + Number(cost), 0);

describe('the bill from data exports', () => {
  test('holds every Bedrock line with caller, tags and list price; EC2 is left out', async () => {
    await withSetup(async (setup) => {
      const reading = await readDataExports(setup.tools(), target(setup));
      expect(reading.outcome).toEqual({ status: 'collected' });
      expect(await dollars(setup)).toBeCloseTo(sum(expected().map(({ cost }) => cost)), 6);
      const list = await setup.rows('SELECT sum(list_cost) FROM bill');
      const listed = expected().filter(({ lineItemType }) => lineItemType === 'Usage');
      expect(Number(list[0]?.[0])).toBeCloseTo(sum(listed.map(({ listCost }) => listCost)), 6);
      const callers = await setup.rows(
        `SELECT DISTINCT json_extract_string(tags, '$."iamPrincipal/team"') FROM bill
         WHERE principal LIKE '%:assumed-role/checkout-assistant/%'`,
      );
      expect(callers).toEqual([['storefront']]);
      expect(await setup.rows(`SELECT * FROM bill WHERE usage_type LIKE '%BoxUsage%'`)).toEqual([]);
      const taxes = await setup.rows(`SELECT count(*) FROM bill WHERE line_item_type = 'Tax'`);
      expect(taxes).toEqual([[3]]);
    });
  });

  test('months that are invoiced are final, as Cost Explorer says; the running one is not', async () => {
    await withSetup(async (setup) => {
      await readDataExports(setup.tools(), target(setup));
      const finality = (source: string) =>
        setup.rows(`SELECT DISTINCT strftime(day, '%Y-%m') AS month, final FROM bill
          WHERE source = '${source}' ORDER BY month`);
      const running = simulated.world.now.slice(0, 7);
      const byExport = await finality('cur');
      expect(byExport).toEqual(byExport.map(([month]) => [month, String(month) < running]));
      expect(byExport.length).toBeGreaterThan(2);
      await readCostExplorer(setup.tools(), setup.payer(ACCOUNT.sandbox));
      expect(await finality('ce')).toEqual(byExport);
    });
  });

  test('a second scan fetches no file again, and keeps none on this computer', async () => {
    await withSetup(async (setup) => {
      const tools = setup.tools();
      await readDataExports(tools, target(setup));
      const before = simulated.requests.filter((text) => text.startsWith('s3:GetObject')).length;
      const total = await dollars(setup);
      const again = await readDataExports(setup.tools(), target(setup));
      const after = simulated.requests.filter((text) => text.startsWith('s3:GetObject')).length;
      expect(again).toMatchObject({ items: 0, outcome: { status: 'collected' } });
      expect(after - before).toBe(0);
      expect(await dollars(setup)).toBe(total);
      const left = existsSync(tools.spoolFolder)
        ? readdirSync(tools.spoolFolder, { recursive: true, withFileTypes: true })
        : [];
      expect(left.filter((entry) => entry.isFile())).toEqual([]);
    });
  });

  test('a month whose manifest AWS wrote anew is looked at again, and no other', async () => {
    const [first] = simulated.world.billObjects().filter(isManifest);
    const refreshed = await startSimulated({
      ...simulated.world,
      objects: (bucket, prefix) =>
        simulated.world
          .objects(bucket, prefix)
          .map((object) => (object.key === first?.key ? longer(object) : object)),
    });
    try {
      await withSetup(async (setup) => {
        await readDataExports(setup.tools(), target(setup));
        const clients = refreshed.connect(refreshed.connectionOf(ACCOUNT.management));
        await readDataExports(setup.tools(), { accountId: ACCOUNT.management, clients });
      });
      const fetched = refreshed.requests.filter((one) => one.startsWith('s3:GetObject '));
      expect(fetched).toEqual(['s3:GetObject 200']);
    } finally {
      await refreshed.close();
    }
  });

  test('beside Cost Explorer no day counts twice', async () => {
    await withSetup(async (setup) => {
      await readDataExports(setup.tools(), target(setup));
      const exported = await dollars(setup);
      await readCostExplorer(setup.tools(), setup.payer());
      expect(await dollars(setup)).toBeCloseTo(exported, 9);
      expect(await dollars(setup, `source = 'ce'`)).toBe(0);
    });
  });

  test('an account without exports has none', async () => {
    await withSetup(async (setup) => {
      const reading = await readDataExports(setup.tools(), target(setup, ACCOUNT.platform));
      expect(reading).toMatchObject({ items: 0, outcome: { status: 'collected' } });
    });
  });

  test('a month that is cut on its way is fetched again; one that stays unreadable is named', async () => {
    await withSetup(async (setup) => {
      simulated.account.faults.set('s3:GetObject', { kind: 'cut', times: 1 });
      const cut = await readDataExports(setup.tools(), target(setup));
      expect(cut.outcome).toEqual({ status: 'collected' });
    });
    await withSetup(async (setup) => {
      simulated.account.faults.set('s3:GetObject', { kind: 'deny', after: 4 });
      const denied = await readDataExports(setup.tools(), target(setup));
      expect(denied.outcome).toMatchObject({ status: 'denied', action: 's3:GetObject' });
      simulated.account.faults.clear();
      const complete = await readDataExports(setup.tools(), target(setup));
      expect(complete.outcome).toEqual({ status: 'collected' });
      expect(await dollars(setup)).toBeCloseTo(sum(expected().map(({ cost }) => cost)), 6);
    });
  });

  test('denied: the action that is missing', async () => {
    await withSetup(async (setup) => {
      simulated.account.faults.set('bcm-data-exports:ListExports', { kind: 'deny' });
      const reading = await readDataExports(setup.tools(), target(setup));
      expect(reading.outcome).toMatchObject({
        status: 'denied',
        action: 'bcm-data-exports:ListExports',
      });
    });
  });
});
