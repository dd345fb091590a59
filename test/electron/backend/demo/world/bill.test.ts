import { describe, expect, test } from 'vitest';
import { baseModelOf } from '../../../../../electron/backend/demo/world/inference-profiles.ts';
import { ACCOUNT } from '../../../../../electron/backend/demo/world/organization.ts';
import anthropic from '../../../../../shared/prices/data/anthropic.json';
import { modelOfServiceName } from '../../../../../shared/prices/model-spelling.ts';
import { parseUsageType } from '../../../../../shared/prices/parse-usage-type.ts';
import { NOW, sumBy, world } from './test-world.ts';

const lines = world.billLines();
const usage = lines.filter(({ lineItemType }) => lineItemType === 'Usage');
const LATE = Date.parse(NOW) - 24 * 3_600_000;

/** What was called successfully a day ago or earlier, counted from the calls themselves. */
const billedCalls = [...world.invocations, ...world.mantleCalls].filter(
  ({ time, errorCode }) => time < LATE && errorCode === null,
);

/** Tokens of a bill line, whatever its unit is called. */
function tokensOf({ quantity, unit }: (typeof usage)[number]): number {
  return Math.round(Number(quantity) * (unit === '1K tokens' ? 1_000 : 1_000_000));
}

describe("the world's bill", () => {
  test('counts the input tokens of every Claude call, by account and model', () => {
    const claude = (model: string) => model.startsWith('anthropic.');
    const called = sumBy(
      billedCalls.filter(({ modelId }) => claude(baseModelOf(modelId))),
      ({ accountId, modelId }) => `${accountId} ${baseModelOf(modelId)}`,
      ({ inputTokens }) => inputTokens,
    );
    const billed = sumBy(
      usage.flatMap((line) => {
        const read = parseUsageType(line.usageType);
        const model = read.parsed
          ? (read.model?.modelId ?? modelOfServiceName(line.service))
          : null;
        const counts = read.parsed && read.meter === 'input-tokens' && read.tier !== 'batch';
        return counts && model !== null && claude(model) ? [{ line, model }] : [];
      }),
      ({ line, model }) => `${line.accountId} ${model}`,
      ({ line }) => tokensOf(line),
    );
    expect(called.size).toBeGreaterThan(10);
    expect(billed).toEqual(called);
  });

  test('costs what the price file says, computed by hand for one model', () => {
    const model = 'anthropic.claude-sonnet-4-6';
    const card = anthropic.cards.find(
      (one) =>
        one.modelId === model &&
        one.scope === 'geographic' &&
        one.tier === 'standard' &&
        (one.regions === '*' || one.regions.includes('eu-west-1')) &&
        'input-tokens' in one.usd,
    );
    const perMillion = Number(card?.usd['input-tokens']);
    expect(perMillion).toBeGreaterThan(1);
    const tokens = billedCalls
      .filter(
        ({ accountId, modelId }) => accountId === ACCOUNT.support && baseModelOf(modelId) === model,
      )
      .reduce((sum, { inputTokens }) => sum + inputTokens, 0);
    const cost = usage
      .filter(
        ({ accountId, usageType }) =>
          accountId === ACCOUNT.support && usageType.endsWith('-Claude4.6Sonnet-input-tokens'),
      )
      .reduce((sum, line) => sum + Number(line.cost), 0);
    expect(cost).toBeCloseTo((tokens * perMillion) / 1_000_000, 5);
  });

  test('every usage type of Bedrock on it can be read, save the one that is meant not to be', () => {
    const bedrock = usage.filter(({ service }) => /bedrock/i.test(service));
    const texts = [...new Set(bedrock.map(({ usageType }) => usageType))];
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => !parseUsageType(text).parsed)).toEqual([
      'USE1-ContextPinning-ResidencyHours',
    ]);
  });

  test('tells its story: a discount, a credit, tax, capacity, guardrails, nothing of today', () => {
    const opus = usage.filter(({ usageType }) => usageType.includes('Claude4.8Opus'));
    const sums = opus.reduce(
      (sum, { cost, listCost }) => ({
        cost: sum.cost + Number(cost),
        list: sum.list + Number(listCost),
      }),
      { cost: 0, list: 0 },
    );
    expect(sums.cost / sums.list).toBeCloseTo(0.9, 6);
    expect(lines.filter(({ lineItemType }) => lineItemType === 'Credit')).toHaveLength(1);
    expect(lines.filter(({ lineItemType }) => lineItemType === 'Tax')).toHaveLength(3);
    const kinds = ['ProvisionedThroughput', 'Guardrail-', 'Customization-Storage', 'Runtime:'];
    for (const kind of kinds) {
      expect(usage.some(({ usageType }) => usageType.includes(kind))).toBe(true);
    }
    expect(usage.at(-1)?.day).toBe('2026-11-19');
    expect(world.billedAccounts(ACCOUNT.management)).not.toContain(ACCOUNT.sandbox);
  });

  test('metered tokens explain most of the bill, and not all of it', () => {
    const bedrock = lines.filter(({ service }) => /bedrock/i.test(service));
    const total = bedrock.reduce((sum, { cost }) => sum + Number(cost), 0);
    const tokens = usage
      .filter(({ unit }) => unit === '1K tokens' || unit === 'Units')
      .reduce((sum, { cost }) => sum + Number(cost), 0);
    expect(tokens / total).toBeGreaterThan(0.7);
    expect(tokens / total).toBeLessThan(0.97);
  });
});
