import type { CapacityRow, SpendCapacity } from '../cost/commitments/spend-capacity-answer.ts';
import type { Month } from '../model/period.ts';
import type { Report } from './report.ts';
import { type ItemColumn, tableOf } from './table.ts';

/** A month's use of bought capacity. */
export interface CapacityReportInput {
  readonly month: Month;
  readonly capacity: SpendCapacity;
}

const COLUMNS: readonly ItemColumn<CapacityRow>[] = [
  { id: 'name', title: 'Capacity', kind: 'text', value: ({ name }) => name },
  { id: 'model', title: 'Model', kind: 'text', value: ({ model }) => model },
  { id: 'units', title: 'Units', kind: 'count', value: ({ units }) => units },
  { id: 'hours', title: 'Hours', kind: 'count', value: ({ hours }) => hours },
  {
    id: 'hours_with_calls',
    title: 'With calls',
    kind: 'count',
    value: ({ hoursWithCalls }) => hoursWithCalls,
  },
  { id: 'tokens', title: 'Tokens', kind: 'count', value: ({ tokensServed }) => tokensServed },
  { id: 'cost_usd', title: 'Cost USD', kind: 'usd', value: ({ costUsd }) => costUsd },
  {
    id: 'cost_provenance',
    title: 'Cost is',
    kind: 'text',
    below: 'named',
    value: ({ costProvenance }) => costProvenance,
  },
  {
    id: 'on_demand_usd',
    title: 'On demand USD',
    kind: 'usd',
    value: ({ onDemandUsd }) => onDemandUsd,
  },
  { id: 'saved_usd', title: 'Saved USD', kind: 'usd', value: ({ savedUsd }) => savedUsd },
  named('billed', 'On the bill', billedOf),
  below('arn', 'ARN', ({ arn }) => arn),
  below('account', 'Account', ({ accountId }) => accountId),
  below('region', 'Region', ({ region }) => region),
  below('status', 'Status', ({ status }) => status),
  named('break_even_times', 'Pays off from, times its traffic', ({ breakEvenTimes }) =>
    breakEvenTimes === null ? null : String(breakEvenTimes),
  ),
  named('commitment', 'Commitment', expiryOf),
  named('cost_reason', 'No cost', ({ unpricedReason }) => unpricedReason),
  named('on_demand_reason', 'No price on demand', ({ onDemandReason }) => onDemandReason),
];

/** Whether bought capacity is used, pays off, and how long it binds. */
export const capacity: Report<CapacityReportInput> = {
  id: 'capacity',
  title: 'Bought capacity',
  description: 'Use, cost against on demand and end of provisioned throughput in one month.',
  build: ({ month, capacity: { rows, notRead, notCounted, notes } }) =>
    tableOf(COLUMNS, rows, [
      `${month}, UTC. Metered cost is hours in service times the price named; without a price, what was billed, and on demand the usage of the billed days alone.`,
      ...(notRead === null ? [] : [`What capacity is bought is not known: ${notRead}.`]),
      ...(notCounted === null ? [] : [`What it served is not known: ${notCounted}.`]),
      ...notes,
    ]),
};

function expiryOf({ term, expiry }: CapacityRow): string {
  if (expiry.state === 'no-commitment') return 'none';
  if (expiry.state === 'not-known') return expiry.reason;
  return `${term}, ${expiry.state === 'ended' ? 'ended' : 'ends'} ${expiry.on} (${expiry.daysLeft} days)`;
}

/** `302.4 USD`, and with how many purchases it is shared. */
function billedOf({ billed }: CapacityRow): string | null {
  if (billed === null) return null;
  const { usd, purchases } = billed;
  return purchases === 1 ? `${usd} USD` : `${usd} USD for ${purchases} purchases together`;
}

function below(
  id: string,
  title: string,
  value: (row: CapacityRow) => string | null,
): ItemColumn<CapacityRow> {
  return { id, title, kind: 'text', below: 'plain', value };
}

function named(
  id: string,
  title: string,
  value: (row: CapacityRow) => string | null,
): ItemColumn<CapacityRow> {
  return { id, title, kind: 'text', below: 'named', value };
}
