import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPriceBooks } from '../../../../../electron/backend/api/price-books.ts';
import { ACCOUNT } from '../../../../../electron/backend/demo/world/organization.ts';
import { readPriceList } from '../../../../../electron/backend/sources/prices/price-list.ts';
import { storeRateCards } from '../../../../../electron/backend/sources/prices/rate-cards.ts';
import type { DatasetReading } from '../../../../../shared/model/dataset.ts';
import { bundledPrices } from '../../../../../shared/prices/bundled-prices.ts';
import { createPriceBook } from '../../../../../shared/prices/price-book.ts';
import { NOW, type Simulated, startSimulated } from '../../scan/simulated.ts';
import { type BillSetup, openBillSetup } from '../bill/bill-setup.ts';

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

function read(setup: BillSetup, now?: string) {
  const accountId = ACCOUNT.platform;
  return readPriceList({
    tools: setup.tools(now === undefined ? {} : { now }),
    asker: { accountId, clients: setup.clients(accountId) },
    regions: ['us-east-1', 'eu-west-1'],
    onProgress: () => undefined,
  });
}

const bundled = createPriceBook([bundledPrices()]);

function cards(price: string): DatasetReading<'agreement-offers'> {
  const rateCard = [
    { dimension: 'USE1_input_tokens_standard', price, description: null, unit: 'Units' },
  ];
  const offer = { offerId: 'offer-1', rateCard, agreementDuration: null };
  return {
    dataset: 'agreement-offers',
    accountId: ACCOUNT.platform,
    region: 'global',
    outcome: { status: 'collected' },
    actions: [],
    readAt: NOW,
    calls: 1,
    items: [{ modelId: 'anthropic.claude-opus-4-8', offers: { read: true, value: [offer] } }],
  };
}

describe('the Price List', () => {
  test('is read from all four codes, page by page, and agrees with the bundled prices', async () => {
    await withSetup(async (setup) => {
      const reading = await read(setup);
      expect(reading.outcome).toEqual({ status: 'collected' });
      expect(reading.calls).toBeGreaterThan(8);
      const listed = "SELECT count(*)::INTEGER FROM prices WHERE source = 'price-list'";
      expect(await setup.rows(listed)).toEqual([[reading.items]]);
      const lists = await setup.rows("SELECT DISTINCT split_part(list, '/', 1) FROM prices");
      expect(lists.flat().sort()).toEqual([
        'AmazonBedrock',
        'AmazonBedrockAgentCore',
        'AmazonBedrockFoundationModels',
        'AmazonBedrockService',
      ]);
      const standings = await setup.rows(
        'SELECT standing, count(*) > 0 FROM prices GROUP BY standing ORDER BY 1',
      );
      expect(standings).toEqual([
        ['kept', true],
        ['used', true],
      ]);
      const books = createPriceBooks(bundled);
      expect(await books.conflicts(setup.store)).toEqual([]);
    });
  });

  test('is asked again after a week, and tells each price once', async () => {
    await withSetup(async (setup) => {
      await read(setup);
      const count = await setup.rows('SELECT count(*) FROM prices');
      expect(await read(setup, '2026-11-26T12:00:00Z')).toMatchObject({ calls: 0, items: 0 });
      expect((await read(setup, '2026-11-28T12:00:00Z')).calls).toBeGreaterThan(0);
      expect(await setup.rows('SELECT count(*) FROM prices')).toEqual(count);
    });
  });

  test('denied: the action that is missing; what could be read stays', async () => {
    await withSetup(async (setup) => {
      simulated.account.faults.set('pricing:GetProducts', { kind: 'deny', after: 3 });
      const reading = await read(setup);
      expect(reading.outcome).toMatchObject({ status: 'denied', action: 'pricing:GetProducts' });
    });
  });
});

describe('rate cards', () => {
  const asked = {
    baseModelId: 'anthropic.claude-opus-4-8',
    scope: 'geographic',
    tier: 'standard',
    region: 'us-east-1',
    unit: 'input-tokens',
    day: '2026-11-20',
  } as const;

  test('a negotiated price comes before the list and the bundled table', async () => {
    await withSetup(async (setup) => {
      await read(setup);
      const books = createPriceBooks(bundled);
      expect((await books.of(setup.store)).find(asked)).toMatchObject({ line: { usd: '5.5' } });
      expect(await storeRateCards(setup.tools(), [cards('4.95')])).toBe(1);
      const book = await books.of(setup.store);
      expect(book.find(asked)).toMatchObject({ line: { usd: '4.95' } });
      expect(await books.of(setup.store)).toBe(book);
      expect(await books.conflicts(setup.store)).toHaveLength(2);
    });
  });
});
