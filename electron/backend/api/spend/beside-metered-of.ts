import type { OtherCosts } from '../../../../shared/cost/reconcile/other-costs.ts';
import type { ReconciledLine } from '../../../../shared/cost/reconcile/reconciled-line.ts';
import {
  type BesideCost,
  type BesideMetered,
  besideCosts,
  besideSum,
} from '../../../../shared/cost/spend/beside-metered.ts';
import type { Period } from '../../../../shared/model/period.ts';
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

/** What a bill tells apart as usage does. */
const TOLD_BY_BILL: ReadonlySet<string> = new Set(['accounts', 'regions']);

/** What comes beside chosen usage; null where a filter asks what a bill does not tell. */
export function besideOf(
  { costs, rows }: Pick<Beside, 'costs' | 'rows'>,
  filter: SpendFilter = {},
): BesideMetered | null {
  const wanted = Object.entries(filter).filter(([, values]) => isWanted(values));
  if (wanted.some(([name]) => !TOLD_BY_BILL.has(name))) return null;
  const isChosen = ({ accountId, region }: Place) =>
    isIn(filter.accounts, accountId) && isIn(filter.regions, region);
  return besideSum(costs.filter(isChosen), rows.filter(isChosen));
}

type Place = Pick<BesideCost, 'accountId' | 'region'>;

function isWanted(values: unknown): boolean {
  return values !== undefined && !(Array.isArray(values) && values.length === 0);
}

function isIn(wanted: readonly string[] | undefined, value: string | null): boolean {
  return wanted === undefined || wanted.length === 0 || (value !== null && wanted.includes(value));
}
