import { addDays, addMonths, isDay, monthOf } from '../../../../../shared/model/period.ts';
import {
  type Input,
  objectOf,
  objectsOf,
  requiredText,
  textOf,
  textsOf,
} from '../../protocols/input.ts';
import type { Call } from '../../service.ts';
import { invalidInput, WireFault } from '../../wire-fault.ts';
import { groupBy } from '../../world/grouping.ts';
import type { World } from '../../world/world.ts';
import { cePage } from './ce-page.ts';
import { costFilter, DIMENSIONS } from './cost-filter.ts';
import { amountText, type CostRow, costRows } from './cost-rows.ts';

/** Groups of one answer; AWS does not say how many it puts on a page. */
const PAGE_GROUPS = 2_000;
/** Months before the current one that AWS keeps unless asked for more. */
const HISTORY_MONTHS = 14;
const METRICS = ['UnblendedCost', 'AmortizedCost', 'BlendedCost', 'UsageQuantity'];

/** GetCostAndUsage: by day or month, at most two groupings, pages of groups. */
export function getCostAndUsage(): (call: Call) => object {
  const known = new WeakMap<World, Map<string, readonly CostRow[]>>();
  return (call) => {
    const { world, identity, input } = call;
    const byAccount = known.get(world) ?? new Map<string, readonly CostRow[]>();
    known.set(world, byAccount);
    const rows = byAccount.get(identity.accountId) ?? costRows(world, identity.accountId);
    byAccount.set(identity.accountId, rows);
    const asked = readRequest(input, world);
    const groups = groupsOf(rows, asked);
    const page = cePage(call, groups, { token: 'NextPageToken', largest: PAGE_GROUPS });
    return {
      NextPageToken: page.next,
      GroupDefinitions: asked.groupings.map(({ type, key }) => ({ Type: type, Key: key })),
      ResultsByTime: resultsOf(page.items, asked),
      DimensionValueAttributes: [],
    };
  };
}

interface Grouping {
  readonly type: 'DIMENSION' | 'TAG';
  readonly key: string;
}

interface CostRequest {
  readonly from: string;
  readonly to: string;
  readonly monthly: boolean;
  readonly metrics: readonly string[];
  readonly groupings: readonly Grouping[];
  readonly matches: (row: CostRow) => boolean;
}

/** One group of one day or month. */
interface CostGroup {
  readonly start: string;
  readonly keys: readonly string[];
  readonly rows: readonly CostRow[];
}

function readRequest(input: Input, world: World): CostRequest {
  const period = objectOf(input, 'TimePeriod') ?? {};
  const from = requiredText(period, 'Start');
  const to = requiredText(period, 'End');
  if (!isDay(from) || !isDay(to)) throw invalidInput('Start and End must be days like 2026-10-01');
  if (from >= to) throw invalidInput('Start date (and hour) should be before end date (and hour)');
  if (monthOf(addDays(to, -1)) > monthOf(world.now.slice(0, 10))) {
    throw invalidInput('end date past the beginning of next month');
  }
  if (monthOf(from) < addMonths(monthOf(world.now.slice(0, 10)), -HISTORY_MONTHS)) {
    const text = "You haven't enabled historical data beyond 14 months";
    throw new WireFault('DataUnavailableException', 400, text);
  }
  return {
    from,
    to,
    monthly: granularityOf(input) === 'MONTHLY',
    metrics: metricsOf(input),
    groupings: groupingsOf(input),
    matches: costFilter(objectOf(input, 'Filter')),
  };
}

function granularityOf(input: Input): string {
  const granularity = requiredText(input, 'Granularity');
  if (granularity === 'DAILY' || granularity === 'MONTHLY') return granularity;
  throw invalidInput(
    granularity === 'HOURLY'
      ? 'Hourly granularity is not enabled for this account'
      : `Granularity ${granularity} is not one of DAILY, MONTHLY, HOURLY`,
  );
}

function metricsOf(input: Input): readonly string[] {
  const metrics = textsOf(input, 'Metrics');
  const unknown = metrics.find((name) => !METRICS.includes(name));
  if (metrics.length === 0 || unknown !== undefined) {
    throw invalidInput(`Invalid metrics: ${unknown ?? 'none given'}`);
  }
  return metrics;
}

function groupingsOf(input: Input): readonly Grouping[] {
  const all = objectsOf(input, 'GroupBy').map((one): Grouping => {
    const type = textOf(one, 'Type');
    const key = requiredText(one, 'Key');
    if (type === 'TAG') return { type, key };
    if (type === 'DIMENSION' && DIMENSIONS.includes(key)) return { type, key };
    throw invalidInput(`Group Definition ${type} ${key} is not supported`);
  });
  if (all.length > 2) throw invalidInput('You can group by at most two dimensions');
  return all;
}

function groupsOf(rows: readonly CostRow[], asked: CostRequest): readonly CostGroup[] {
  const chosen = rows.filter(
    (row) => row.day >= asked.from && row.day < asked.to && asked.matches(row),
  );
  const keysOf = (row: CostRow) => asked.groupings.map((grouping) => keyOf(row, grouping));
  const start = (row: CostRow) => (asked.monthly ? monthStart(row.day, asked.from) : row.day);
  const grouped = groupBy(chosen, (row) => JSON.stringify([start(row), ...keysOf(row)]));
  return [...grouped.values()]
    .flatMap((group) => {
      const [first] = group;
      return first === undefined ? [] : [{ start: start(first), keys: keysOf(first), rows: group }];
    })
    .sort((a, b) => compare(a.start, b.start) || compare(a.keys.join(), b.keys.join()));
}

/** Where a month's result begins: with the month, or with the first day that was asked for. */
function monthStart(day: string, from: string): string {
  const first = `${monthOf(day)}-01`;
  return first < from ? from : first;
}

function keyOf(row: CostRow, { type, key }: Grouping): string {
  if (type === 'TAG') return `${key}$${row.tags[key] ?? ''}`;
  return row.dimensions[key] || `No${key.toLowerCase()}`;
}

/** Every day or month between the first and last group of a page, with its groups or its total. */
function resultsOf(groups: readonly CostGroup[], asked: CostRequest): readonly object[] {
  return [...groupBy(groups, ({ start }) => start)].map(([start, own]) => {
    const rows = own.flatMap((group) => group.rows);
    const grouped = asked.groupings.length > 0;
    return {
      TimePeriod: { Start: start, End: endOf(start, asked) },
      Total: grouped ? {} : metricsText(rows, asked.metrics),
      Groups: grouped
        ? own.map((group) => ({
            Keys: group.keys,
            Metrics: metricsText(group.rows, asked.metrics),
          }))
        : [],
      Estimated: rows.some(({ estimated }) => estimated),
    };
  });
}

function endOf(start: string, { monthly, to }: CostRequest): string {
  if (!monthly) return addDays(start, 1);
  const next = addDays(`${monthOf(start)}-28`, 4);
  const end = `${monthOf(next)}-01`;
  return end < to ? end : to;
}

function metricsText(rows: readonly CostRow[], metrics: readonly string[]): object {
  const cost = { Amount: amountText(rows.reduce((sum, row) => sum + row.cost, 0n)), Unit: 'USD' };
  const quantity = Number(rows.reduce((sum, row) => sum + row.quantity, 0).toFixed(6));
  return Object.fromEntries(
    metrics.map((name) => [
      name,
      name === 'UsageQuantity' ? { Amount: String(quantity), Unit: 'N/A' } : cost,
    ]),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
