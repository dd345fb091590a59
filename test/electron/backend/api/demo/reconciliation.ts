import { beforeAll, describe, expect, test } from 'vitest';
import type { WorldBillLine } from '../../../../../electron/backend/demo/world/bill/bill-world.ts';
import {
  PLANTED_DIFFERENCES,
  SUPPORT_PLAN,
  UNLISTED_MODEL,
} from '../../../../../electron/backend/demo/world/bill/planted.ts';
import type { SpendReconciliation } from '../../../../../shared/api/reconcile-answers.ts';
import type { ReconciledLine } from '../../../../../shared/cost/reconcile/reconciled-line.ts';
import {
  addDays,
  addMonths,
  dayOf,
  monthOf,
  monthPeriod,
  msOfDay,
  type Period,
} from '../../../../../shared/model/period.ts';
import { addUsd, parseUsd } from '../../../../../shared/model/usd.ts';
import { coarse, recompute } from './recompute.ts';
import type { ScannedDemo } from './scanned.ts';

const PAGE = 500;

/** Bill against estimate of the demo account: against the calls themselves, and what was planted. */
export function reconciliationOf(scanned: () => ScannedDemo): void {
  let month: Period;
  let answer: SpendReconciliation;
  let rows: readonly ReconciledLine[];
  let lines: readonly WorldBillLine[];

  const ask = (period: Period, offset: number) =>
    scanned().demo.backend.api['spend.reconcile']({ ...period, offset, limit: PAGE });

  async function allRows(period: Period): Promise<readonly ReconciledLine[]> {
    const first = await ask(period, 0);
    const pages = Array.from(
      { length: Math.ceil(first.total / PAGE) - 1 },
      (_, index) => index + 1,
    );
    const rest: SpendReconciliation[] = [];
    for (const page of pages) rest.push(await ask(period, page * PAGE));
    return [first, ...rest].flatMap((page) => page.rows);
  }

  beforeAll(async () => {
    const { demo, world } = scanned();
    month = monthPeriod(addMonths(monthOf(dayOf(demo.now)), -1));
    answer = await ask(month, 0);
    rows = await allRows(month);
    lines = world.billLines().filter(({ day }) => day >= month.from && day < month.to);
  }, 300_000);

  describe('the estimate of a month of the demo account', () => {
    test('equals a recomputation from the logs to the last picodollar, by day, place, model and unit', () => {
      const { picodollars } = recompute(scanned().world, msOfDay(month.from), msOfDay(month.to));
      const found = new Map<string, bigint>();
      for (const row of rows) {
        if (row.estimatedUsd === null) continue;
        const key = `${row.day} ${row.accountId} ${row.region} ${row.modelId} ${row.scope === 'global'} ${coarse(row.unit ?? '')}`;
        found.set(key, (found.get(key) ?? 0n) + parseUsd(row.estimatedUsd));
      }
      const expected = [...picodollars].map(([key, pico]) => [key, pico * 1_000_000n] as const);
      expect(expected.length).toBeGreaterThan(1_000);
      expect([...found].sort()).toEqual(expected.sort());
      const total = expected.reduce((sum, [, amount]) => sum + amount, 0n);
      expect(parseUsd(answer.headline.estimatedUsd ?? '0')).toBe(total);
    });

    test('is what Spend says of the month', async () => {
      const { api } = scanned().demo.backend;
      const spend = await api['spend.get']({ ...month, groupBy: 'model' });
      expect(answer.headline.estimatedUsd).toBe(spend.usd);
    });

    test('lists what has no price with the tokens that were counted', () => {
      const { unpriced } = recompute(scanned().world, msOfDay(month.from), msOfDay(month.to));
      const tasman = [...unpriced].filter(([key]) => key.includes(UNLISTED_MODEL.modelId));
      const listed = rows.filter(({ modelId }) => modelId === UNLISTED_MODEL.modelId);
      expect(tasman.length).toBeGreaterThan(0);
      expect(listed.every(({ estimatedUsd }) => estimatedUsd === null)).toBe(true);
      expect(listed.reduce((sum, row) => sum + (row.countedQuantity ?? 0), 0)).toBe(
        tasman.reduce((sum, [, tokens]) => sum + tokens, 0),
      );
    });
  });

  describe('the bill of a month of the demo account', () => {
    test('is in the reconciliation whole, but for what is no Bedrock', () => {
      const bedrock = lines.filter(({ service }) => /bedrock/i.test(service));
      expect(bedrock.length).toBeLessThan(lines.length);
      expect(answer.headline.billedUsd).toBe(addUsd(...bedrock.map(({ cost }) => cost)));
    });

    test('differs from the estimate by its causes, exactly', () => {
      expect(addUsd(...answer.causes.map(({ usd }) => usd))).toBe(answer.headline.differenceUsd);
      expect(addUsd(...rows.map(({ differenceUsd }) => differenceUsd))).toBe(
        answer.headline.differenceUsd,
      );
      expect(addUsd(...answer.days.map(({ billedUsd }) => billedUsd))).toBe(
        answer.headline.billedUsd,
      );
    });

    test('is narrowed by place and model in every figure, by state and cause in its rows alone', async () => {
      const { api } = scanned().demo.backend;
      const page = { ...month, offset: 0, limit: PAGE };
      const tax = await api['spend.reconcile']({ ...page, filter: { causes: ['tax'] } });
      expect(tax.headline).toEqual(answer.headline);
      expect(tax.total).toBe(partsOf('tax').length);
      const states = await api['spend.reconcile']({ ...page, filter: { states: ['differs'] } });
      expect(states.total).toBe(rows.filter(({ state }) => state === 'differs').length);
      const filter = { accounts: ['555566667777'], regions: ['eu-west-1'] };
      const one = await api['spend.reconcile']({ ...page, filter });
      const own = rows.filter(
        ({ accountId, region }) => accountId === '555566667777' && region === 'eu-west-1',
      );
      expect(one.total).toBe(own.length);
      expect(one.headline.differenceUsd).toBe(
        addUsd(...own.map(({ differenceUsd }) => differenceUsd)),
      );
    });

    test('tells what it has beside counted usage, which the estimate lacks', async () => {
      const { api } = scanned().demo.backend;
      const other = await api['spend.other-costs'](month);
      const alone = rows.filter(
        ({ parts, unit }) => parts.some(({ cause }) => BESIDE.has(cause)) || unit === 'images',
      );
      expect(other.usd).toBe(
        addUsd(
          ...alone.flatMap(({ billedUsd, scope, parts }) => {
            const isBeside = scope === null || parts.some(({ cause }) => cause === 'unpriced');
            return isBeside && billedUsd !== null ? [billedUsd] : [];
          }),
        ),
      );
      expect(other.costs.every(({ provenance }) => provenance === 'billed')).toBe(true);
      const used = other.costs.filter(({ what }) => /^[A-Z0-9]+-/.test(what));
      expect(used.length).toBeGreaterThan(5);
      expect(used.filter(({ billedUnit }) => billedUnit === undefined)).toEqual([]);
      const names = other.costs.map(({ accountName }) => accountName);
      expect(names).not.toContain(undefined);
    });

    test('has nothing unexplained but the usage type that nobody documented', () => {
      const planted = carriersOf('unknown-usage-type');
      expect(answer.headline.unexplainedUsd).toBe(addUsd(...planted.map(({ cost }) => cost)));
      // What counted usage does not reach is what other costs list, recomputed from the lines.
      const { matchedUsd, grossUsd, classifiedUsd } = answer.headline;
      expect(addUsd(matchedUsd, classifiedUsd, answer.headline.unexplainedUsd)).toBe(grossUsd);
      const reached = rows.map(({ billedUsd, estimatedUsd }) =>
        Math.max(0, Math.min(Number(billedUsd ?? 0), Number(estimatedUsd ?? 0))),
      );
      expect(Number(matchedUsd)).toBeCloseTo(
        reached.reduce((sum, one) => sum + one, 0),
        4,
      );
      expect(Number(classifiedUsd)).toBeGreaterThan(100);
      const causes = answer.causes.map(({ cause }) => cause);
      expect(causes).not.toContain('unexplained');
      expect(causes).not.toContain('price');
      expect(Number(answer.headline.explainedPercent)).toBeGreaterThan(98);
      expect(Number(answer.headline.explainedPercent)).toBeLessThan(100);
    });

    test('agrees with the estimate wherever nothing was planted', () => {
      const kinds = new Set(
        PLANTED_DIFFERENCES.flatMap(({ carries }) =>
          lines.filter(carries).map(({ usageType }) => usageType),
        ),
      );
      const plain = rows.filter(
        ({ billedAs, parts, unit }) =>
          billedAs.length > 0 &&
          unit !== 'images' &&
          billedAs.every((type) => !kinds.has(type)) &&
          parts.every(({ cause }) => !ADJUSTMENTS.has(cause) && cause !== 'bill-alone'),
      );
      expect(plain.length).toBeGreaterThan(1_000);
      expect(plain.filter(({ state }) => state !== 'matched')).toEqual([]);
    });
  });

  const BESIDE: ReadonlySet<string> = new Set([
    'bill-alone',
    'unknown-usage-type',
    'credit',
    'tax',
    'discount',
  ]);
  const ADJUSTMENTS: ReadonlySet<string> = new Set(['credit', 'tax', 'discount']);
  const carriersOf = (name: string) => {
    const planted = PLANTED_DIFFERENCES.find((one) => one.name === name);
    return lines.filter((line) => planted?.carries(line));
  };
  const cost = (some: readonly { readonly cost: string }[]) =>
    addUsd(...some.map((one) => one.cost));
  const partsOf = (cause: string, some: readonly ReconciledLine[] = rows) =>
    some.flatMap((row) => row.parts.filter((part) => part.cause === cause));
  const sumOf = (cause: string, some?: readonly ReconciledLine[]) =>
    addUsd(...partsOf(cause, some).map(({ usd }) => usd));
  const billedAs = (pattern: RegExp) =>
    rows.filter((row) => row.billedAs.some((type) => pattern.test(type)));

  describe('planted differences are named', () => {
    test('private-offer: a tenth of the public price, as a discount', () => {
      const own = billedAs(/-Claude4\.8Opus-/).filter(
        ({ accountId }) => accountId === '222233334444',
      );
      const offered = carriersOf('private-offer');
      const taken = addUsd(cost(offered), ...offered.map(({ listCost }) => `-${listCost}`));
      expect(Number(taken)).toBeLessThan(0);
      expect(sumOf('discount', own)).toBe(taken);
      expect([...new Set(own.flatMap(({ parts }) => parts.map(({ cause }) => cause)))]).toEqual([
        'discount',
      ]);
    });

    test.each([
      ['private-rate-discount', 'discount', /^PrivateRateDiscount$/],
      ['credit', 'credit', /^Credit$/],
      ['tax', 'tax', /^Tax$/],
      ['unknown-usage-type', 'unknown-usage-type', /ContextPinning/],
      ['unlisted-model', 'unpriced', /ozone\.tasman/],
      ['unlisted-tier', 'unpriced', /^EU-Nova.*-priority$/],
      ['unlisted-capacity', 'bill-alone', /-ProvisionedThroughput-/],
    ] as const)('%s: as %s, with its amount', (name, cause, pattern) => {
      const own = billedAs(pattern);
      expect(own.length).toBeGreaterThan(0);
      expect(sumOf(cause, own)).toBe(cost(carriersOf(name)));
      expect(own.every(({ parts }) => parts.every((part) => part.cause === cause))).toBe(true);
    });

    test('unlisted-image: as usage without a price, with all images of its model', () => {
      const own = rows.filter(({ modelId }) => modelId === 'amazon.nova-canvas-v1:0');
      const images = lines.filter(({ usageType }) => /NovaCanvas/.test(usageType));
      expect(carriersOf('unlisted-image').length).toBeGreaterThan(0);
      expect(sumOf('unpriced', own)).toBe(cost(images));
    });

    test('the support plan is on the bill and no part of Bedrock’s, and that is told', () => {
      expect(lines.filter(({ service }) => service === SUPPORT_PLAN.service)).toHaveLength(1);
      expect(rows.flatMap(({ billedAs }) => billedAs)).not.toContain('Dollar');
      expect(answer.causes.map(({ cause }) => cause)).not.toContain('support');
      expect(answer.notes.join(' ')).toMatch(/support plans are not on it/);
    });

    test('nothing is called rounding, since no line at a public price is rounded', () => {
      expect(partsOf('rounding')).toEqual([]);
    });

    test('late-data: the last day in part and today not at all, in what was not billed yet', async () => {
      const { demo, world } = scanned();
      const today = dayOf(demo.now);
      const last = await allRows({ from: addDays(today, -3), to: addDays(today, 1) });
      const late = last.filter(({ parts }) => parts.some(({ cause }) => cause === 'late-bill'));
      const lastBilled = world
        .billLines()
        .filter(({ lineItemType }) => lineItemType === 'Usage')
        .at(-1)?.day;
      expect(late.length).toBeGreaterThan(10);
      expect(late.every(({ day }) => day >= (lastBilled ?? today))).toBe(true);
      expect(partsOf('late-bill', last).every(({ usd }) => usd.startsWith('-'))).toBe(true);
      expect(partsOf('unexplained', last)).toEqual([]);
    });
  });
}
