import { describe, expect, test } from 'vitest';
import { createQuoter } from '../../../shared/cost/quote-usage.ts';
import { bundledPrices } from '../../../shared/prices/bundled-prices.ts';
import { createPriceBook } from '../../../shared/prices/price-book.ts';
import { readUsageLine, type UsageRecord } from '../../../shared/prices/usage-record.ts';
import { HAND_PRICED } from './hand-priced.ts';

const TODAY = '2026-11-15';
const lines = bundledPrices();
const book = createPriceBook([lines]);
const lookup = {
  profiles: new Map(),
  owned: new Map([
    ['pt1', { kind: 'provisioned-model', name: 'fast', baseModelId: 'amazon.nova-canvas-v1:0' }],
    ['cm1', { kind: 'custom-model', name: 'tuned', baseModelId: 'cohere.command-text-v14' }],
    ['im1', { kind: 'imported-model', name: 'brought', baseModelId: null }],
  ] as const),
};
const quote = createQuoter({ prices: book, lookup, today: TODAY });

function row(over: Partial<UsageRecord> = {}): UsageRecord {
  return {
    modelId: 'anthropic.claude-sonnet-4-6',
    region: 'us-east-1',
    unit: 'input-tokens',
    quantity: '1000',
    ...over,
  };
}

describe('rows priced by hand', () => {
  test('there are at least a hundred, of every scope, tier, context, kind and sort of Region', () => {
    expect(HAND_PRICED.length).toBeGreaterThanOrEqual(100);
    const rows = HAND_PRICED.map(({ row: text }) => text);
    const without = [
      ...['global.', 'us.', 'eu.', 'us-gov.', 'anthropic.', '- '].map(
        (start) => new RegExp(`^${start}`),
      ),
      ...['flex', 'priority', 'batch', 'latency-optimized'].map(
        (tier) => new RegExp(`tier=${tier}`),
      ),
      ...['read', 'write-5m', 'write-30m', 'write-1h'].map((kind) => new RegExp(`cache-${kind}-`)),
      ...[
        /reserved-/,
        /provisioned-/,
        /context=long/,
        /day=/,
        /images/,
        /rerank/,
        /embed/,
        /guardrail/,
      ],
      ...['us', 'eu', 'ap', 'sa', 'us-gov'].map((area) => new RegExp(`\\| ${area}-[a-z]+-\\d \\|`)),
    ].filter((wanted) => rows.filter((text) => wanted.test(text)).length < 1);
    expect(without).toEqual([]);
  });

  test.each(HAND_PRICED)('$row', ({ record, expected, sources }) => {
    const answer = quote(record);
    expect(answer).toMatchObject({ status: 'priced', ...expected });
    const source = answer.status === 'priced' ? answer.source : '';
    expect(sources.some((words) => source.includes(words))).toBe(true);
  });
});

describe('what has no price is unpriced, never zero', () => {
  test.each<[string, Partial<UsageRecord>, string]>([
    ['a model without lines', { modelId: 'xai.grok-4.6' }, 'no price for model xai.grok-4.6'],
    ['a model that nobody knows', { modelId: 'zzz' }, 'names no model that Assay knows'],
    ['a model of tomorrow', { modelId: 'anthropic.claude-opus-9' }, 'no price for model'],
    ['a scope', { modelId: 'global.amazon.nova-lite-v1:0' }, 'in global scope'],
    ['a Region', { region: 'cn-north-1' }, 'in cn-north-1'],
    ['a tier', { tier: 'priority' }, 'no price for tier priority'],
    ['a context', { context: 'long' }, 'no price for long context'],
    ['a unit', { unit: 'images' }, 'no price for images'],
    ['a day', { day: '2020-01-01' }, 'before 2026-01-01'],
    ['a part of Bedrock', { unit: 'import-cmu-minutes-v1' }, 'no price for import-cmu-minutes-v1'],
    [
      'tokens of provisioned capacity',
      { modelId: 'arn:aws:bedrock:us-east-1:111122223333:provisioned-model/pt1' },
      'model unit hours',
    ],
    ['calls of a custom model', { modelId: 'tuned' }, 'names no model that Assay knows'],
    ['calls of a custom model by key', { modelId: 'cm1' }, 'no price for calls of custom models'],
    ['an imported model', { modelId: 'im1' }, 'import-cmu-minutes'],
    [
      'a profile that was not read',
      { modelId: 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/p9' },
      'the model behind it has not been read',
    ],
  ])('%s', (_, over, reason) => {
    const answer = quote(row(over));
    expect(answer).toEqual({ status: 'unpriced', reason: expect.stringContaining(reason) });
  });
});

test('own capacity is priced by its base', () => {
  const hours = row({ modelId: 'pt1', unit: 'provisioned-mu-hours-1-month', quantity: '2.5' });
  expect(quote(hours)).toMatchObject({ status: 'priced', usd: '137.5' });
  const tokens = row({ modelId: 'cm1', unit: 'training-tokens', quantity: '1000000' });
  expect(quote(tokens)).toMatchObject({ status: 'priced', usd: '4' });
});

test('a quote names the caveats, the discount and what other sources say', () => {
  const offer = lines
    .filter(({ modelId }) => modelId === 'openai.gpt-6.1-sol')
    .map((line) => ({ ...line, usd: '1.9', source: 'rate card', checkedOn: '2026-11-01' }));
  const discount = {
    kind: 'discount',
    models: '*',
    percentOff: '10',
    validFrom: '2026-01-01',
    validTo: null,
    note: 'Private pricing',
  } as const;
  const prices = createPriceBook([offer, lines], [discount]);
  const ask = createQuoter({ prices, lookup, today: TODAY });
  const answer = ask(row({ modelId: 'openai.gpt-6.1-sol' }));
  expect(answer).toMatchObject({
    usd: '0.00171',
    unitPrice: '1.71',
    source: 'rate card',
    discount: { percentOff: '10', note: 'Private pricing' },
    caveats: [expect.stringContaining('Long-context')],
    conflicts: [{ unitPrice: '2.20', per: 1_000_000, checkedOn: '2026-09-30' }],
  });
});

test('what is smaller than an attodollar is rounded half up', () => {
  const line = lines.find(({ unit }) => unit === 'agentcore-gb-hours');
  if (line === undefined) throw new Error('no such line');
  const tiny = createPriceBook([[{ ...line, usd: '0.000000000001' }]]);
  const ask = createQuoter({ prices: tiny, lookup, today: TODAY });
  const usd = (quantity: string) => {
    const answer = ask({ region: 'us-east-1', unit: 'agentcore-gb-hours', quantity });
    return answer.status === 'priced' ? answer.usd : answer.reason;
  };
  expect([usd('0.0000005'), usd('0.0000004')]).toEqual(['0.000000000000000001', '0']);
});

describe('a line of usage', () => {
  const good = { modelId: 'm.x', region: 'us-east-1', unit: 'input-tokens', quantity: 5 };
  const read = (over: object) => readUsageLine(JSON.stringify({ ...good, ...over }));

  test.each([
    ['a whole number', { quantity: 5 }, '5'],
    ['text', { quantity: '123456789012345678901234567890' }, '123456789012345678901234567890'],
    ['a small part', { unit: 'video-seconds', quantity: 1e-7 }, '0.0000001'],
    ['a part', { unit: 'video-seconds', quantity: 0.1 }, '0.1'],
    ['a whole number with a point', { quantity: '5.0' }, '5.0'],
  ])('%s', (_, over, quantity) => {
    expect(read(over)).toMatchObject({ valid: true, record: { quantity } });
  });

  test.each([
    ['latency-optimised', 'latency-optimized'],
    ['default', 'standard'],
    ['batch', 'batch'],
  ])('the tier %s is %s', (tier, expected) => {
    expect(read({ tier })).toMatchObject({ record: { tier: expected } });
  });

  test.each([
    ['', 'the line is empty'],
    ['{', 'the line is not JSON'],
    ['[]', 'expected one JSON object'],
    ['null', 'expected one JSON object'],
  ])('%j is refused', (line, reason) => {
    const answer = readUsageLine(line);
    expect(answer).toEqual({ valid: false, reason: expect.stringContaining(reason) });
  });

  test.each([
    ['no model', { modelId: undefined }, 'modelId: is missing'],
    ['no Region', { region: undefined }, 'region: '],
    ['a Region that is none', { region: 'Virginia' }, 'region: expected a Region code'],
    ['a unit that is none', { unit: 'tokns' }, "unit: 'tokns' is no unit"],
    ['half a token', { quantity: 0.5 }, 'expected a whole number: one unit is one token'],
    ['less than nothing', { quantity: -1 }, 'expected a quantity'],
    ['a number that is not exact', { quantity: 2 ** 53 }, 'as text'],
    ['too many decimals', { unit: 'video-seconds', quantity: '0.1234567890123' }, 'quantity: '],
    ['a tier that is none', { tier: 'gold' }, 'tier: expected one of standard'],
    ['a scope that is none', { scope: 'eu' }, 'scope: '],
    ['a day that is none', { day: '2026-02-30' }, 'day: expected a UTC day'],
    ['a member that is none', { teir: 'flex' }, 'teir'],
  ])('%s is refused', (_, over, reason) => {
    expect(read(over)).toEqual({ valid: false, reason: expect.stringContaining(reason) });
  });
});

test('usage that tells its context needs no word on long ones', () => {
  const caveatsOf = (context: 'short' | 'long' | undefined) => {
    const told = context === undefined ? {} : { context };
    const answer = quote(row({ modelId: 'openai.gpt-6.1-sol', ...told }));
    return answer.status === 'priced' ? answer.caveats : answer.reason;
  };
  expect([caveatsOf('short'), caveatsOf('long')]).toEqual([undefined, undefined]);
  expect(caveatsOf(undefined)).toEqual([
    'Long-context calls to GPT-6.1 Sol cost more; usage that does not tell its context is priced as short.',
  ]);
});
