import { describe, expect, test } from 'vitest';
import { meteredModels } from '../../../../../electron/backend/demo/world/bedrock/rate-cards.ts';
import type { RateCardRow } from '../../../../../shared/model/dataset.ts';
import type { BillableUnit } from '../../../../../shared/model/usage.ts';
import { bundledPrices } from '../../../../../shared/prices/bundled-prices.ts';
import { parseDimension } from '../../../../../shared/prices/parse-usage-type.ts';
import { createPriceBook } from '../../../../../shared/prices/price-book.ts';
import type { UsageType } from '../../../../../shared/prices/usage-type.ts';
import { world } from './test-world.ts';

const book = createPriceBook([bundledPrices()]);
const HAIKU = 'anthropic.claude-haiku-4-5-20251001-v1:0';

/** A row beside what the product's own parser makes of its dimension. */
interface ReadRow {
  readonly row: RateCardRow;
  readonly usage: UsageType;
}

function cardOf(modelId: string): readonly RateCardRow[] {
  return world.agreementOffer(modelId)?.rateCard ?? [];
}

function readCard(modelId: string): readonly ReadRow[] {
  return cardOf(modelId).map((row) => {
    const usage = parseDimension(row.dimension);
    if (!usage.parsed) throw new Error(`${row.dimension}: ${usage.reason}`);
    return { row, usage };
  });
}

function priceOf(modelId: string, dimension: string): string | undefined {
  return cardOf(modelId).find((row) => row.dimension === dimension)?.price;
}

function unitOf({ meter, cacheTtl }: UsageType): BillableUnit {
  if (meter === 'cache-write-tokens') {
    return cacheTtl === '1h' ? 'cache-write-1h-tokens' : 'cache-write-5m-tokens';
  }
  if (meter === 'search-units') return meter;
  return meter === 'input-tokens' || meter === 'output-tokens' ? meter : 'cache-read-tokens';
}

describe('rate cards of the simulated account', () => {
  const metered = meteredModels().map(({ modelId }) => modelId);

  test('there are about ten, and none for what AWS Marketplace does not meter', () => {
    expect(metered.length).toBeGreaterThan(9);
    const others = world
      .foundationModels('us-east-1')
      .filter(({ modelId }) => !metered.includes(modelId));
    expect(others.length).toBeGreaterThan(9);
    expect(others.map(({ modelId }) => world.agreementOffer(modelId))).toEqual(
      others.map(() => null),
    );
  });

  test.each(metered)('%s: every row can be read, no dimension twice', (modelId) => {
    const rows = readCard(modelId);
    expect(rows.length).toBeGreaterThan(1);
    expect(new Set(rows.map(({ row }) => row.dimension)).size).toBe(rows.length);
    expect(rows.every(({ row }) => row.unit === 'Units' && /^\d+(\.\d+)?$/.test(row.price))).toBe(
      true,
    );
  });

  test.each(metered)('%s: short-context prices are those of the bundled table', (modelId) => {
    const disagreements = readCard(modelId)
      .filter(({ usage }) => usage.context === 'short' && usage.cacheTtl !== '30m')
      .flatMap(({ row, usage }) => {
        const answer = book.find({
          baseModelId: modelId,
          scope: usage.scopes[0] ?? 'in-region',
          tier: usage.tier,
          region: usage.region ?? 'us-east-1',
          unit: unitOf(usage),
          day: '2026-11-20',
        });
        const usd = answer.found ? answer.line.usd : answer.reason;
        const listed =
          usage.meter === 'search-units' ? String(Number(row.price) * 1_000) : row.price;
        return usd === listed ? [] : [`${row.dimension} ${row.price} is ${usd}`];
      });
    expect(disagreements).toEqual([]);
  });

  test.each([
    ['anthropic.claude-sonnet-5-5', 'USE1_input_tokens_standard', '2.2'],
    ['anthropic.claude-sonnet-5-5', 'EU_cache_write_tokens_1h_global_standard', '4'],
    ['anthropic.claude-sonnet-5-5', 'UGE1_output_tokens_standard', '12'],
    ['anthropic.claude-opus-5-5', 'USW2_cache_read_tokens_global_standard', '0.2'],
    ['anthropic.claude-haiku-5-5', 'APS2_input_tokens_long_ctx_standard', '0.55'],
    [HAIKU, 'USE1_output_tokens_batch', '2.75'],
    [HAIKU, 'USE1_OutputTokenCount_Global_Batch', '2.5'],
    ['anthropic.claude-3-5-sonnet-20240620-v1:0', 'USE1_InputTokenCount', '6'],
    ['anthropic.claude-3-5-sonnet-20240620-v1:0', 'USE1_input_tokens_standard', undefined],
    ['cohere.rerank-v3-5:0', 'USW2_search_units', '0.002'],
    ['openai.gpt-6.1-sol', 'output_tokens_global_priority', '20'],
    ['openai.gpt-6.1-sol', 'USE1_output_tokens_standard', undefined],
  ])('%s %s is %s', (modelId, dimension, price) => {
    expect(priceOf(modelId, dimension)).toBe(price);
  });

  test('old and new names of the same rate stand side by side, at one price', () => {
    expect(priceOf(HAIKU, 'USE1_input_tokens_global_standard')).toBe('1');
    expect(priceOf(HAIKU, 'USE1_InputTokenCount_Global')).toBe('1');
  });

  test("AWS's own mistakes: long context below short, flex above standard", () => {
    const gpt = (dimension: string) => Number(priceOf('openai.gpt-6.1-sol', dimension));
    expect(gpt('output_tokens_long_ctx_standard')).toBeLessThan(gpt('output_tokens_standard'));
    expect(gpt('input_tokens_long_ctx_flex')).toBeGreaterThan(
      gpt('input_tokens_long_ctx_standard'),
    );
  });
});
