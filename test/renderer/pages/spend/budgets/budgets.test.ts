import { describe, expect, test } from 'vitest';
import {
  type BudgetForm,
  checkBudget,
  emptyBudget,
  formOfBudget,
} from '../../../../../renderer/pages/spend/budgets/budget-form.ts';
import {
  budgetSentence,
  isBehind,
  leftWords,
  standingOf,
} from '../../../../../renderer/pages/spend/budgets/budget-words.ts';
import type { BudgetState } from '../../../../../shared/api/answers.ts';
import type { BudgetScope, SpendBudget } from '../../../../../shared/model/spend-budget.ts';

const BUDGET: SpendBudget = {
  id: 'a',
  name: 'All of Bedrock',
  scope: { kind: 'workspace' },
  monthlyUsd: '1500',
  thresholds: [
    { percent: 80, on: 'actual' },
    { percent: 100, on: 'forecast' },
  ],
};

const FORM = { ...emptyBudget('b'), name: 'Search', monthlyUsd: '99.50' };

function problemsOf(patch: Partial<BudgetForm>): readonly string[] {
  const checked = checkBudget({ ...FORM, ...patch }, [BUDGET]);
  return checked.ok ? [] : checked.problems;
}

describe('the form of a budget', () => {
  test.each<BudgetScope>([
    { kind: 'workspace' },
    { kind: 'account', accountId: '111122223333' },
    { kind: 'team', team: 'search' },
    { kind: 'model', modelId: 'anthropic.claude-opus-5-5' },
  ])('shows and keeps a budget of %o', (scope) => {
    const budget = { ...BUDGET, scope };
    expect(checkBudget(formOfBudget(budget), [])).toEqual({ ok: true, budget });
  });

  test('a new one has thresholds and is right once it has a name and an amount', () => {
    expect(problemsOf({})).toEqual([]);
    expect(FORM.thresholds).toHaveLength(3);
  });

  test.each([
    ['no name', { name: ' ' }, /name is empty/],
    ['the name of another', { name: 'All of Bedrock' }, /Two budgets are called/],
    ['no amount', { monthlyUsd: '' }, /not dollars above zero/],
    ['an amount of zero', { monthlyUsd: '0' }, /not dollars above zero/],
    ['a wrong account', { kind: 'account' as const, of: '12' }, /not an account id/],
    ['no team', { kind: 'team' as const }, /Choose the team/],
    ['no model', { kind: 'model' as const }, /Choose the model/],
    [
      'half a percent',
      { thresholds: [{ percent: '0.5', on: 'actual' as const }] },
      /whole percent/,
    ],
    ['no percent', { thresholds: [{ percent: '', on: 'actual' as const }] }, /whole percent/],
    [
      'a threshold twice',
      {
        thresholds: [
          { percent: '80', on: 'actual' as const },
          { percent: '80', on: 'actual' as const },
        ],
      },
      /there twice/,
    ],
  ] satisfies readonly (readonly [string, Partial<BudgetForm>, RegExp])[])(
    '%s is told',
    (_, patch, words) => {
      expect(problemsOf(patch).join(' ')).toMatch(words);
    },
  );

  test('what is wrong with other budgets is not told of this one', () => {
    const checked = checkBudget(FORM, [{ ...BUDGET, monthlyUsd: 'much' }]);
    expect(checked.ok).toBe(true);
  });
});

function state(actualPercent: number | null, forecastPercent: number | null): BudgetState {
  return {
    budget: BUDGET,
    month: '2026-11',
    actualUsd: actualPercent === null ? null : '1',
    notKnown: actualPercent === null ? 'nothing was read' : null,
    provenance: 'metered',
    unpricedUnits: [],
    beside: null,
    besideAhead: null,
    forecastUsd: forecastPercent === null ? null : '2',
    leftUsd: actualPercent === null ? null : '3',
    actualPercent,
    forecastPercent,
    thresholds: [],
    newNotices: [],
    tell: { actual: null, forecast: null },
  };
}

describe('how budgets stand', () => {
  test('an answer from before a budget was saved is not told as one without budgets', () => {
    const judged = [state(1, 2)];
    expect(isBehind(judged, [BUDGET])).toBe(false);
    expect(isBehind([], [BUDGET])).toBe(true);
    expect(isBehind(judged, [])).toBe(true);
    expect(isBehind(judged, [{ ...BUDGET, monthlyUsd: '1600' }])).toBe(true);
    expect(isBehind([], [])).toBe(false);
  });

  test.each([
    [state(100, 150), 'over'],
    [state(60, 100), 'will-be-over'],
    [state(60, 99.9), 'within'],
    [state(60, null), 'no-forecast'],
    [state(null, null), 'not-known'],
    [state(null, 50), 'not-known'],
    [state(null, 100), 'will-be-over'],
  ] as const)('%#', (each, standing) => {
    expect(standingOf(each)).toBe(standing);
  });

  test.each([
    [[], 'No budget is set for November 2026.'],
    [[state(1, 2)], 'The budget holds in November 2026, by today and by forecast.'],
    [[state(1, 2), state(1, 2)], 'All 2 budgets hold in November 2026, by today and by forecast.'],
    [
      [state(120, 2), state(1, 200), state(1, null), state(1, 2)],
      'In November 2026: 1 budget spent, 1 budget expected to be, 1 budget without a forecast, of 4.',
    ],
    [
      [state(null, null), state(1, 2)],
      'In November 2026: 1 budget of which it is not known, of 2.',
    ],
  ])('in a sentence: %#', (states, words) => {
    expect(budgetSentence(states, 'November 2026')).toBe(words);
  });

  test.each([
    ['12.5', '$12.50 left'],
    ['-12.5', '$12.50 too much'],
    [null, 'what was spent is not known'],
  ])('%s is %s', (usd, words) => {
    expect(leftWords(usd)).toBe(words);
  });
});
