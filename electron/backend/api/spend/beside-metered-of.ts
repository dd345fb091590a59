import {
  type BesideAhead,
  besideAhead,
  RATE_DAYS,
} from '../../../../shared/cost/forecast/beside-ahead.ts';
import type { OtherCosts } from '../../../../shared/cost/reconcile/other-costs.ts';
import type { ReconciledLine } from '../../../../shared/cost/reconcile/reconciled-line.ts';
import {
  type BesideCost,
  type BesideMetered,
  besideCosts,
  besideSum,
} from '../../../../shared/cost/spend/beside-metered.ts';
import { groupBy } from '../../../../shared/cost/statistics/group-by.ts';
import { addDays, type Day, dayOf, type Period } from '../../../../shared/model/period.ts';
import { addUsd, formatUsd, parseUsd, type Usd } from '../../../../shared/model/usd.ts';
import type { BilledGroup } from '../../store/questions/bill-questions.ts';
import type { ApiContext } from '../context.ts';
import { otherCostsOf } from '../reconcile/other-costs-of.ts';
import { reconcilePeriod } from '../reconcile/reconcile-period.ts';
import type { SpendFilter } from './needs.ts';

/** The costs of a period beside its metered usage, with the bill that tells them. */
export interface Beside {
  readonly costs: readonly BesideCost[];
  /** Of the bill, in USD. */
  readonly rows: readonly BilledGroup[];
  readonly lines: readonly ReconciledLine[];
  readonly other: OtherCosts;
}

/** Reads what comes beside the metered usage of a period: once, exactly. */
export async function readBeside(context: ApiContext, period: Period): Promise<Beside> {
  const { store } = context.workspace();
  const [all, other] = await Promise.all([
    store.ask('bill-by-day', period),
    otherCostsOf(context, period),
  ]);
  const rows = all.filter(({ currency }) => currency === 'USD');
  const { lines } = rows.length === 0 ? { lines: [] } : await reconcilePeriod(context, period);
  return { costs: besideCosts({ rows, lines, costs: other.costs }), rows, lines, other };
}

/**
 * What is still to come beside the metered usage of a period, at the pace of the bill's last days; null
 * where a filter asks what a bill does not tell.
 */
export async function readBesideAhead(
  context: ApiContext,
  period: Period,
): Promise<(filter?: SpendFilter) => BesideAhead | null> {
  const today = dayOf(context.host.now());
  const first = period.from < today ? period.from : today;
  const before = { from: addDays(first, -2 * RATE_DAYS), to: period.to };
  const rows = await context.workspace().store.ask('bill-by-day', before);
  return (filter = {}) => {
    const isChosen = chosenBy(filter);
    return isChosen === null ? null : besideAhead(rows.filter(isChosen), period);
  };
}

/** What comes beside chosen usage by day, from the bill; what no day of it tells is on its last. */
export function besideDays(
  { costs, rows }: Pick<Beside, 'costs' | 'rows'>,
  filter: SpendFilter = {},
): readonly { readonly day: Day; readonly usd: Usd }[] {
  const isChosen = chosenBy(filter);
  if (isChosen === null) return [];
  const byDay = [...groupBy(rows.filter(isChosen), ({ day }) => day)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, own]) => ({
      day,
      usd: addUsd(...besideCosts({ rows: own, lines: [], costs: [] }).map(({ usd }) => usd)),
    }));
  const last = byDay.at(-1);
  if (last === undefined) return [];
  const whole = parseUsd(addUsd(...costs.filter(isChosen).map(({ usd }) => usd)));
  const told = parseUsd(addUsd(...byDay.map(({ usd }) => usd)));
  return [
    ...byDay.slice(0, -1),
    { day: last.day, usd: formatUsd(parseUsd(last.usd) + whole - told) },
  ];
}

/** What a bill tells apart as usage does. */
const TOLD_BY_BILL: ReadonlySet<string> = new Set(['accounts', 'regions']);

/** What comes beside chosen usage; null where a filter asks what a bill does not tell. */
export function besideOf(
  { costs, rows }: Pick<Beside, 'costs' | 'rows'>,
  filter: SpendFilter = {},
): BesideMetered | null {
  const isChosen = chosenBy(filter);
  if (isChosen === null) return null;
  return besideSum(costs.filter(isChosen), rows.filter(isChosen));
}

function chosenBy(filter: SpendFilter): ((place: Place) => boolean) | null {
  const wanted = Object.entries(filter).filter(([, values]) => isWanted(values));
  if (wanted.some(([name]) => !TOLD_BY_BILL.has(name))) return null;
  return ({ accountId, region }) =>
    isIn(filter.accounts, accountId) && isIn(filter.regions, region);
}

type Place = Pick<BesideCost, 'accountId' | 'region'>;

function isWanted(values: unknown): boolean {
  return values !== undefined && !(Array.isArray(values) && values.length === 0);
}

function isIn(wanted: readonly string[] | undefined, value: string | null): boolean {
  return wanted === undefined || wanted.length === 0 || (value !== null && wanted.includes(value));
}
