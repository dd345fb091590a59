import { describe, expect, test } from 'vitest';
import { buildSpend } from '../../../shared/cost/build-spend.ts';
import { priceTokens } from '../../../shared/cost/price-tokens.ts';
import { createQuoter } from '../../../shared/cost/quote-usage.ts';
import type { ServiceTier, UsageRow } from '../../../shared/model/usage.ts';
import { parseUsd, usdToNumber } from '../../../shared/model/usd.ts';
import { bundledPrices } from '../../../shared/prices/bundled-prices.ts';
import { createPriceBook, type PriceQuery } from '../../../shared/prices/price-book.ts';
import type { UsageRecord } from '../../../shared/prices/usage-record.ts';

const prices = createPriceBook([bundledPrices()]);
const profiles = new Map();
const DAY = '2026-11-15';
const quote = createQuoter({ prices, lookup: { profiles, owned: new Map() }, today: DAY });

function priceOf(over: Partial<PriceQuery>): string {
  const answer = prices.find({
    baseModelId: 'anthropic.claude-sonnet-4-6',
    scope: 'in-region',
    tier: 'standard',
    region: 'us-east-1',
    unit: 'input-tokens',
    day: DAY,
    ...over,
  });
  return answer.found ? answer.line.usd : answer.reason;
}

function call(modelId: string, quantities: Parameters<typeof priceTokens>[0]['quantities']) {
  const place = { region: 'eu-west-1', tier: 'standard', day: DAY } as const;
  return priceTokens({ modelId, ...place, quantities }, { prices, profiles });
}

describe('facts that others got wrong', () => {
  test('Converse inputTokens excludes cache read and cache write; adding them in double-prices', () => {
    const quantities = {
      'input-tokens': 1_000,
      'cache-read-tokens': 50_000,
      'cache-write-5m-tokens': 2_000,
    };
    const { usd } = call('eu.anthropic.claude-sonnet-4-6', quantities);
    expect(usd).toBe('0.02805');
    const doubled = call('eu.anthropic.claude-sonnet-4-6', {
      ...quantities,
      'input-tokens': 53_000,
    });
    expect(doubled.usd).toBe('0.19965');
  });

  describe('cache read is about 0.1 times input and a 5-minute write 1.25 times, for Claude', () => {
    test.each([
      'anthropic.claude-opus-4-8',
      'anthropic.claude-sonnet-4-6',
      'anthropic.claude-sonnet-4-5-20250929-v1:0',
      'anthropic.claude-3-7-sonnet-20250219-v1:0',
    ])('%s', (baseModelId) => {
      const input = usdToNumber(priceOf({ baseModelId }));
      expect(usdToNumber(priceOf({ baseModelId, unit: 'cache-read-tokens' })) / input).toBeCloseTo(
        0.1,
      );
      expect(
        usdToNumber(priceOf({ baseModelId, unit: 'cache-write-5m-tokens' })) / input,
      ).toBeCloseTo(1.25);
    });

    test('but never by ratio: newer cards have 0.05 and 0.025', () => {
      const ratio = (baseModelId: string) => {
        const unit = 'cache-read-tokens';
        return usdToNumber(priceOf({ baseModelId, unit })) / usdToNumber(priceOf({ baseModelId }));
      };
      expect(ratio('anthropic.claude-sonnet-5-5')).toBeCloseTo(0.05);
      expect(ratio('anthropic.claude-fable-5-1')).toBeCloseTo(0.025);
    });

    test('a missing price of cache writes is never $0', () => {
      const answer = call('us.openai.gpt-5.5', { 'cache-write-5m-tokens': 1_000_000 });
      expect(answer.usd).toBeNull();
      expect(answer.unpricedReason).toContain('no price for cache-write-5m-tokens');
    });
  });

  test('an EU Opus profile is under-reported by two thirds where cache tokens are ignored', () => {
    const tokens = { 'input-tokens': 100_000, 'output-tokens': 40_000 };
    const model = 'eu.anthropic.claude-opus-4-8';
    const ignored = usdToNumber(call(model, tokens).usd ?? '');
    const cached = { 'cache-read-tokens': 2_000_000, 'cache-write-5m-tokens': 300_000 };
    const whole = call(model, { ...tokens, ...cached });
    expect(whole.usd).toBe('4.8125');
    expect(1 - ignored / usdToNumber(whole.usd ?? '')).toBeGreaterThan(0.65);
  });

  describe('prefix and version are taken off before the look-up', () => {
    test.each(['us.', 'eu.', 'apac.', 'jp.', 'au.', 'global.', ''])('%s', (prefix) => {
      const spelled = ['anthropic.claude-sonnet-4-6', 'anthropic.claude-sonnet-4-6-v1:0'].map(
        (id) => quote({ ...ROW, modelId: `${prefix}${id}` }),
      );
      const expected = prefix === 'global.' ? '3.00' : '3.30';
      expect(spelled).toMatchObject([{ unitPrice: expected }, { unitPrice: expected }]);
    });

    test('and a geographic profile costs a tenth more than the global one', () => {
      const [geographic, global] = (['geographic', 'global'] as const).map((scope) =>
        parseUsd(priceOf({ baseModelId: 'anthropic.claude-haiku-4-5-20251001-v1:0', scope })),
      );
      expect(((geographic ?? 0n) * 100n) / (global ?? 1n)).toBe(110n);
    });
  });

  test.each<[ServiceTier, string, string]>([
    ['standard', '0.1545', '0.618'],
    ['flex', '0.0773', '0.309'],
    ['batch', '0.0773', '0.309'],
    ['priority', '0.2704', '1.0815'],
  ])('service tiers change the price: Qwen3 Coder 30B, %s', (tier, input, output) => {
    const at = { baseModelId: 'qwen.qwen3-coder-30b-a3b-v1:0', region: 'ap-southeast-2', tier };
    const [own, answered] = [priceOf(at), priceOf({ ...at, unit: 'output-tokens' })];
    expect(Number(own)).toBeCloseTo(Number(input), 3);
    expect(Number(answered)).toBeCloseTo(Number(output), 3);
  });

  test('the Price List API omits some output-token rows: they are unpriced, not $0', () => {
    const model = { baseModelId: 'anthropic.claude-v2' };
    expect(priceOf(model)).toBe('8');
    expect(priceOf({ ...model, unit: 'output-tokens' })).toBe(
      'no price for output-tokens of anthropic.claude-v2',
    );
  });

  test('a model in public extended access may cost more', () => {
    const model = { baseModelId: 'anthropic.claude-3-5-sonnet-20240620-v1:0' };
    expect(priceOf({ ...model, day: '2025-11-30' })).toBe('3');
    expect(priceOf({ ...model, day: '2025-12-01' })).toBe('6');
  });

  test('a never-priced model is unknown, not $0', () => {
    expect(quote({ ...ROW, modelId: 'xai.grok-4.6' })).toEqual({
      status: 'unpriced',
      reason: 'no price for model xai.grok-4.6',
    });
    const answer = buildSpend({
      usage: [usage('anthropic.claude-sonnet-4-6'), usage('xai.grok-4.6')],
      calls: [],
      groupBy: 'model',
      period: { from: DAY, to: '2026-11-16' },
      today: '2026-11-20',
      accounts: new Map(),
      prices,
      profiles,
    });
    expect(answer.usd).toBe('3.3');
    expect(answer.unpriced).toMatchObject([{ modelId: 'xai.grok-4.6', quantity: 1_000_000 }]);
    expect(answer.groups).toMatchObject([{ unpricedTokens: 0 }, { unpricedTokens: 1_000_000 }]);
  });
});

const ROW = {
  modelId: '',
  region: 'us-east-1',
  unit: 'input-tokens',
  quantity: '1',
} as const satisfies UsageRecord;

function usage(modelId: string): UsageRow {
  return {
    day: DAY,
    accountId: '111122223333',
    region: 'us-east-1',
    modelId,
    principalArn: null,
    tier: 'standard',
    unit: 'input-tokens',
    quantity: 1_000_000,
    basis: 'metrics',
  };
}
