import type { BudgetState } from '../../../../shared/api/answers.ts';
import { modelLabel } from '../../../../shared/model/model-label.ts';
import { formatMoney } from '../../../../shared/model/money-text.ts';
import type { BudgetScope, BudgetThreshold } from '../../../../shared/model/spend-budget.ts';
import { countOf } from '../../../format.ts';

/** How a budget stands, worst first. */
export type BudgetStanding = 'over' | 'will-be-over' | 'not-known' | 'within';

/** Over when all is spent; expected to be when the forecast says so; unknown without a forecast. */
export function standingOf({ actualPercent, forecastPercent }: BudgetState): BudgetStanding {
  if (actualPercent >= 100) return 'over';
  if (forecastPercent === null) return 'not-known';
  return forecastPercent >= 100 ? 'will-be-over' : 'within';
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

/** The tab's answer in a sentence. */
export function budgetSentence(states: readonly BudgetState[], month: string): string {
  if (states.length === 0) return `No budget is set for ${month}.`;
  const count = (standing: BudgetStanding) =>
    states.filter((state) => standingOf(state) === standing).length;
  const [over, soon, unknown] = [count('over'), count('will-be-over'), count('not-known')];
  const parts = [
    ...(over === 0 ? [] : [`${countOf(over, 'budget')} spent`]),
    ...(soon === 0 ? [] : [`${countOf(soon, 'budget')} expected to be`]),
    ...(unknown === 0 ? [] : [`${countOf(unknown, 'budget')} without a forecast`]),
  ];
  if (parts.length > 0) return `In ${month}: ${parts.join(', ')}, of ${states.length}.`;
  return `${states.length === 1 ? 'The budget holds' : `All ${states.length} budgets hold`} in ${month}, by today and by forecast.`;
}

/** What is left, or how much was spent too much. */
export function leftWords(leftUsd: string): string {
  return leftUsd.startsWith('-')
    ? `${formatMoney(leftUsd.slice(1))} too much`
    : `${formatMoney(leftUsd)} left`;
}
