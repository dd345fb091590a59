import { describe, expect, test } from 'vitest';
import { ASSUMED_5M, createPriceBook } from '../../../shared/prices/price-book.ts';
import { costByModel } from '../../../shared/reports/cost-by-model.ts';
import { REPORTS } from '../../../shared/reports/index.ts';
import { calls, PRICES, usage } from '../cost/builders.ts';
import { line } from '../prices/builders.ts';

const beside = { usd: '0', amounts: [], lastBilledDay: null };
const input = {
  beside,
  month: '2026-10',
  usage: [],
  calls: [],
  prices: PRICES,
  profiles: new Map(),
};

/** Rows as objects by column id. */
function rowsOf(over: Partial<Parameters<typeof costByModel.build>[0]>) {
  const table = costByModel.build({ ...input, ...over });
  const objects = table.rows.map((row) =>
    Object.fromEntries(table.columns.map((column, index) => [column.id, row[index]])),
  );
  return { table, rows: objects };
}

describe('cost by model', () => {
  const { table, rows } = rowsOf({
    usage: [
      usage(),
      usage({ unit: 'output-tokens', quantity: 100_000 }),
      usage({ unit: 'images', quantity: 2 }),
      usage({ modelId: 'global.test.model', basis: 'metrics' }),
      usage({ modelId: 'test.nobody', quantity: 40 }),
      usage({ modelId: 'test.plain', unit: 'output-tokens' }),
      usage({ modelId: 'test.plain', unit: 'cache-read-tokens', quantity: 9 }),
      usage({ day: '2026-09-30', quantity: 5_000_000 }),
      usage({ day: '2026-11-01', quantity: 5_000_000 }),
    ],
    calls: [calls(), calls({ modelId: 'test.nobody', calls: 4 }), calls({ day: '2026-11-01' })],
  });

  test('has one row per model and scope, dearest first', () => {
    expect(rows.map(({ model_id, scope, calls, usd }) => [model_id, scope, calls, usd])).toEqual([
      ['test.model', 'in-region', 10, '4.5'],
      ['test.model', 'global', 0, '2.7'],
      ['test.plain', 'in-region', 0, '0.2'],
      ['test.nobody', 'in-region', 4, null],
    ]);
  });

  test('says where each figure comes from', () => {
    expect(
      rows.map(({ provenance, unpriced_tokens, basis }) => [provenance, unpriced_tokens, basis]),
    ).toEqual([
      ['metered, partly unpriced', 0, 'invocation-logs'],
      ['metered', 0, 'metrics'],
      ['metered, partly unpriced', 9, 'invocation-logs'],
      ['unpriced', 40, 'invocation-logs'],
    ]);
    expect(
      rows.map(({ price_source, price_checked_on }) => [price_source, price_checked_on]),
    ).toEqual([
      ['A list (https://example.com/)', '2026-09-01'],
      ['A list (https://example.com/)', '2026-09-01'],
      ['A list (https://example.com/)', '2026-09-01'],
      [null, null],
    ]);
  });

  test('sums what is priced and says what is not in the sum', () => {
    const usd = table.columns.findIndex((column) => column.id === 'usd');
    expect(table.totals?.[usd]).toBe('7.4');
    expect(table.notes).toEqual([
      '2026-10, UTC. Metered: counted tokens times the price named; not a bill.',
      'Counts metered usage alone: no bill was read that tells what comes beside it.',
      '49 tokens have no price and are not in the total.',
      '1 model unpriced, 2 in part.',
    ]);
  });

  test('has no total where nothing has a price', () => {
    const { table } = rowsOf({ usage: [usage({ modelId: 'test.nobody' })] });
    expect(table.totals?.[table.columns.findIndex(({ id }) => id === 'usd')]).toBeNull();
  });

  test('says what the prices assume and leave out, each once', () => {
    const caveat = 'Calls over 200,000 tokens cost more.';
    const prices = createPriceBook([[line({ caveat }), line({ unit: 'cache-write-5m-tokens' })]]);
    const { table } = rowsOf({
      prices,
      usage: [usage(), usage({ region: 'eu-west-1' }), usage({ unit: 'cache-write-tokens' })],
    });
    expect(table.notes.slice(2)).toEqual([ASSUMED_5M, caveat]);
  });

  test.each([
    ['calls without any usage', []],
    ['calls with usage of nothing', [usage({ quantity: 0 })]],
    ['calls with images that have no price', [usage({ quantity: 0 }), usage({ unit: 'images' })]],
  ])('%s do not cost zero', (_, rows) => {
    const { table, rows: shown } = rowsOf({ usage: rows, calls: [calls()] });
    expect(shown[0]).toMatchObject({ calls: 10, usd: null, provenance: 'unpriced' });
    expect(table.totals?.[table.columns.findIndex(({ id }) => id === 'usd')]).toBeNull();
  });

  test('does not guess the scope of an id that tells none', () => {
    const { rows } = rowsOf({ usage: [usage({ modelId: 'a1b2' })] });
    expect(rows[0]).toMatchObject({ scope: 'unknown', provider: 'Unknown provider', usd: null });
  });

  test('of a month without usage is empty', () => {
    expect(rowsOf({}).table).toMatchObject({ rows: [], totals: null });
  });

  test('is listed under its id', () => {
    expect(Object.entries(REPORTS).map(([id, report]) => [id, report.id])).toEqual([
      ['cost-by-model', 'cost-by-model'],
      ['reconciliation', 'reconciliation'],
      ['spend', 'spend'],
      ['chargeback', 'chargeback'],
      ['cache', 'cache'],
      ['capacity', 'capacity'],
    ]);
  });
});

test('a discount of the user is in the figure and beside its source', () => {
  const discount = {
    kind: 'discount',
    models: '*',
    percentOff: '50',
    validFrom: '2026-01-01',
    validTo: null,
    note: 'Signed in March',
  } as const;
  const prices = createPriceBook([[line({ usd: '3' })]], [discount]);
  const { rows } = rowsOf({ usage: [usage()], prices });
  expect(rows).toMatchObject([
    {
      usd: '1.5',
      price_source: 'A list (https://example.com/), less 50 % (Signed in March)',
    },
  ]);
});
