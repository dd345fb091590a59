import type { BudgetAmount, CostExpression } from '../../../../../shared/model/dataset.ts';
import { addDays, addMonths, daysBetween, monthOf } from '../../../../../shared/model/period.ts';
import {
  addUsd,
  formatUsd,
  parseUsd,
  roundUsd,
  type Usd,
} from '../../../../../shared/model/usd.ts';
import type { BillWorld } from '../bill/bill-world.ts';
import type { Calendar } from '../calendar.ts';
import { ACCOUNT } from '../organization.ts';
import type { WorldBudget } from './money-world.ts';

/** Where the end of a budget without end is, as the console writes it. */
const NO_END = '2087-06-15T00:00:00Z';

/**
 * Budgets: the organisation's for Bedrock is 94 % spent and warns; platform-prod's, over everything,
 * is planned month by month and far away; data-science's is for EC2 alone; nobody else has one.
 */
export function budgetsOf(
  accountId: string,
  calendar: Calendar,
  bill: BillWorld,
): readonly WorldBudget[] {
  if (accountId === ACCOUNT.management) return [organisationBudget(calendar, bill)];
  if (accountId === ACCOUNT.platform) return [platformBudget(calendar, bill)];
  if (accountId !== ACCOUNT.dataScience) return [];
  const filter: CostExpression = {
    kind: 'dimension',
    key: 'SERVICE',
    values: ['Amazon Elastic Compute Cloud - Compute'],
    matchOptions: [],
  };
  const ec2 = { limit: usd('500'), actual: usd('61.17'), forecast: usd('92.4') };
  return [{ ...monthly(calendar, 'training-instances'), ...ec2, filter }];
}

function organisationBudget(calendar: Calendar, bill: BillWorld): WorldBudget {
  const members = bill.billedAccounts(ACCOUNT.management);
  const month = spentThisMonth(calendar, bill, members);
  const services = new Set(bill.billLines().map(({ service }) => service));
  return {
    ...monthly(calendar, 'bedrock-organisation'),
    limit: usd(share(month, 100n, 94n)),
    actual: usd(roundUsd(month, 3)),
    forecast: usd(forecastOf(month, calendar)),
    filter: {
      kind: 'dimension',
      key: 'SERVICE',
      values: [...services].filter((service) => service.includes('Bedrock')).sort(),
      matchOptions: [],
    },
    notifications: [
      { ...warning(80), on: 'ACTUAL', state: 'ALARM' },
      { ...warning(100), on: 'FORECASTED', state: 'ALARM' },
    ],
  };
}

/** Its limits are planned, so that it has none of its own. */
function platformBudget(calendar: Calendar, bill: BillWorld): WorldBudget {
  const month = spentThisMonth(calendar, bill, [ACCOUNT.platform]);
  const limit = usd(share(month, 100n, 40n));
  const first = monthOf(calendar.today);
  return {
    ...monthly(calendar, 'platform-everything'),
    plannedLimits: [0, 1, 2].map((ahead) => ({
      from: `${addMonths(first, ahead)}-01T00:00:00Z`,
      limit,
    })),
    actual: usd(roundUsd(month, 3)),
    forecast: usd(forecastOf(month, calendar)),
    notifications: [{ ...warning(90), on: 'ACTUAL', state: 'OK' }],
  };
}

function monthly(calendar: Calendar, name: string): WorldBudget {
  return {
    name,
    type: 'COST',
    timeUnit: 'MONTHLY',
    limit: null,
    plannedLimits: [],
    actual: null,
    forecast: null,
    startsAt: `${calendar.today.slice(0, 4)}-01-01T00:00:00Z`,
    endsAt: NO_END,
    filter: null,
    notifications: [],
  };
}

function warning(threshold: number) {
  return { comparison: 'GREATER_THAN', threshold, thresholdType: 'PERCENTAGE' };
}

function usd(amount: Usd): BudgetAmount {
  return { amount, unit: 'USD' };
}

/** What the bill has of the running month. */
function spentThisMonth(calendar: Calendar, bill: BillWorld, accounts: readonly string[]): Usd {
  const month = monthOf(calendar.today);
  return addUsd(
    '0',
    ...bill
      .billLines()
      .filter(({ day, accountId }) => monthOf(day) === month && accounts.includes(accountId))
      .map(({ cost }) => cost),
  );
}

/** The amount of which `part` of `whole` is spent, rounded up to a dollar. */
function share(spent: Usd, whole: bigint, part: bigint): Usd {
  const dollar = parseUsd('1');
  const limit = (parseUsd(spent) * whole) / part;
  return formatUsd((limit / dollar + 1n) * dollar);
}

/** The whole month at the pace of its days so far. */
function forecastOf(spent: Usd, { today }: Calendar): Usd {
  const month = monthOf(today);
  const days = daysBetween(`${month}-01`, `${addMonths(month, 1)}-01`);
  const passed = daysBetween(`${month}-01`, addDays(today, 1));
  return roundUsd(formatUsd((parseUsd(spent) * BigInt(days)) / BigInt(passed)), 3);
}
