import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BudgetCost, BudgetNotice } from '../../../../shared/cost/budgets/budget-answer.ts';
import { budgetProblems } from '../../../../shared/cost/budgets/budget-problems.ts';
import { judgeBudget } from '../../../../shared/cost/budgets/judge-budget.ts';
import type { Forecast } from '../../../../shared/cost/forecast/forecast-answer.ts';
import type { SpendBudget } from '../../../../shared/model/spend-budget.ts';

const budget: SpendBudget = {
  id: 'b1',
  name: 'Data',
  scope: { kind: 'team', team: 'data' },
  monthlyUsd: '1000',
  thresholds: [
    { percent: 100, on: 'forecast' },
    { percent: 100, on: 'actual' },
    { percent: 50, on: 'actual' },
    { percent: 80, on: 'actual' },
  ],
};

function forecast(expectedUsd: string | null): Forecast {
  if (expectedUsd === null) return { found: false, reason: 'Only 2 days are known.' };
  const range = { expectedUsd, lowUsd: expectedUsd, highUsd: expectedUsd };
  const rest = { month: '2026-10', knownUsd: '0', days: [], historyDays: 56, weekdayRhythm: true };
  return { found: true, ...range, ...rest, notes: [] };
}

const LACKING = [{ unit: 'images', quantity: 7 }] as const;

function cost(actualUsd: string | null, expectedUsd: string | null, month = '2026-10'): BudgetCost {
  const notKnown = actualUsd === null ? 'no metrics were read' : null;
  const rest = {
    notKnown,
    provenance: 'metered',
    unpricedUnits: LACKING,
    beside: null,
    besideAhead: null,
  } as const;
  return { month, actualUsd, forecast: forecast(expectedUsd), ...rest };
}

const texts = (notices: readonly BudgetNotice[]) =>
  notices.map(({ month, percent, on }) => `${month} ${percent} ${on}`);

describe('judgeBudget', () => {
  test.each<[string, string | null, string[]]>([
    ['0', '0', []],
    ['499.999999999999999999', '999.99', []],
    ['500', '999.99', ['50 actual']],
    ['800', '1000', ['50 actual', '80 actual', '100 forecast']],
    ['1000', '1200', ['50 actual', '80 actual', '100 actual', '100 forecast']],
    ['900', null, ['50 actual', '80 actual']],
    ['-5', '0', []],
  ])('%s spent, %s forecast: %j', (actual, expected, crossed) => {
    const { thresholds, newNotices } = judgeBudget(budget, cost(actual, expected), []);
    expect(texts(newNotices)).toEqual(crossed.map((text) => `2026-10 ${text}`));
    const states = thresholds.filter(({ state }) => state === 'crossed');
    expect(states.map(({ percent, on }) => `${percent} ${on}`)).toEqual(crossed);
  });

  test('what is billed beside metered usage counts in what is spent, left and expected', () => {
    const beside = {
      usd: '300',
      amounts: [{ provenance: 'billed', usd: '300' }],
      lastBilledDay: '2026-10-19',
    } as const;
    const state = judgeBudget(budget, { ...cost('600', '750'), beside }, []);
    expect(state).toMatchObject({ actualUsd: '900', forecastUsd: '1050', leftUsd: '100', beside });
    expect(texts(state.newNotices)).toEqual([
      '2026-10 50 actual',
      '2026-10 80 actual',
      '2026-10 100 forecast',
    ]);
  });

  test('says where it stands', () => {
    expect(judgeBudget(budget, cost('815.5', '1200'), [])).toMatchObject({
      leftUsd: '184.5',
      actualPercent: 81.5,
      forecastUsd: '1200',
      forecastPercent: 120,
      provenance: 'metered',
      unpricedUnits: LACKING,
      tell: { actual: { percent: 80 }, forecast: { percent: 100 } },
    });
  });

  test('what is not known crosses nothing and is no share of anything, and says why', () => {
    const state = judgeBudget(budget, cost(null, null), []);
    expect(state).toMatchObject({
      actualUsd: null,
      notKnown: 'no metrics were read',
      leftUsd: null,
      actualPercent: null,
      newNotices: [],
      tell: { actual: null, forecast: null },
    });
    expect(state.thresholds.map(({ state: of }) => of)).toEqual(Array(4).fill('unknown'));
    expect(state.thresholds[0]?.reason).toBe('What was spent is not known: no metrics were read.');
  });

  test('a forecast of a month that is not known yet crosses by itself', () => {
    const { newNotices, tell } = judgeBudget(budget, cost(null, '1000'), []);
    expect(texts(newNotices)).toEqual(['2026-10 100 forecast']);
    expect(tell.actual).toBeNull();
  });

  test('without a forecast its thresholds are unknown, with the reason', () => {
    const { thresholds, forecastUsd, forecastPercent } = judgeBudget(budget, cost('0', null), []);
    expect(thresholds.at(-1)).toEqual({
      percent: 100,
      on: 'forecast',
      usd: '1000',
      state: 'unknown',
      reason: 'Only 2 days are known.',
    });
    expect([forecastUsd, forecastPercent]).toEqual([null, null]);
  });

  test('once a month: told on crossing, not again when it stays or comes back, armed next month', () => {
    const told: BudgetNotice[] = [];
    const step = (actual: string, month = '2026-10') => {
      const { newNotices, tell } = judgeBudget(budget, cost(actual, '0', month), told);
      told.push(...newNotices);
      return [texts(newNotices), tell.actual?.percent ?? null];
    };
    expect(step('400')).toEqual([[], null]);
    expect(step('550')).toEqual([['2026-10 50 actual'], 50]);
    expect(step('560')).toEqual([[], null]);
    expect(step('450')).toEqual([[], null]);
    expect(step('1100')).toEqual([['2026-10 80 actual', '2026-10 100 actual'], 100]);
    expect(step('1200')).toEqual([[], null]);
    expect(step('510', '2026-11')).toEqual([['2026-11 50 actual'], 50]);
  });

  test.each<[string, Partial<SpendBudget>, number]>([
    ['another amount', { monthlyUsd: '1000.01' }, 1],
    ['the same amount, written otherwise', { monthlyUsd: '1000.00' }, 0],
    ['another team', { scope: { kind: 'team', team: 'search' } }, 1],
    ['everything in place of a team', { scope: { kind: 'workspace' } }, 1],
    ['another name', { name: 'Data and search' }, 0],
    ['a threshold more, below', { thresholds: [{ percent: 10, on: 'actual' }] }, 1],
  ])('%s after a threshold was told: %s told again', (_, change, count) => {
    const thresholds = [{ percent: 50, on: 'actual' }] as const;
    const before = { ...budget, thresholds };
    const told = judgeBudget(before, cost('600', '0'), []).newNotices;
    expect(told).toHaveLength(1);
    const after = { ...before, ...change };
    const again = judgeBudget(after, cost('600', '0'), told).newNotices;
    expect(again).toHaveLength(count);
    const all = [...told, ...again];
    expect(judgeBudget(after, cost('600', '0'), all).newNotices).toEqual([]);
  });

  test('an amount that is raised over what was spent is told of when it is reached', () => {
    const before = { ...budget, thresholds: [{ percent: 100, on: 'actual' }] as const };
    const told = judgeBudget(before, cost('1000', '0'), []).newNotices;
    const raised = { ...before, monthlyUsd: '2000' };
    expect(judgeBudget(raised, cost('1999', '0'), told).newNotices).toEqual([]);
    expect(judgeBudget(raised, cost('2000', '0'), told).newNotices).toHaveLength(1);
  });

  test('notices of another budget do not count', () => {
    const { scope, monthlyUsd } = budget;
    const told = { month: '2026-10', percent: 50, on: 'actual', scope, monthlyUsd } as const;
    const other = { ...told, budgetId: 'b2' };
    expect(judgeBudget(budget, cost('500', '0'), [other]).newNotices).toHaveLength(1);
  });

  test('nothing is ever told twice, whatever the order of costs', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2_000 })), (amounts) => {
        const told: BudgetNotice[] = [];
        for (const amount of amounts)
          told.push(...judgeBudget(budget, cost(`${amount}`, `${amount}`), told).newNotices);
        expect(new Set(texts(told)).size).toBe(told.length);
        const highest = Math.max(0, ...amounts);
        const due = budget.thresholds.filter(({ percent }) => highest >= percent * 10);
        expect(told).toHaveLength(due.length);
      }),
    );
  });

  test('a budget of nothing is refused', () => {
    expect(() => judgeBudget({ ...budget, monthlyUsd: '0' }, cost('1', '1'), [])).toThrow(
      RangeError,
    );
  });
});

describe('budgetProblems', () => {
  test.each<[Partial<SpendBudget>, string | null]>([
    [{}, null],
    [{ monthlyUsd: '0' }, 'not dollars above zero'],
    [{ monthlyUsd: '1e3' }, 'not dollars above zero'],
    [{ name: ' ' }, 'the name is empty'],
    [{ scope: { kind: 'account', accountId: '12' } }, '12 digits'],
    [{ thresholds: [{ percent: 0, on: 'actual' }] }, '0 % is not'],
    [{ thresholds: [{ percent: 50.5, on: 'actual' }] }, '50.5 % is not'],
    [
      {
        thresholds: [
          { percent: 50, on: 'actual' },
          { percent: 50, on: 'actual' },
        ],
      },
      '50 % of actual is there twice',
    ],
  ])('%j: %s', (over, problem) => {
    const found = budgetProblems([{ ...budget, ...over }]);
    if (problem === null) expect(found).toEqual([]);
    else expect(found.join()).toContain(problem);
  });

  test('two of a name or id', () => {
    expect(budgetProblems([budget, budget])).toHaveLength(2);
  });
});

describe('what comes beside metered usage', () => {
  test('counts as far as it is billed, and in the forecast to the end of the month', () => {
    const beside = { usd: '200', amounts: [], lastBilledDay: '2026-10-20' };
    const range = { expectedUsd: '110', lowUsd: '110', highUsd: '110' };
    const ahead = { ...range, perDayUsd: '10', flatPerDayUsd: '10', days: [] };
    const judged = (besideAhead: typeof ahead | null) =>
      judgeBudget(budget, { ...cost('500', '700'), beside, besideAhead }, []);
    expect(judged(null)).toMatchObject({ actualUsd: '700', forecastUsd: '900' });
    expect(judged(ahead)).toMatchObject({ actualUsd: '700', forecastUsd: '1010' });
    expect(judged(null).tell.forecast).toBeNull();
    expect(judged(ahead).tell.forecast?.percent).toBe(100);
  });
});
