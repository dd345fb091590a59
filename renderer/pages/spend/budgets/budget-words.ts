import type { BudgetState } from '../../../../shared/api/answers.ts';
import { modelLabel } from '../../../../shared/model/model-label.ts';
import { formatMoney } from '../../../../shared/model/money-text.ts';
import type {
  BudgetScope,
  BudgetThreshold,
  SpendBudget,
} from '../../../../shared/model/spend-budget.ts';
import { countOf } from '../../../format.ts';

/** How a budget stands, worst first. */
export type BudgetStanding = 'over' | 'will-be-over' | 'not-known' | 'no-forecast' | 'within';

/**
 * Over when all is spent; expected to be when the forecast says so; not known where what was spent is
 * not, and without a forecast not known to hold.
 */
export function standingOf({ actualPercent, forecastPercent }: BudgetState): BudgetStanding {
  if (actualPercent !== null && actualPercent >= 100) return 'over';
  if (forecastPercent !== null && forecastPercent >= 100) return 'will-be-over';
  if (actualPercent === null) return 'not-known';
  return forecastPercent === null ? 'no-forecast' : 'within';
}

/** What a budget counts, in words. */
export function scopeWords(scope: BudgetScope): string {
  switch (scope.kind) {
    case 'account':
      return `account ${scope.accountId}`;
    case 'team':
      return `team ${scope.team}`;
    case 'model':
      return modelLabel(scope.modelId);
    default:
      return 'everything';
  }
}

/** `80 % of actual`, `100 % of forecast`. */
export function thresholdWords({ percent, on }: BudgetThreshold): string {
  return `${percent} % of ${on}`;
}

/** Whether budgets were saved that an answer does not judge yet: it says nothing of them. */
export function isBehind(judged: readonly BudgetState[], saved: readonly SpendBudget[]): boolean {
  const textOf = ({ id, monthlyUsd }: SpendBudget) => `${id} ${monthlyUsd}`;
  const known = new Set(judged.map(({ budget }) => textOf(budget)));
  return known.size !== saved.length || saved.some((budget) => !known.has(textOf(budget)));
}

/** The tab's answer in a sentence. */
export function budgetSentence(states: readonly BudgetState[], month: string): string {
  if (states.length === 0) return `No budget is set for ${month}.`;
  const count = (standing: BudgetStanding) =>
    states.filter((state) => standingOf(state) === standing).length;
  const [over, soon] = [count('over'), count('will-be-over')];
  const [unknown, open] = [count('not-known'), count('no-forecast')];
  const parts = [
    ...(over === 0 ? [] : [`${countOf(over, 'budget')} spent`]),
    ...(soon === 0 ? [] : [`${countOf(soon, 'budget')} expected to be`]),
    ...(unknown === 0 ? [] : [`${countOf(unknown, 'budget')} of which it is not known`]),
    ...(open === 0 ? [] : [`${countOf(open, 'budget')} without a forecast`]),
  ];
  if (parts.length > 0) return `In ${month}: ${parts.join(', ')}, of ${states.length}.`;
  return `${states.length === 1 ? 'The budget holds' : `All ${states.length} budgets hold`} in ${month}, by today and by forecast.`;
}

/** What is left, or how much was spent too much. */
export function leftWords(leftUsd: string | null): string {
  if (leftUsd === null) return 'what was spent is not known';
  return leftUsd.startsWith('-')
    ? `${formatMoney(leftUsd.slice(1))} too much`
    : `${formatMoney(leftUsd)} left`;
}
