import { describe, expect, test } from 'vitest';
import { accountPrices } from '../../../shared/prices/account-prices.ts';
import { judgePrices } from '../../../shared/prices/judge-prices.ts';
import { createPriceBook } from '../../../shared/prices/price-book.ts';
import { rateCardPoints } from '../../../shared/prices/price-points.ts';
import type { PriceRecord } from '../../../shared/prices/price-record.ts';
import { renewPrices } from '../../../shared/prices/renew-prices.ts';
import { line } from './builders.ts';

const MODEL = 'anthropic.claude-sonnet-5-5';
const bundled = createPriceBook([[line({ modelId: MODEL, scope: 'geographic', usd: '2.2' })]]);

function offered(
  price: string,
  own: { accountId?: string; day?: string } = {},
): readonly PriceRecord[] {
  const { accountId = '111122223333', day = '2026-11-20' } = own;
  const rows = [{ dimension: 'USE1_input_tokens_standard', price, unit: 'Units' }];
  return judgePrices(rateCardPoints({ accountId, modelId: MODEL, rows }, day));
}

const ASKED = {
  baseModelId: MODEL,
  scope: 'geographic',
  tier: 'standard',
  region: 'us-east-1',
  unit: 'input-tokens',
} as const;

function bookOf(records: readonly PriceRecord[]) {
  const { layers } = accountPrices(records, bundled);
  return createPriceBook([...layers, bundled.lines]);
}

describe('prices of the account', () => {
  test('a rate card that says the same leaves the bundled line in place', () => {
    const { layers, conflicts } = accountPrices(offered('2.2'), bundled);
    expect(layers.flat().filter(({ scope }) => scope === 'geographic')).toEqual([]);
    expect(conflicts).toEqual([]);
  });

  test('each line knows who brought it in; those of the bundled table say nothing', () => {
    const { layers } = accountPrices(offered('1.98'), bundled);
    const origins = layers.map((lines) => [...new Set(lines.map(({ origin }) => origin))]);
    expect(origins).toEqual([['rate-card'], []]);
    const [point] = offered('1.98');
    if (point === undefined) throw new Error('nothing was offered');
    const list = { ...point, source: 'price-list', list: 'AmazonBedrock' } as const;
    const spelled = { ...list, usageType: 'USE1-Claude5.5Sonnet-input-tokens' };
    const listed = accountPrices([spelled], bundled).layers[1] ?? [];
    expect(new Set(listed.map(({ origin }) => origin))).toEqual(new Set(['price-list']));
    expect(bundled.lines.map(({ origin }) => origin)).toEqual([undefined]);
  });

  test('a price for another number of units is the same where it comes to the same', () => {
    const rerank = { modelId: 'test.rerank', unit: 'search-units', usd: '2', per: 1_000 } as const;
    const table = createPriceBook([[line(rerank), line({ ...rerank, scope: 'geographic' })]]);
    const rows = [{ dimension: 'USE1_search_units', price: '0.002', unit: 'Units' }];
    const card = { accountId: '111122223333', modelId: 'test.rerank', rows };
    const records = judgePrices(rateCardPoints(card, '2026-11-20'));
    expect(accountPrices(records, table)).toEqual({ layers: [[], []], conflicts: [] });
  });

  test('a negotiated price holds from the day it was read, the bundled one before', () => {
    const book = bookOf(offered('1.98'));
    expect(book.find({ ...ASKED, day: '2026-11-20' })).toMatchObject({ line: { usd: '1.98' } });
    expect(book.find({ ...ASKED, day: '2026-11-19' })).toMatchObject({ line: { usd: '2.2' } });
    const { conflicts } = accountPrices(offered('1.98'), bundled);
    expect(conflicts).toMatchObject([{ used: { usd: '1.98' }, others: [{ usd: '2.2' }] }]);
  });

  test('accounts that pay different prices: neither is used, and it is told', () => {
    const records = [...offered('1.98'), ...offered('2.2', { accountId: '222233334444' })];
    const { layers, conflicts } = accountPrices(records, bundled);
    expect(layers.flat()).toEqual([]);
    expect(conflicts[0]).toMatchObject({
      used: null,
      reason: expect.stringContaining('different prices'),
    });
  });

  test('what is not used never becomes a line', () => {
    const records = offered('9').map((record) => ({ ...record, standing: 'quarantined' as const }));
    expect(accountPrices(records, bundled)).toEqual({ layers: [[], []], conflicts: [] });
  });
});

describe('what a rate card prices besides plain tokens', () => {
  test.each([
    ['USE1_cache_write_tokens_30m_standard', { unit: 'cache-write-30m-tokens', per: 1_000_000 }],
    ['USE1_input_tokens_long_ctx_global_standard', { context: 'long', scope: 'global' }],
    ['USE1_InputTokenCount_LatencyOptimized', { tier: 'latency-optimized' }],
    [
      'USE1_Reserved_1Month_OutputTPM_Global',
      { unit: 'reserved-output-tpm-hours-1-month', per: 1_000, scope: 'global', tier: 'reserved' },
    ],
    ['USE1_sd3_5_large_1mp_standard_images', { unit: 'images', per: 1 }],
    ['USE1_search_units', { unit: 'search-units', per: 1 }],
    ['USE1_inputVideoSecond', { unit: 'input-video-seconds', per: 1 }],
  ])('%s', (dimension, expected) => {
    const rows = [{ dimension, price: '0.5', unit: 'Units' }];
    const card = { accountId: '111122223333', modelId: 'test.model', rows };
    const { layers } = accountPrices(judgePrices(rateCardPoints(card, '2026-11-20')), bundled);
    expect(layers[0]?.[0]).toMatchObject({ usd: '0.5', regions: ['us-east-1'], ...expected });
  });

  test('a Price List’s images are of their size', () => {
    const point = {
      source: 'price-list' as const,
      list: 'AmazonBedrock/us-east-1',
      accountId: null,
      usageType: 'USE1-NovaCanvas-T2I-1024-Standard',
      region: 'us-east-1',
      modelId: null,
      usd: '0.04',
      unit: 'Image',
      per: 1,
      validFrom: '2026-01-01',
      validTo: null,
      published: null,
      checkedOn: '2026-11-20',
    };
    const { layers } = accountPrices(judgePrices([point]), bundled);
    expect(layers[1]?.[0]).toMatchObject({
      modelId: 'amazon.nova-canvas-v1:0',
      unit: 'images-1024-standard',
      usd: '0.04',
      per: 1,
    });
  });
});

describe('a list that is read again', () => {
  test('an unchanged price keeps its first day, a changed one stays as history', () => {
    const first = offered('1.98', { day: '2026-10-01' });
    const same = renewPrices(first, offered('1.98'), '2026-11-20');
    expect(same.map(({ usd, validFrom, validTo }) => [usd, validFrom, validTo])).toEqual([
      ['1.98', '2026-10-01', null],
    ]);
    const changed = renewPrices(first, offered('1.5'), '2026-11-20');
    expect(changed.map(({ usd, validFrom, validTo }) => [usd, validFrom, validTo])).toEqual([
      ['1.98', '2026-10-01', '2026-11-20'],
      ['1.5', '2026-11-20', null],
    ]);
    const book = bookOf(changed);
    expect(book.find({ ...ASKED, day: '2026-11-19' })).toMatchObject({ line: { usd: '1.98' } });
    expect(book.find({ ...ASKED, day: '2026-11-20' })).toMatchObject({ line: { usd: '1.5' } });
    expect(renewPrices(changed, [], '2026-12-01').map(({ validTo }) => validTo)).toEqual([
      '2026-11-20',
      '2026-12-01',
    ]);
  });
});
