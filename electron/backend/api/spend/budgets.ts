import type { BudgetAlert, SpendBudgets, ToldNotice } from '../../../../shared/api/answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import type {
  BudgetCost,
  BudgetNotice,
  BudgetState,
} from '../../../../shared/cost/budgets/budget-answer.ts';
import { judgeBudget } from '../../../../shared/cost/budgets/judge-budget.ts';
import type { Estimate } from '../../../../shared/cost/estimate.ts';
import { forecastMonth } from '../../../../shared/cost/forecast/forecast-month.ts';
import { groupKey } from '../../../../shared/cost/grouping.ts';
import { besideInSum } from '../../../../shared/cost/spend/beside-words.ts';
import { dailyCosts, unpricedOf } from '../../../../shared/cost/spend/daily-costs.ts';
import type { SpendUsage } from '../../../../shared/cost/spend/spend-usage.ts';
import { unpricedWords } from '../../../../shared/cost/spend/unpriced-words.ts';
import { canonicalBaseModelId } from '../../../../shared/model/model-id.ts';
import { formatMoney } from '../../../../shared/model/money-text.ts';
import { type Day, type Month, monthOf, monthPeriod } from '../../../../shared/model/period.ts';
import type { BudgetScope, SpendBudget } from '../../../../shared/model/spend-budget.ts';
import { addUsd } from '../../../../shared/model/usd.ts';
import type { ApiContext } from '../context.ts';
import {
  type Beside,
  besideDays,
  besideOf,
  readBeside,
  readBesideAhead,
} from './beside-metered-of.ts';
import { readHistory, type SpendHistory } from './history.ts';
import type { SpendFilter } from './needs.ts';
import { type SpendBase, spendBase } from './spend-base.ts';

/** How the budgets of the workspace stand in a month; the running one when none is named. */
export async function spendBudgets(
  context: ApiContext,
  input: Input<'spend.budgets'>,
): Promise<SpendBudgets> {
  const { settings, budgetNotices } = context.workspace().file.current();
  const budgets = settings.spendBudgets;
  const byTeam = budgets.some(({ scope }) => scope.kind === 'team');
  const base = await spendBase(context, { groupings: byTeam ? ['team'] : ['model'] });
  const month = input.month ?? monthOf(base.today);
  const told = budgetNotices.filter((notice) => notice.month === month);
  if (budgets.length === 0) return { month, budgets: [], courses: [], told, notes: [] };
  const period = monthPeriod(month);
  const byBill = budgets.some(({ scope }) => isToldByBill(scope));
  const [history, notCounted, beside, ahead] = await Promise.all([
    readHistory(base, period),
    base.notCounted(period),
    byBill ? readBeside(context, period) : null,
    byBill ? readBesideAhead(context, period) : null,
  ]);
  const costs = budgets.map((budget) => ({
    budget,
    ...costOf(budget, history, { base, month, notCounted, beside, ahead }),
  }));
  return {
    month,
    budgets: costs.map(({ budget, cost }) => judgeBudget(budget, cost, budgetNotices)),
    courses: costs.map(({ budget, days, beside: besideByDay, cost }) => ({
      budgetId: budget.id,
      days,
      forecast: cost.forecast,
      beside: besideByDay,
      besideAhead: cost.besideAhead?.days ?? [],
    })),
    told,
    notes: history.notes,
  };
}

interface Asked {
  readonly base: SpendBase;
  readonly month: Month;
  /** Why nothing is known of the month; null where its usage was counted. */
  readonly notCounted: string | null;
  /** Null where no budget counts it. */
  readonly beside: Beside | null;
  readonly ahead: Awaited<ReturnType<typeof readBesideAhead>> | null;
}

function costOf({ scope }: SpendBudget, history: SpendHistory, asked: Asked) {
  const { base, month } = asked;
  const own = history.estimates.filter(inScope(scope, base));
  const days = dailyCosts(own, history.period, history.incompleteDays);
  const ofMonth = own.filter(({ row }) => monthOf(row.day) === month);
  const isIn = ({ day }: { readonly day: Day }) => monthOf(day) === month;
  const allocated = scope.kind === 'team' && ofMonth.some(isAllocated);
  const notKnown = asked.notCounted ?? nothingPriced(ofMonth);
  const actualUsd = addUsd(...days.filter(isIn).flatMap(({ usd }) => usd ?? []));
  const cost = {
    month,
    actualUsd: notKnown === null ? actualUsd : null,
    notKnown,
    provenance: allocated ? ('allocated' as const) : ('metered' as const),
    unpricedUnits: unpricedOf(ofMonth),
    forecast: forecastMonth({ days, month, today: base.today }),
    ...besideIn(scope, asked),
  };
  const filter = billFilter(scope);
  const beside = asked.beside === null || filter === null ? [] : besideDays(asked.beside, filter);
  return { cost, days: days.filter(isIn), beside };
}

/** A bill tells accounts apart; what a team or model causes beside metered usage it does not. */
function isToldByBill({ kind }: BudgetScope): boolean {
  return kind === 'workspace' || kind === 'account';
}

function billFilter(scope: BudgetScope): SpendFilter | null {
  if (!isToldByBill(scope)) return null;
  return scope.kind === 'account' ? { accounts: [scope.accountId] } : {};
}

function besideIn(
  scope: BudgetScope,
  { beside, ahead }: Asked,
): Pick<BudgetCost, 'beside' | 'besideAhead'> {
  const filter = billFilter(scope);
  if (beside === null || ahead === null || filter === null)
    return { beside: null, besideAhead: null };
  return { beside: besideOf(beside, filter), besideAhead: ahead(filter) };
}

/** Why the cost of what was used is not known; null where a part has a price, and where nothing was used. */
function nothingPriced(estimates: readonly Estimate[]): string | null {
  const used = estimates.filter(({ row }) => row.quantity !== 0);
  if (used.length === 0 || used.some(({ priced }) => priced)) return null;
  if (used.every((estimate) => !estimate.priced && estimate.paidByHour))
    return 'bought capacity, which is paid by the hour, served all that was used';
  return `nothing that was used has a price (${unpricedWords(unpricedOf(used))})`;
}

function isAllocated({ row }: Estimate<SpendUsage>): boolean {
  return row.origin?.allocated === true;
}

function inScope(scope: BudgetScope, { names }: SpendBase) {
  return ({ row, model }: Estimate<SpendUsage>): boolean => {
    const keyOf = (by: 'account' | 'team' | 'model') => groupKey(by, row, { model, names });
    switch (scope.kind) {
      case 'workspace':
        return true;
      case 'account':
        return keyOf('account') === scope.accountId;
      case 'team':
        return keyOf('team') === scope.team;
      case 'model':
        return keyOf('model') === canonicalBaseModelId(scope.modelId);
    }
  };
}

/**
 * Tells what budgets newly crossed this month, once: kept in the workspace before anybody is told, so that
 * a crossing is never told twice. Of several at once, the highest of each kind is told.
 */
export async function tellBudgets(context: ApiContext): Promise<readonly BudgetAlert[]> {
  const { file } = context.workspace();
  if (file.current().settings.spendBudgets.length === 0) return [];
  const { budgets } = await spendBudgets(context, {});
  const at = context.host.now();
  const fresh = budgets.flatMap(({ newNotices }) => newNotices.map((one) => ({ ...one, at })));
  if (fresh.length === 0) return [];
  await file.update((old) => ({ ...old, budgetNotices: kept([...old.budgetNotices, ...fresh]) }));
  const alerts = budgets.flatMap((state) =>
    [state.tell.actual, state.tell.forecast].flatMap((notice) =>
      notice === null ? [] : alertOf(state, notice),
    ),
  );
  context.host.emit({ type: 'budgets', alerts });
  return alerts;
}

/** Notices of the last year; older ones can never be told again. */
function kept(notices: readonly ToldNotice[]): readonly ToldNotice[] {
  const months = [...new Set(notices.map(({ month }) => month))].sort().slice(-12);
  return notices.filter(({ month }) => months.includes(month));
}

function expectedMore({ besideAhead }: BudgetState): string {
  const usd = besideAhead?.expectedUsd ?? '0';
  return usd === '0' ? '' : `, ${formatMoney(usd)} more of it expected`;
}

/** None for an amount that is not known: nothing is said of it. */
function alertOf(state: BudgetState, notice: BudgetNotice): readonly BudgetAlert[] {
  const { name, monthlyUsd } = state.budget;
  const reached = notice.on === 'actual' ? state.actualUsd : state.forecastUsd;
  if (reached === null) return [];
  const what = notice.on === 'actual' ? 'has cost' : 'is expected to cost';
  const message = `Budget '${name}': ${notice.month} ${what} ${formatMoney(reached)} (${besideInSum(state.beside)}${notice.on === 'forecast' ? expectedMore(state) : ''}), at or over ${notice.percent} % of ${formatMoney(monthlyUsd)}.`;
  return [{ ...notice, name, message }];
}
