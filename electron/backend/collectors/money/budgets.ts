import type { Budget as BudgetAnswer, Notification, Spend } from '@aws-sdk/client-budgets';
import type {
  Budget,
  BudgetAmount,
  BudgetNotification,
  CostExpression,
  Part,
} from '../../../../shared/model/dataset.ts';
import { instant, list, required, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { everyItem } from '../every-item.ts';
import { joined, toCostExpression } from './cost-expression.ts';

/** The permission behind both lists (Service Authorization Reference, AWS Budgets). */
const ACTION = 'budgets:ViewBudget';

/** Every budget of an account with its warnings: two lists, whatever the number of budgets. */
export const budgets: Collector<'budgets'> = {
  dataset: 'budgets',
  title: 'AWS Budgets',
  scope: 'account',
  iamActions: [ACTION],
  collect: async (context) => {
    const found = await listBudgets(context);
    if (found.length === 0) return [];
    const warnings = await context.part(ACTION, () => listNotifications(context));
    return found.map((budget) => toBudget(budget, warnings));
  },
};

function listBudgets(context: CollectContext): Promise<readonly BudgetAnswer[]> {
  const { clients, region, call, accountId: AccountId } = context;
  return everyItem({
    of: ACTION,
    page: (NextToken) =>
      call(ACTION, async (options) =>
        (await clients.budgets(region)).describeBudgets(
          { AccountId, MaxResults: 100, NextToken, ShowFilterExpression: true },
          options,
        ),
      ),
    next: (page) => page.NextToken,
    items: (page) => page.Budgets,
  });
}

/** Warnings by the name of their budget. */
type Warnings = ReadonlyMap<string, readonly BudgetNotification[]>;

async function listNotifications(context: CollectContext): Promise<Warnings> {
  const { clients, region, call, accountId: AccountId } = context;
  const found = await everyItem({
    of: ACTION,
    page: (NextToken) =>
      call(ACTION, async (options) =>
        (await clients.budgets(region)).describeBudgetNotificationsForAccount(
          { AccountId, MaxResults: 100, NextToken },
          options,
        ),
      ),
    next: (page) => page.NextToken,
    items: (page) => page.BudgetNotificationsForAccount,
  });
  return new Map(
    found.map(({ BudgetName, Notifications }) => [
      BudgetName ?? '',
      list(Notifications).map(toNotification),
    ]),
  );
}

/** One budget with those of the warnings that are its own. */
export function toBudget(budget: BudgetAnswer, warnings: Part<Warnings>): Budget {
  const name = text(budget.BudgetName, 'Budgets.BudgetName');
  return {
    name,
    type: budget.BudgetType ?? 'UNKNOWN',
    timeUnit: budget.TimeUnit ?? 'UNKNOWN',
    limit: toAmount(budget.BudgetLimit),
    plannedLimits: plannedLimits(budget),
    actual: toAmount(budget.CalculatedSpend?.ActualSpend),
    forecast: toAmount(budget.CalculatedSpend?.ForecastedSpend),
    startsAt: instant(budget.TimePeriod?.Start),
    endsAt: instant(budget.TimePeriod?.End),
    filter: toCostExpression(budget.FilterExpression) ?? fromCostFilters(budget.CostFilters),
    notifications: warnings.read ? { read: true, value: warnings.value.get(name) ?? [] } : warnings,
  };
}

function toAmount(spend: Spend | undefined): BudgetAmount | null {
  if (spend?.Amount === undefined) return null;
  return { amount: spend.Amount, unit: spend.Unit ?? '' };
}

/** AWS names each period by its start in epoch seconds. */
function plannedLimits({ PlannedBudgetLimits }: BudgetAnswer): Budget['plannedLimits'] {
  return Object.entries(PlannedBudgetLimits ?? {})
    .sort(([a], [b]) => Number(a) - Number(b))
    .flatMap(([seconds, spend]) => {
      const from = instant(new Date(Number(seconds) * 1000));
      const limit = toAmount(spend);
      return from === null || limit === null ? [] : [{ from, limit }];
    });
}

/**
 * The filters of before expressions, all of which hold: `Service`, `LinkedAccount`, and tags as
 * `user:team$storefront`.
 */
function fromCostFilters(filters: BudgetAnswer['CostFilters']): CostExpression | null {
  return joined(
    Object.entries(filters ?? {}).flatMap(([key, values]) =>
      key === 'TagKeyValue' ? tagTests(values) : [test('dimension', dimensionOf(key), values)],
    ),
  );
}

/** One test for each tag key, which any of its values passes. */
function tagTests(filters: readonly string[]): readonly CostExpression[] {
  const byKey = new Map<string, readonly string[]>();
  for (const filter of filters) {
    const [name = '', value = ''] = filter.split('$');
    const key = name.replace(/^user:/, '');
    byKey.set(key, [...(byKey.get(key) ?? []), value]);
  }
  return [...byKey].map(([key, values]) => test('tag', key, values));
}

function test(kind: 'dimension' | 'tag', key: string, values: readonly string[]): CostExpression {
  return { kind, key, values, matchOptions: [] };
}

/** `LinkedAccount` is the dimension `LINKED_ACCOUNT`. */
function dimensionOf(key: string): string {
  return key.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
}

function toNotification(notification: Notification): BudgetNotification {
  const on = notification.NotificationType;
  return {
    on: on === 'ACTUAL' || on === 'FORECASTED' ? on : 'UNKNOWN',
    comparison: notification.ComparisonOperator ?? 'UNKNOWN',
    threshold: required(notification.Threshold, 'Notifications.Threshold'),
    thresholdType: notification.ThresholdType ?? 'PERCENTAGE',
    state: notification.NotificationState ?? null,
  };
}
