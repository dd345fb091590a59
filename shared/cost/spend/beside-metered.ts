import type { Day } from '../../model/period.ts';
import { formatUsd, type Usd } from '../../model/usd.ts';
import type { ProvenUsd } from '../chargeback/chargeback-answer.ts';
import { provenSums, sumOf } from '../chargeback/proven-sums.ts';
import type { BilledRow } from '../reconcile/billed-row.ts';
import type { CostSubject } from '../reconcile/cost-subject.ts';
import { billedCosts, type OtherCost } from '../reconcile/other-costs.ts';
import { billedRowReader } from '../reconcile/read-billed-row.ts';
import type { ReconciledLine } from '../reconcile/reconciled-line.ts';

/** A cost that metered usage does not have: counted usage has no price, or nothing counts it. */
export interface BesideCost extends ProvenUsd {
  /** `unpriced`: what AWS billed for counted usage that no price covers. */
  readonly subject: CostSubject | 'unpriced';
  readonly accountId: string;
  readonly region: string | null;
}

/** What comes beside the metered usage of a period, up to now. */
export interface BesideMetered {
  readonly usd: Usd;
  /** Billed, and metered where no bill was read and configuration tells it. */
  readonly amounts: readonly ProvenUsd[];
  /** The last day with a billed line; null where the period has no bill. */
  readonly lastBilledDay: Day | null;
}

/** What the costs of a period beside its metered usage follow from. */
export interface BesideInput {
  readonly rows: readonly BilledRow[];
  /** Of the reconciliation of the same rows. */
  readonly lines: readonly ReconciledLine[];
  /** Every cost beside tokens; those from the bill are taken out of `rows`. */
  readonly costs: readonly OtherCost[];
}

/** Each cost once: nothing that is metered with a price, and nothing billed but what a price covers. */
export function besideCosts({ rows, lines, costs }: BesideInput): readonly BesideCost[] {
  const reader = billedRowReader();
  const alone = billedCosts(rows.filter((row) => reader(row).kind !== 'usage'));
  const configured = costs.filter(({ provenance }) => provenance === 'metered');
  return [...[...alone, ...configured].flatMap(besideCost), ...lines.flatMap(unpricedCosts)];
}

function besideCost(cost: OtherCost): readonly BesideCost[] {
  const { subject, accountId, region, usd, provenance } = cost;
  if (usd === null || provenance === 'unpriced') return [];
  return [{ subject, accountId, region, usd, provenance }];
}

function unpricedCosts({ accountId, region, parts }: ReconciledLine): readonly BesideCost[] {
  return parts
    .filter(({ cause, usd }) => cause === 'unpriced' && usd !== '0')
    .map(({ usd }) => ({ subject: 'unpriced', accountId, region, usd, provenance: 'billed' }));
}

/** What costs come to, with the last day that the bill tells of. */
export function besideSum(
  costs: readonly BesideCost[],
  rows: readonly Pick<BilledRow, 'day'>[],
): BesideMetered {
  const lastBilledDay = rows.reduce<Day | null>(
    (last, { day }) => (last === null || day > last ? day : last),
    null,
  );
  return { usd: formatUsd(sumOf(costs)), amounts: provenSums(costs), lastBilledDay };
}
