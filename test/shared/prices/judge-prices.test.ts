import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { judgePrices } from '../../../shared/prices/judge-prices.ts';
import { modelOfServiceName } from '../../../shared/prices/model-spelling.ts';
import {
  type PricePoint,
  priceListPoints,
  rateCardPoints,
} from '../../../shared/prices/price-points.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data/prices', import.meta.url));
const DAY = '2026-11-20';

function card(rows: Readonly<Record<string, string>>, modelId = 'openai.gpt-6.1-sol') {
  const listed = Object.entries(rows).map(([dimension, price]) => ({
    dimension,
    price,
    unit: 'Units',
  }));
  return rateCardPoints({ accountId: '111122223333', modelId, rows: listed }, DAY);
}

function standings(points: readonly PricePoint[]) {
  return Object.fromEntries(
    judgePrices(points).map(({ usageType, standing, reason }) => [
      usageType,
      reason === null ? standing : `${standing}: ${reason}`,
    ]),
  );
}

function entry(
  usagetype: string,
  usd: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const { unit = '1K tokens', regionCode = 'us-east-1', servicename = 'Amazon Bedrock' } = more;
  return JSON.stringify({
    serviceCode: 'AmazonBedrock',
    publicationDate: '2026-09-26T00:49:40Z',
    product: { attributes: { usagetype, regionCode, servicename, operation: '' }, sku: 'X' },
    terms: {
      OnDemand: {
        'X.JRTCKXETXF': {
          effectiveDate: '2026-09-01T00:00:00Z',
          priceDimensions: { 'X.1': { unit, beginRange: '0', pricePerUnit: { USD: usd } } },
        },
      },
    },
  });
}

const LIST = { list: 'AmazonBedrock/us-east-1', checkedOn: DAY, modelOf: modelOfServiceName };

function listed(...entries: readonly string[]) {
  return entries.flatMap((text) => priceListPoints(text, LIST) ?? []);
}

describe('rate cards', () => {
  test("AWS's own mistakes are quarantined: long context too cheap, flex too dear", () => {
    const found = standings(
      card({
        input_tokens_standard: '2.2',
        output_tokens_standard: '11',
        input_tokens_long_ctx_standard: '4.4',
        input_tokens_long_ctx_flex: '8.8',
        output_tokens_long_ctx_standard: '2.2',
      }),
    );
    expect(found).toEqual({
      input_tokens_standard: 'used',
      output_tokens_standard: 'used',
      input_tokens_long_ctx_standard: 'used',
      input_tokens_long_ctx_flex: 'quarantined: flex at $8.8 would cost more than standard at $4.4',
      output_tokens_long_ctx_standard:
        'quarantined: long context at $2.2 would cost less than short at $11',
    });
  });

  test('old and new names of one price are used once; where they disagree, neither is', () => {
    expect(
      standings(card({ USE1_input_tokens_standard: '1.1', USE1_InputTokenCount: '1.1' })),
    ).toEqual({
      USE1_input_tokens_standard: 'used',
      USE1_InputTokenCount: 'kept: the same price stands under USE1_input_tokens_standard',
    });
    const doubt = 'quarantined: the list has $1.1 and $1.2 for the same';
    expect(
      standings(card({ USE1_input_tokens_standard: '1.1', USE1_InputTokenCount: '1.2' })),
    ).toEqual({
      USE1_input_tokens_standard: doubt,
      USE1_InputTokenCount: doubt,
    });
  });

  test.each([
    ['USE1_Reserved_1Month_InputTPM_Geo', 'used'],
    ['cache_write_tokens_30m_standard', 'used'],
    ['USE1_InputTokenCount_LatencyOptimized', 'used'],
    ['USE1_created_image', 'used'],
    ['USE1_input_tokens_long_ctx_standard', 'used'],
    [
      'USE1_video_input_tokens_standard',
      'kept: Assay does not price video input-tokens by what lists say',
    ],
    ['something_else', "unread: 'something-else' names nothing counted"],
  ])('what becomes of %s', (dimension, expected) => {
    expect(standings(card({ [dimension]: '1' }))).toEqual({ [dimension]: expected });
  });

  test('what is no amount is no price', () => {
    expect(card({ input_tokens_standard: '', output_tokens_standard: 'free' })).toEqual([]);
  });
});

describe('the Price List', () => {
  test('thousands and "Units" both become prices per million', () => {
    const points = listed(
      entry('USE1-Nova2.0Lite-input-tokens', '0.0003300000'),
      entry('USE1-MP:USE1_InputTokenCount-Units', '3.3000000000', {
        unit: 'Units',
        servicename: 'Claude Sonnet 4.5 (Amazon Bedrock Edition)',
      }),
    );
    expect(points.map(({ per, modelId, validFrom }) => [per, modelId, validFrom])).toEqual([
      [1_000, null, '2026-09-01'],
      [1_000_000, 'anthropic.claude-sonnet-4-5-20250929-v1:0', '2026-09-01'],
    ]);
    expect(judgePrices(points).map(({ standing }) => standing)).toEqual(['used', 'used']);
  });

  test('placeholders, unknown models and contradicting Regions are set aside with the reason', () => {
    const found = standings(
      listed(
        entry('USE1-Nova2.0Lite-output-tokens', '0.0000000000'),
        entry('USE1-Claude9.9Epic-input-tokens', '0.001'),
        entry('EUC1-Nova2.0Lite-input-tokens', '0.0004'),
        entry('USE1-openai.gpt-oss-120b-mantle-input-tokens-standard', '0.00015'),
      ),
    );
    expect(found).toEqual({
      'USE1-Nova2.0Lite-output-tokens': 'kept: a price of $0 stands for none in AWS’s list',
      'USE1-Claude9.9Epic-input-tokens': 'kept: no model of the catalogue is spelled Claude9.9Epic',
      'EUC1-Nova2.0Lite-input-tokens':
        'quarantined: the list says us-east-1, the usage type eu-central-1',
      'USE1-openai.gpt-oss-120b-mantle-input-tokens-standard':
        'kept: it prices the OpenAI-compatible endpoint',
    });
  });

  test.each([['not JSON'], ['{}'], ['{"product":{"attributes":{}}}'], ['null']])(
    '%s is no entry',
    (text) => {
      expect(priceListPoints(text, LIST)).toBeNull();
    },
  );

  test('prices in other currencies are not taken', () => {
    expect(
      priceListPoints(entry('USE1-X-input-tokens', '1').replace('"USD"', '"CNY"'), LIST),
    ).toEqual([]);
  });
});

describe('the sample prices', () => {
  beforeEach(({ skip }) => {
    if (!existsSync(DATA)) skip('the sample data are not beside the project');
  });

  test("of GPT-6.1 Sol's card the mistakes are found, and nothing else", () => {
    const path = `${DATA}/agreement-offers/openai.gpt-6.1-sol.json`;
    const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const rows = [...JSON.stringify(json).matchAll(/"dimension":"([^"]+)","price":"([^"]+)"/g)];
    const found = judgePrices(
      card(Object.fromEntries(rows.map(([, name = '', usd = '']) => [name, usd]))),
    );
    const doubted = found.filter(({ standing }) => standing === 'quarantined');
    expect(doubted.map(({ usageType }) => usageType).sort()).toEqual([
      'input_tokens_long_ctx_flex',
      'input_tokens_long_ctx_global_flex',
      'output_tokens_long_ctx_flex',
      'output_tokens_long_ctx_global_flex',
      'output_tokens_long_ctx_global_standard',
      'output_tokens_long_ctx_standard',
    ]);
    expect(found.filter(({ standing }) => standing === 'unread')).toEqual([]);
  });

  test('no other card contradicts itself', () => {
    const names = readdirSync(`${DATA}/agreement-offers`).filter((name) =>
      name.startsWith('anthropic'),
    );
    for (const name of names) {
      const text = readFileSync(`${DATA}/agreement-offers/${name}`, 'utf8');
      const rows = [...text.matchAll(/"dimension": "([^"]+)",\s*"price": "([^"]+)"/g)];
      const found = judgePrices(
        card(Object.fromEntries(rows.map(([, key = '', usd = '']) => [key, usd])), 'x'),
      );
      expect(found.length).toBeGreaterThan(20);
      expect(
        found.filter(({ standing }) => standing === 'quarantined' || standing === 'unread'),
      ).toEqual([]);
    }
  });
});
