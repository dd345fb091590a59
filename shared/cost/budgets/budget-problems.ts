import type { SpendBudget } from '../../model/spend-budget.ts';
import { parseUsd } from '../../model/usd.ts';

const AMOUNT = /^\d{1,12}(\.\d{1,6})?$/;
const MOST_PERCENT = 1_000;

/** What is wrong with budgets, in whole sentences that name the budget; empty when all can be used. */
export function budgetProblems(budgets: readonly SpendBudget[]): readonly string[] {
  const twice = (name: 'id' | 'name', budget: SpendBudget, index: number) =>
    budgets.findIndex((other) => other[name] === budget[name]) < index;
  return budgets.flatMap((budget, index) => [
    ...(twice('id', budget, index) ? [`Two budgets have the id ${budget.id}.`] : []),
    ...(twice('name', budget, index)
      ? [`Two budgets are called '${budget.name}': rename one of them.`]
      : []),
    ...problemsOf(budget).map((problem) => `Budget '${budget.name}': ${problem}`),
  ]);
}

function problemsOf({ name, scope, monthlyUsd, thresholds }: SpendBudget): readonly string[] {
  const keys = thresholds.map(({ percent, on }) => `${percent} % of ${on}`);
  const twice = keys.find((key, index) => keys.indexOf(key) < index);
  const odd = thresholds.find(({ percent }) => !isPercent(percent));
  return [
    ...(name.trim() === '' ? ['the name is empty: write one.'] : []),
    ...(AMOUNT.test(monthlyUsd) && parseUsd(monthlyUsd) > 0n
      ? []
      : [`the amount '${monthlyUsd}' is not dollars above zero: write it like 1500 or 99.50.`]),
    ...(scope.kind === 'account' && !/^\d{12}$/.test(scope.accountId)
      ? [`'${scope.accountId}' is not an account id: write its 12 digits.`]
      : []),
    ...(odd === undefined ? [] : [`${odd.percent} % is not a whole percent from 1 to 1000.`]),
    ...(twice === undefined ? [] : [`the threshold ${twice} is there twice: remove one.`]),
  ];
}

function isPercent(percent: number): boolean {
  return Number.isInteger(percent) && percent >= 1 && percent <= MOST_PERCENT;
}
