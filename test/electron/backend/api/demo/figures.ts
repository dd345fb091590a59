import { beforeAll, describe, expect, test } from 'vitest';
import type { World, WorldInvocation } from '../../../../../electron/backend/demo/world/world.ts';
import type { SpendAnswer } from '../../../../../shared/api/answers.ts';
import { addMonths, dayOf, monthOf, monthPeriod } from '../../../../../shared/model/period.ts';
import { usdToNumber } from '../../../../../shared/model/usd.ts';
import { bundledPrices } from '../../../../../shared/prices/bundled-prices.ts';
import type { DemoBackend } from '../../../../helpers/demo-backend.ts';
import { known } from '../../../../helpers/known.ts';
import type { ScannedDemo } from './scanned.ts';

/** `us.anthropic.claude-x` is `anthropic.claude-x`; ARNs are left out of these checks. */
const baseId = (modelId: string) => modelId.replace(/^(us|eu|apac|au|jp|global)\./, '');

const cacheWrites = (call: Call) => call.cacheWrite5mTokens + call.cacheWrite1hTokens;

/** What a call uses, by whichever endpoint it was made. */
type Call = Pick<
  WorldInvocation,
  | 'time'
  | 'accountId'
  | 'region'
  | 'modelId'
  | 'caller'
  | 'serviceTier'
  | 'logged'
  | 'errorCode'
  | 'inputTokens'
  | 'outputTokens'
  | 'cacheReadTokens'
  | 'cacheWrite5mTokens'
  | 'cacheWrite1hTokens'
>;

/** All calls of a world; Bedrock Mantle has neither tiers nor caches here, and no invocation log. */
function callsOf({ invocations, mantleCalls }: World): readonly Call[] {
  const unknown = {
    serviceTier: 'default',
    logged: false,
    cacheReadTokens: 0,
    cacheWrite5mTokens: 0,
    cacheWrite1hTokens: 0,
  } as const;
  return [...invocations, ...mantleCalls.map((call) => ({ ...call, ...unknown }))];
}

/**
 * Every figure again, from the simulated calls themselves with arithmetic of its own: neither the
 * wire, the store, the questions nor the cost code takes part in what is expected here.
 */
export function figuresOf(scanned: () => ScannedDemo): void {
  let demo: DemoBackend;
  let calls: readonly Call[];
  let spend: SpendAnswer;
  const period = () => monthPeriod(addMonths(monthOf(dayOf(demo.now)), -1));

  beforeAll(async () => {
    demo = scanned().demo;
    const { from, to } = period();
    const [start, end] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
    calls = callsOf(scanned().world).filter(
      (call) => call.time >= start && call.time < end && call.errorCode === null,
    );
    spend = await demo.backend.api['spend.get']({ ...period(), groupBy: 'model' });
  });

  const total = (of: (call: Call) => number) => calls.reduce((sum, call) => sum + of(call), 0);

  describe('a month of the demo account', () => {
    test('the scan ended with everything read but what is denied on purpose', () => {
      expect(demo.job.error).toBeNull();
      expect(demo.job.summary?.filesFailed).toBe(0);
      expect(calls.length).toBeGreaterThan(5000);
    });

    test('tokens of every kind and calls are those of the calls', () => {
      expect(spend.tokens).toEqual({
        input: total((call) => call.inputTokens),
        output: total((call) => call.outputTokens),
        cacheRead: total((call) => call.cacheReadTokens),
        cacheWrite: total(cacheWrites),
      });
      expect(spend.calls).toBe(calls.length);
    });

    test('dollars of models that were called in the default tier alone', () => {
      const tiered = new Set(
        calls.filter((call) => call.serviceTier !== 'default').map((call) => baseId(call.modelId)),
      );
      const checked = spend.groups.filter(
        (group) =>
          !tiered.has(group.key) &&
          group.unpricedUnits.length === 0 &&
          calls.some((call) => baseId(call.modelId) === group.key) &&
          !calls.some((call) => call.modelId.startsWith('arn:') && profileOf(call, group.key)),
      );
      expect(checked.length).toBeGreaterThan(4);
      for (const group of checked) {
        const own = calls.filter((call) => baseId(call.modelId) === group.key);
        const expected = own.reduce((sum, call) => sum + costOf(call), 0);
        expect(usdToNumber(known(group.usd)), group.key).toBeCloseTo(expected, 6);
      }
    });

    test.each(['provider', 'account', 'region', 'scope', 'tier', 'unit', 'principal'] as const)(
      'grouped by %s it is the same money and the same tokens',
      async (groupBy) => {
        const other = await demo.backend.api['spend.get']({ ...period(), groupBy });
        expect(other.usd).toBe(spend.usd);
        expect(other.tokens).toEqual(spend.tokens);
      },
    );

    test('accounts have the calls that were made in them', async () => {
      const byAccount = await demo.backend.api['spend.get']({ ...period(), groupBy: 'account' });
      const counted = Object.fromEntries(byAccount.groups.map((group) => [group.key, group.calls]));
      const expected: Record<string, number> = {};
      for (const call of calls) expected[call.accountId] = (expected[call.accountId] ?? 0) + 1;
      expect(counted).toEqual(expected);
    });

    test('a principal costs what its logged calls cost, on days that metrics count too', async () => {
      const page = await demo.backend.api['principals.list']({
        ...period(),
        offset: 0,
        limit: 200,
      });
      const byCaller = new Map<string, Call[]>();
      for (const call of calls.filter(({ logged }) => logged)) {
        const arn = withoutPath(call.caller.arn);
        const same = byCaller.get(arn) ?? [];
        same.push(call);
        byCaller.set(arn, same);
      }
      const own = (arn: string) => byCaller.get(withoutPath(arn)) ?? [];
      const checked = page.rows.filter(({ principalArn }) => {
        const logged = own(principalArn);
        return logged.length > 0 && logged.every((call) => Number.isFinite(plainCost(call)));
      });
      expect(checked.length).toBeGreaterThan(5);
      for (const { principalArn, usd, tokens } of checked) {
        const logged = own(principalArn);
        const expected = logged.reduce((sum, call) => sum + plainCost(call), 0);
        expect(usdToNumber(usd ?? '0'), principalArn).toBeCloseTo(expected, 6);
        expect(tokens.input).toBe(logged.reduce((sum, call) => sum + call.inputTokens, 0));
      }
    });

    test('calls of a principal are the same number in its row, and where spend is shared out by principal', async () => {
      const page = await demo.backend.api['principals.list']({
        ...period(),
        offset: 0,
        limit: 200,
      });
      const spendOf = await demo.backend.api['spend.get']({ ...period(), groupBy: 'principal' });
      const rows = page.rows.filter((row) => row.unloggedCalls === 0 && row.failedCalls > 0);
      expect(rows.length).toBeGreaterThan(3);
      for (const { principalArn, calls: counted } of rows) {
        const group = spendOf.groups.find(({ key }) => key === principalArn);
        expect(group?.calls, principalArn).toBe(counted);
      }
    });

    test('a tier that is not the default is told where metrics count it', async () => {
      const byTier = await demo.backend.api['spend.get']({ ...period(), groupBy: 'tier' });
      const flex = byTier.groups.find(({ key }) => key === 'flex');
      const least = calls.filter((call) => !call.logged && call.serviceTier === 'flex');
      const most = calls.filter((call) => call.serviceTier === 'flex');
      const sum = (of: readonly Call[]) => of.reduce((total, call) => total + call.inputTokens, 0);
      expect(sum(most)).toBeGreaterThan(0);
      expect(flex?.tokens.input ?? 0).toBeGreaterThanOrEqual(sum(least));
      expect(flex?.tokens.input ?? 0).toBeLessThanOrEqual(sum(most));
    });

    test('unpriced usage is listed with its tokens and not in the money', () => {
      const unknown = calls.filter((call) => call.modelId === 'ozone.tasman-large-v1:0');
      const listed = spend.unpriced.filter((usage) => usage.modelId === 'ozone.tasman-large-v1:0');
      expect(unknown.length).toBeGreaterThan(0);
      expect(listed.reduce((sum, usage) => sum + usage.quantity, 0)).toBe(
        unknown.reduce((sum, call) => sum + call.inputTokens + call.outputTokens, 0),
      );
      const group = spend.groups.find(({ key }) => key === 'ozone.tasman-large-v1:0');
      expect(group?.usd).toBeNull();
      expect(group?.unpricedTokens).toBeGreaterThan(0);
    });
  });
}

/** Whether an ARN's calls may count for this model too: application profiles hide their model. */
function profileOf(call: Call, model: string): boolean {
  return (
    call.modelId.includes('application-inference-profile') &&
    /claude-(haiku-4-5|sonnet-4-6|sonnet-5-5|opus-4-8)|nova-2-lite/.test(model)
  );
}

const withoutPath = (arn: string) => arn.replace(/:role\/.*\//, ':role/');

/** NaN where the tier or the model behind the id would have to be guessed. */
function plainCost(call: Call): number {
  const plain = call.serviceTier === 'default' && !call.modelId.startsWith('arn:');
  return plain ? costOf(call) : Number.NaN;
}

const linesOfModel = new Map(
  bundledPrices().map(({ modelId }, _, lines) => [
    modelId,
    lines.filter((line) => line.modelId === modelId),
  ]),
);

/** Only logs tell how long a context was; cached tokens count. */
function readsLong(call: Call): boolean {
  const read = call.inputTokens + call.cacheReadTokens + cacheWrites(call);
  return call.logged && read > 200_000;
}

/** Dollars of one call with floating-point arithmetic and a look-up of its own. */
function costOf(call: Call): number {
  const scope = /^global\./.test(call.modelId)
    ? 'global'
    : baseId(call.modelId) === call.modelId
      ? 'in-region'
      : 'geographic';
  const day = new Date(call.time).toISOString().slice(0, 10);
  const own = linesOfModel.get(baseId(call.modelId)) ?? [];
  const long = readsLong(call) && own.some((line) => line.context === 'long');
  const price = (unit: string) => {
    const fitting = own.filter(
      (line) =>
        (line.context === 'long') === long &&
        line.scope === scope &&
        line.tier === 'standard' &&
        line.unit === unit &&
        (line.regions === '*' || line.regions.includes(call.region)) &&
        line.validFrom <= day &&
        (line.validTo === undefined || day < line.validTo),
    );
    return Number(fitting[0]?.usd ?? Number.NaN) / 1_000_000;
  };
  const part = (tokens: number, unit: string) => (tokens === 0 ? 0 : tokens * price(unit));
  return (
    part(call.inputTokens, 'input-tokens') +
    part(call.outputTokens, 'output-tokens') +
    part(call.cacheReadTokens, 'cache-read-tokens') +
    part(call.cacheWrite5mTokens, 'cache-write-5m-tokens') +
    part(call.cacheWrite1hTokens, 'cache-write-1h-tokens')
  );
}
