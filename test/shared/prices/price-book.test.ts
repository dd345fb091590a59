import { describe, expect, test } from 'vitest';
import {
  ASSUMED_5M,
  ASSUMED_30M,
  createPriceBook,
  type PriceQuery,
} from '../../../shared/prices/price-book.ts';
import type { PriceLine } from '../../../shared/prices/price-line.ts';
import { line, query } from './builders.ts';

const book = createPriceBook([
  [
    line({ usd: '3' }),
    line({ unit: 'output-tokens', usd: '15' }),
    line({ unit: 'cache-write-5m-tokens', usd: '3.75', caveat: 'A caveat.' }),
    line({ scope: 'global', usd: '2', regions: ['us-east-1'] }),
    line({ regions: ['us-gov-west-1'], usd: '3.6' }),
    line({ context: 'long', usd: '6' }),
    line({ tier: 'latency-optimized', usd: '4' }),
    line({
      modelId: 'bedrock.guardrails',
      unit: 'guardrail-topic-text-units',
      usd: '0.15',
      per: 1_000,
    }),
    line({ modelId: 'test.thirty', unit: 'cache-write-30m-tokens', usd: '2.5' }),
    line({ modelId: 'test.dated', usd: '1', validFrom: '2026-01-01', validTo: '2026-03-01' }),
    line({ modelId: 'test.dated', usd: '2', validFrom: '2026-03-01' }),
  ],
]);

function usd(over: Partial<PriceQuery>): string {
  const answer = book.find(query(over));
  return answer.found ? answer.line.usd : answer.reason;
}

describe('an exact look-up', () => {
  test.each<[string, Partial<PriceQuery>, string]>([
    ['the line itself', {}, '3'],
    ['another unit', { unit: 'output-tokens' }, '15'],
    ['another scope', { scope: 'global' }, '2'],
    ['a long context', { context: 'long' }, '6'],
    ['a short context that is told', { context: 'short' }, '3'],
    ['a latency-optimized call', { tier: 'latency-optimized' }, '4'],
    [
      'a part of Bedrock, whatever the model, scope, tier and context',
      {
        unit: 'guardrail-topic-text-units',
        scope: 'global',
        tier: 'flex',
        context: 'long',
        baseModelId: 'any',
      },
      '0.15',
    ],
    ['a GovCloud line', { region: 'us-gov-west-1' }, '3.6'],
    ['the day before a change', { baseModelId: 'test.dated', day: '2026-02-28' }, '1'],
    ['the day of a change', { baseModelId: 'test.dated', day: '2026-03-01' }, '2'],
  ])('finds %s', (_, over, price) => expect(usd(over)).toBe(price));
});

describe('no price says the first thing that is missing', () => {
  test.each<[Partial<PriceQuery>, string]>([
    [{ baseModelId: 'test.other' }, 'no price for model test.other'],
    [{ scope: 'geographic' }, 'no price for test.model in geographic scope'],
    [{ scope: 'global', region: 'eu-west-1' }, 'no global price for test.model in eu-west-1'],
    [{ region: 'us-gov-east-1' }, 'no in-region price for test.model in us-gov-east-1'],
    [{ region: 'cn-north-1' }, 'no in-region price for test.model in cn-north-1'],
    [{ tier: 'flex' }, 'no price for tier flex of test.model in us-east-1'],
    [{ unit: 'images' }, 'no price for images of test.model'],
    [{ context: 'long', scope: 'global' }, 'no price for long context of test.model'],
    [
      { unit: 'guardrail-word-text-units' },
      'no price for guardrail-word-text-units of bedrock.guardrails',
    ],
    [{ day: '2025-12-31' }, 'no price for input-tokens of test.model before 2026-01-01'],
  ])('%o', (over, reason) => expect(usd(over)).toBe(reason));

  test('a model id is never found by a part of it', () => {
    expect(usd({ baseModelId: 'test.model-2' })).toBe('no price for model test.model-2');
    expect(usd({ baseModelId: 'test.mode' })).toBe('no price for model test.mode');
  });
});

test('cache writes of unknown time to live take the 5-minute line and say so', () => {
  expect(book.find(query({ unit: 'cache-write-tokens' }))).toMatchObject({
    found: true,
    line: { usd: '3.75' },
    caveats: [ASSUMED_5M, 'A caveat.'],
  });
  expect(usd({ unit: 'cache-write-1h-tokens' })).toBe(
    'no price for cache-write-1h-tokens of test.model',
  );
});

test('cache writes of unknown time to live take the 30-minute line where it is the only one', () => {
  const asked = query({ baseModelId: 'test.thirty', unit: 'cache-write-tokens' });
  expect(book.find(asked)).toMatchObject({ line: { usd: '2.5' }, caveats: [ASSUMED_30M] });
});

test('an earlier source wins where it has a line, and only there', () => {
  const own: readonly PriceLine[] = [line({ usd: '9', source: 'own', validTo: '2026-02-01' })];
  const layered = createPriceBook([own, [line({ usd: '3' })]]);
  const at = (day: string) => {
    const answer = layered.find(query({ day }));
    return answer.found ? answer.line.usd : answer.reason;
  };
  expect([at('2026-01-31'), at('2026-02-01')]).toEqual(['9', '3']);
});

test('aliases find the same line as the canonical id', () => {
  const aliased = createPriceBook([[line({ modelId: 'anthropic.claude-sonnet-5-5' })]]);
  const found = aliased.find(query({ baseModelId: 'anthropic.claude-sonnet-5-5-v1:0' }));
  expect(found.found).toBe(true);
  expect(aliased.has('anthropic.claude-sonnet-5-5-v1:0')).toBe(true);
  expect(aliased.has('anthropic.claude-sonnet-5')).toBe(false);
});
