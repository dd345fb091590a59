import { describe, expect, test } from 'vitest';
import {
  PLANTED_DIFFERENCES,
  type PlantedDifference,
  SUPPORT_PLAN,
} from '../../../../../../electron/backend/demo/world/bill/planted.ts';
import { bundledPrices } from '../../../../../../shared/prices/bundled-prices.ts';
import { modelOfServiceName } from '../../../../../../shared/prices/model-spelling.ts';
import { parseUsageType } from '../../../../../../shared/prices/parse-usage-type.ts';
import { NOW, sumBy, world } from '../test-world.ts';

const lines = world.billLines();
const usage = lines.filter(({ lineItemType }) => lineItemType === 'Usage');
type Line = (typeof lines)[number];

const named = (name: PlantedDifference['name']) => {
  const found = PLANTED_DIFFERENCES.find((one) => one.name === name);
  if (found === undefined) throw new Error(`nothing is planted as ${name}`);
  return found;
};
const carriers = (name: PlantedDifference['name']) => lines.filter(named(name).carries);
const dollars = (some: readonly Line[]) => some.reduce((sum, { cost }) => sum + Number(cost), 0);
const monthOf = ({ day }: Line) => day.slice(0, 7);

describe('what is planted between the bill and list prices', () => {
  test.each(PLANTED_DIFFERENCES.filter(({ name }) => name !== 'late-data'))(
    '$name is on lines of its account, and not on all of them',
    ({ accountId, carries }) => {
      const carrying = lines.filter(carries);
      expect(carrying.length).toBeGreaterThan(0);
      expect(carrying.length).toBeLessThan(lines.length);
      if (accountId !== null) {
        expect([...new Set(carrying.map((line) => line.accountId))]).toEqual([accountId]);
      }
    },
  );

  test('late data: yesterday in part, today not at all', () => {
    const until = Date.parse(NOW) - 24 * 3_600_000;
    expect(lines.filter(named('late-data').carries)).toEqual([]);
    const days = new Set(usage.map(({ day }) => day));
    expect([...days].sort().at(-1)).toBe('2026-11-19');
    const onDay = world.invocations.filter(
      ({ time, errorCode, modelId }) =>
        errorCode === null &&
        modelId === 'us.anthropic.claude-opus-4-8' &&
        new Date(time).toISOString().startsWith('2026-11-19'),
    );
    const [before, after] = [true, false].map((early) =>
      onDay
        .filter(({ time }) => time < until === early)
        .reduce((sum, { outputTokens }) => sum + outputTokens, 0),
    );
    expect(after).toBeGreaterThan(0);
    const billed = usage
      .filter(({ day, usageType }) => day === '2026-11-19' && /4\.8Opus-output/.test(usageType))
      .reduce((sum, { quantity }) => sum + Number(quantity) * 1_000, 0);
    expect(Math.round(billed)).toBe(before);
  });

  test('private offer: a tenth less, while the rate card of the account shows the public price', () => {
    const offered = carriers('private-offer');
    for (const { cost, listCost } of offered) {
      expect(Number(cost)).toBeCloseTo(Number(listCost) * 0.9, 9);
    }
    const card = world.agreementOffer('anthropic.claude-opus-4-8')?.rateCard ?? [];
    const row = card.find(({ dimension }) => dimension === 'USE1_output_tokens_standard');
    const [line] = offered.filter(
      ({ usageType }) => usageType === 'USE1-Claude4.8Opus-output-tokens',
    );
    const perMillion = (Number(line?.listCost) / Number(line?.quantity)) * 1_000;
    expect(perMillion).toBeCloseTo(Number(row?.price), 6);
  });

  test('private rate discount and tax are shares of what a finished month cost', () => {
    const support = usage.filter(({ accountId }) => accountId === '555566667777');
    const haiku = support.filter(({ service }) => service.startsWith('Claude Haiku 4.5 '));
    for (const line of carriers('private-rate-discount')) {
      const month = haiku.filter((one) => monthOf(one) === monthOf(line));
      expect(Number(line.cost)).toBeCloseTo(dollars(month) * -0.05, 8);
    }
    for (const line of carriers('tax')) {
      const month = support.filter((one) => monthOf(one) === monthOf(line));
      expect(Number(line.cost)).toBeCloseTo(dollars(month) * 0.23, 2);
    }
    expect(carriers('tax').map(({ day }) => day)).toEqual([
      '2026-08-31',
      '2026-09-30',
      '2026-10-31',
    ]);
    expect(carriers('private-rate-discount')).toHaveLength(3);
  });

  test('a credit', () => {
    expect(carriers('credit').map(({ day, cost }) => `${day} ${cost}`)).toEqual(['2026-10-09 -75']);
  });

  test('the support plan stands beside Bedrock, and is no difference', () => {
    const plan = lines.filter(({ service }) => service === SUPPORT_PLAN.service);
    expect(plan.map(({ cost, payer }) => [cost, payer])).toEqual(
      Array(3).fill(['100', '111122223333']),
    );
    expect(PLANTED_DIFFERENCES.filter(({ carries }) => plan.some(carries))).toEqual([]);
  });

  test('an unknown usage type that nobody can read', () => {
    const types = new Set(carriers('unknown-usage-type').map(({ usageType }) => usageType));
    expect([...types].map((text) => parseUsageType(text).parsed)).toEqual([false]);
  });

  test('no line has more than the ten decimals of AWS', () => {
    const decimals = lines.map(({ cost }) => (cost.split('.')[1] ?? '').length);
    expect(Math.max(...decimals)).toBe(10);
  });

  test('nothing else: every other line of use costs its list price', () => {
    const others = usage.filter((line) => !named('private-offer').carries(line));
    expect(others.filter(({ cost, listCost }) => cost !== listCost)).toEqual([]);
  });
});

const prices = bundledPrices();
const METERS = ['input-tokens', 'output-tokens', 'cache-read-tokens', 'cache-write-tokens'];

/** The bundled USD per million of a line's tokens; null where the table has none, looked up by hand. */
function listPrice({ usageType, service, region, day }: Line): number | null | undefined {
  const read = parseUsageType(usageType);
  if (!read.parsed || !METERS.includes(read.meter) || read.context === 'long') return undefined;
  const model = read.model?.modelId ?? read.model?.spelling ?? modelOfServiceName(service);
  const unit =
    read.meter === 'cache-write-tokens'
      ? `cache-write-${read.cacheTtl ?? '5m'}-tokens`
      : read.meter;
  const line = prices.find(
    (one) =>
      one.modelId === model &&
      one.unit === unit &&
      one.tier === read.tier &&
      one.context !== 'long' &&
      read.scopes.includes(one.scope) &&
      (one.regions === '*' || one.regions.includes(region)) &&
      one.validFrom <= day &&
      (one.validTo === undefined || day < one.validTo),
  );
  return line === undefined ? null : Number(line.usd);
}

describe('the lines of tokens', () => {
  const tokens = usage.filter((line) => listPrice(line) !== undefined);

  test('are at bundled prices, save for models and tiers that are planted as unlisted', () => {
    const planted = (line: Line) =>
      named('unlisted-model').carries(line) || named('unlisted-tier').carries(line);
    const unlisted = tokens.filter((line) => listPrice(line) === null);
    expect(unlisted.length).toBeGreaterThan(10);
    expect([
      ...new Set(unlisted.filter((line) => !planted(line)).map((one) => one.usageType)),
    ]).toEqual([]);
    const wrong = tokens.filter((line) => {
      const price = listPrice(line);
      const per = line.unit === '1K tokens' ? 1_000 : 1;
      const expected = (Number(line.quantity) * (price ?? 0)) / per;
      return price !== null && Math.abs(Number(line.listCost) - expected) > 1e-8;
    });
    expect([...new Set(wrong.map(({ usageType }) => usageType))]).toEqual([]);
  });

  test('of Mantle are those of its calls, by model and caller', () => {
    const until = Date.parse(NOW) - 24 * 3_600_000;
    const called = sumBy(
      world.mantleCalls.filter(({ time }) => time < until),
      ({ modelId, caller }) => `${modelId.replace(/-1:0$/, '')} ${caller.arn.split('/').at(-1)}`,
      ({ inputTokens, outputTokens }) => inputTokens + outputTokens,
    );
    const mantle = usage.filter(({ usageType }) => usageType.includes('-mantle-'));
    const billed = sumBy(
      mantle,
      ({ usageType, principal }) => {
        const model = /^USE1-(.+)-mantle-(input|output)-tokens-standard$/.exec(usageType)?.[1];
        return `${model} ${principal.split('/')[1]}`;
      },
      ({ quantity }) => Math.round(Number(quantity) * 1_000),
    );
    expect(called.size).toBeGreaterThan(3);
    expect(billed).toEqual(called);
  });

  test('of batches are on the bill alone, by the records of their jobs', () => {
    const batch = usage.filter(({ usageType }) => /batch/i.test(usageType));
    const jobs = world.bedrockResources('222233334444', 'us-east-1').batchJobs;
    const nova = batch.filter(({ usageType }) => usageType === 'USE1-NovaLite-input-tokens-batch');
    expect(nova.length).toBeGreaterThan(10);
    for (const { day, resourceId, quantity } of nova) {
      const job = jobs.find(({ jobArn }) => jobArn === resourceId);
      expect(job?.endTime?.slice(0, 10)).toBe(day);
      expect(Number(quantity) * 1_000).toBeCloseTo((job?.succeededRecords ?? 0) * 420, 3);
    }
    const images = usage.filter(({ unit }) => unit === 'image');
    const made = world.invocations.filter(
      ({ time, errorCode }) => time < Date.parse(NOW) - 24 * 3_600_000 && errorCode === null,
    );
    const count = (of: (call: (typeof made)[number]) => number) =>
      made.reduce((sum, call) => sum + of(call), 0);
    const quantities = (some: readonly Line[]) =>
      some.reduce((sum, { quantity }) => sum + Number(quantity), 0);
    expect(quantities(images)).toBe(count((call) => call.images?.count ?? 0));
    const searches = usage.filter(({ usageType }) => usageType.includes('_search_units-'));
    expect(quantities(searches)).toBe(count((call) => call.searchUnits ?? 0));
  });
});
