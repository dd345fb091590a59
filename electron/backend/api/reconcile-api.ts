import type { Input } from '../../../shared/api/contract.ts';
import type { SpendReconciliation } from '../../../shared/api/reconcile-answers.ts';
import { linesOverPeriod } from '../../../shared/cost/reconcile/lines-over-period.ts';
import type { ReconciledLine } from '../../../shared/cost/reconcile/reconciled-line.ts';
import type { ApiContext, ApiPart } from './context.ts';
import { otherCostsOf } from './reconcile/other-costs-of.ts';
import { reconcilePeriod } from './reconcile/reconcile-period.ts';

/** The bill: against the estimate, and what it has beside counted usage. */
export function reconcileApi(
  context: ApiContext,
): ApiPart<'spend.reconcile' | 'spend.other-costs'> {
  return {
    'spend.reconcile': (input) => reconciliation(context, input),
    'spend.other-costs': (period) => otherCostsOf(context, period),
  };
}

async function reconciliation(
  context: ApiContext,
  { from, to, filter = {}, by = 'day', offset, limit }: Input<'spend.reconcile'>,
): Promise<SpendReconciliation> {
  const period = { from, to };
  const { lines, ...sums } = await reconcilePeriod(context, period, filter);
  const rows = by === 'day' ? lines : linesOverPeriod(lines);
  const chosen = rows.filter(isAsked(filter));
  return { period, ...sums, rows: chosen.slice(offset, offset + limit), total: chosen.length };
}

type Filter = NonNullable<Input<'spend.reconcile'>['filter']>;

function isAsked({ states = [], causes = [] }: Filter): (line: ReconciledLine) => boolean {
  return ({ state, parts }) =>
    (states.length === 0 || states.includes(state)) &&
    (causes.length === 0 || parts.some(({ cause }) => causes.includes(cause)));
}
