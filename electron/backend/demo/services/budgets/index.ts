import type {
  BudgetAmount,
  BudgetNotification,
  CostExpression,
} from '../../../../../shared/model/dataset.ts';
import { type Instant, msOfInstant } from '../../../../../shared/model/period.ts';
import { awsJson } from '../../protocols/aws-json.ts';
import { JSON_CODES } from '../../protocols/fault-codes.ts';
import { booleanOf, integerOf, requiredText, textOf } from '../../protocols/input.ts';
import { type Page, pageOf, readToken, requestKey } from '../../protocols/page.ts';
import { type Call, operations, type Service } from '../../service.ts';
import { invalidInput, WireFault } from '../../wire-fault.ts';
import type { WorldBudget } from '../../world/money/money-world.ts';
import { describeExpression } from '../ce/cost-expression.ts';

const MAX_PAGE = 1000;
const DEFAULT_PAGE = 100;

/** AWS Budgets: one endpoint for all Regions. */
export function budgetsService(): Service {
  const codes = { ...JSON_CODES, invalid: { code: 'InvalidParameterException', status: 400 } };
  const protocol = awsJson({ version: '1.1', codes });
  const resource = (call: Call) => `arn:aws:budgets::${call.identity.accountId}:budget/*`;
  return {
    name: 'budgets',
    regional: false,
    operations: operations({
      DescribeBudgets: { action: 'budgets:ViewBudget', resource, run: describeBudgets },
      DescribeBudgetNotificationsForAccount: {
        action: 'budgets:ViewBudget',
        resource,
        run: describeNotifications,
      },
    }),
    protocol: () => protocol,
  };
}

function describeBudgets(call: Call): object {
  const expressions = booleanOf(call.input, 'ShowFilterExpression') ?? false;
  const page = budgetPage(call);
  return {
    Budgets: page.items.map((budget) => describeBudget(budget, expressions)),
    NextToken: page.next,
  };
}

function describeNotifications(call: Call): object {
  const page = budgetPage(call);
  return {
    BudgetNotificationsForAccount: page.items.map(({ name, notifications }) => ({
      BudgetName: name,
      Notifications: notifications.map(describeNotification),
    })),
    NextToken: page.next,
  };
}

function budgetPage(call: Call): Page<WorldBudget> {
  const { input, identity, request } = call;
  if (requiredText(input, 'AccountId') !== identity.accountId) {
    const text = `Account ${textOf(input, 'AccountId')} is not the caller's account.`;
    throw new WireFault('AccessDeniedException', 400, text);
  }
  const size = integerOf(input, 'MaxResults') ?? DEFAULT_PAGE;
  if (size < 1 || size > MAX_PAGE) throw invalidInput(`MaxResults must be 1 to ${MAX_PAGE}`);
  const target = request.headers['x-amz-target'] ?? '';
  const key = requestKey(input, target, ['NextToken', 'MaxResults']);
  const token = textOf(input, 'NextToken');
  const offset = token === undefined ? 0 : readToken(token, key)?.offset;
  if (offset === undefined) {
    throw new WireFault('InvalidNextTokenException', 400, 'The pagination token is invalid.');
  }
  return pageOf(call.world.budgets(identity.accountId), { offset, size, request: key });
}

/** Filters come in the old form always, and as an expression where that was asked for. */
function describeBudget(budget: WorldBudget, expressions: boolean): object {
  return {
    BudgetName: budget.name,
    BudgetLimit: describeAmount(budget.limit),
    PlannedBudgetLimits: plannedLimits(budget),
    CostFilters: costFilters(budget.filter),
    CostTypes: COST_TYPES,
    TimeUnit: budget.timeUnit,
    TimePeriod: { Start: seconds(budget.startsAt), End: seconds(budget.endsAt) },
    CalculatedSpend:
      budget.actual === null
        ? undefined
        : {
            ActualSpend: describeAmount(budget.actual),
            ForecastedSpend: describeAmount(budget.forecast),
          },
    BudgetType: budget.type,
    LastUpdatedTime: seconds(budget.startsAt),
    FilterExpression: expressions ? describeExpression(budget.filter) : undefined,
    Metrics: expressions ? ['UnblendedCost'] : undefined,
  };
}

/** What the console counts for a new budget. */
const COST_TYPES = {
  IncludeTax: true,
  IncludeSubscription: true,
  UseBlended: false,
  IncludeRefund: false,
  IncludeCredit: false,
  IncludeUpfront: true,
  IncludeRecurring: true,
  IncludeOtherSubscription: true,
  IncludeSupport: true,
  IncludeDiscount: true,
  UseAmortized: false,
};

function describeAmount(amount: BudgetAmount | null): object | undefined {
  return amount === null ? undefined : { Amount: amount.amount, Unit: amount.unit };
}

function plannedLimits({ plannedLimits: planned }: WorldBudget): object | undefined {
  if (planned.length === 0) return undefined;
  return Object.fromEntries(
    planned.map(({ from, limit }) => [String(seconds(from)), describeAmount(limit)]),
  );
}

/** The old form of a filter on one dimension: `Service`. */
function costFilters(filter: CostExpression | null): object {
  if (filter?.kind !== 'dimension' || filter.key !== 'SERVICE') return {};
  return { Service: filter.values };
}

function describeNotification(notification: BudgetNotification): object {
  return {
    NotificationType: notification.on,
    ComparisonOperator: notification.comparison,
    Threshold: notification.threshold,
    ThresholdType: notification.thresholdType,
    NotificationState: notification.state ?? undefined,
  };
}

function seconds(instant: Instant | null): number | undefined {
  return instant === null ? undefined : msOfInstant(instant) / 1000;
}
