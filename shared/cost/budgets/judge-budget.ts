import { assertNever } from '../../model/assert-never.ts';
import type {
  BudgetScope,
  BudgetThreshold,
  SpendBudget,
  ThresholdBasis,
} from '../../model/spend-budget.ts';
import { type Attodollars, addUsd, formatUsd, parseUsd, type Usd } from '../../model/usd.ts';
import type { BudgetCost, BudgetNotice, BudgetState, ThresholdState } from './budget-answer.ts';

/**
 * How a budget stands, and which thresholds are newly crossed: those of this month that no earlier
 * notice tells of, for its amount and what it counts. A threshold is crossed from its exact amount on.
 * Next month all are armed again, and whenever the amount or what is counted changes.
 * @throws RangeError when the monthly amount is not more than zero.
 */
export function judgeBudget(
  budget: SpendBudget,
  metered: BudgetCost,
  notices: readonly BudgetNotice[],
): BudgetState {
  const limit = parseUsd(budget.monthlyUsd);
  if (limit <= 0n) throw new RangeError(`budget ${budget.name} must be more than zero`);
  const cost = withBeside(metered);
  const { month, actualUsd, notKnown, provenance, unpricedUnits, forecast } = cost;
  const forecastUsd = forecast.found ? forecast.expectedUsd : null;
  const thresholds = [...budget.thresholds]
    .sort(byPercent)
    .map((threshold) => stateOf(threshold, limit, cost));
  const newNotices = thresholds
    .filter(({ state }) => state === 'crossed')
    .map(({ percent, on }) => noticeOf(budget, { month, percent, on }))
    .filter((notice) => !notices.some((earlier) => isSame(earlier, notice)));
  return {
    budget,
    month,
    actualUsd,
    notKnown,
    provenance,
    unpricedUnits,
    beside: cost.beside,
    besideAhead: cost.besideAhead,
    forecastUsd,
    leftUsd: actualUsd === null ? null : formatUsd(limit - parseUsd(actualUsd)),
    actualPercent: percentOf(actualUsd, limit),
    forecastPercent: percentOf(forecastUsd, limit),
    thresholds,
    newNotices,
    tell: { actual: highest(newNotices, 'actual'), forecast: highest(newNotices, 'forecast') },
  };
}

/** The same with what comes beside: what there is of it, and in the forecast what is still to come. */
function withBeside(cost: BudgetCost): BudgetCost {
  const { actualUsd, forecast, beside, besideAhead } = cost;
  if (beside === null) return cost;
  const ahead = besideAhead?.expectedUsd ?? '0';
  return {
    ...cost,
    actualUsd: actualUsd === null ? null : addUsd(actualUsd, beside.usd),
    forecast: forecast.found
      ? { ...forecast, expectedUsd: addUsd(forecast.expectedUsd, beside.usd, ahead) }
      : forecast,
  };
}

function byPercent(a: BudgetThreshold, b: BudgetThreshold): number {
  return a.percent - b.percent || (a.on === b.on ? 0 : a.on === 'actual' ? -1 : 1);
}

function stateOf(
  { percent, on }: BudgetThreshold,
  limit: Attodollars,
  cost: BudgetCost,
): ThresholdState {
  const threshold = { percent, on, usd: formatUsd((limit * BigInt(percent)) / 100n) };
  const { usd, reason } = on === 'forecast' ? expected(cost) : spent(cost);
  if (usd === null) return { ...threshold, state: 'unknown', reason };
  const crossed = parseUsd(usd) * 100n >= limit * BigInt(percent);
  return { ...threshold, state: crossed ? 'crossed' : 'below', reason: null };
}

interface Reached {
  readonly usd: Usd | null;
  readonly reason: string | null;
}

function expected({ forecast }: BudgetCost): Reached {
  return forecast.found
    ? { usd: forecast.expectedUsd, reason: null }
    : { usd: null, reason: forecast.reason };
}

function spent({ actualUsd, notKnown }: BudgetCost): Reached {
  return {
    usd: actualUsd,
    reason: notKnown === null ? null : `What was spent is not known: ${notKnown}.`,
  };
}

function noticeOf(
  { id, monthlyUsd, scope }: SpendBudget,
  crossed: Pick<BudgetNotice, 'month' | 'percent' | 'on'>,
): BudgetNotice {
  return { budgetId: id, ...crossed, monthlyUsd, scope };
}

function isSame(a: BudgetNotice, b: BudgetNotice): boolean {
  return (
    a.budgetId === b.budgetId &&
    a.month === b.month &&
    a.percent === b.percent &&
    a.on === b.on &&
    parseUsd(a.monthlyUsd) === parseUsd(b.monthlyUsd) &&
    subjectOf(a.scope) === subjectOf(b.scope)
  );
}

function subjectOf(scope: BudgetScope): string {
  switch (scope.kind) {
    case 'workspace':
      return scope.kind;
    case 'account':
      return `account ${scope.accountId}`;
    case 'team':
      return `team ${scope.team}`;
    case 'model':
      return `model ${scope.modelId}`;
    default:
      return assertNever(scope);
  }
}

function percentOf(usd: Usd | null, limit: Attodollars): number | null {
  if (usd === null) return null;
  return Number((parseUsd(usd) * 1_000n) / limit) / 10;
}

function highest(notices: readonly BudgetNotice[], on: ThresholdBasis): BudgetNotice | null {
  return notices.findLast((notice) => notice.on === on) ?? null;
}
