import { estimateUsage } from '../../../../shared/cost/estimate.ts';
import { type LineFilter, reconcile } from '../../../../shared/cost/reconcile/reconcile.ts';
import type { Reconciliation } from '../../../../shared/cost/reconcile/reconciliation.ts';
import type { Period } from '../../../../shared/model/period.ts';
import type { ApiContext } from '../context.ts';
import { pricingOf } from '../pricing.ts';
import { countedUsage } from './counted-usage.ts';
import { readStateOf } from './read-state.ts';

/** Sets the stored bill of a period against what its counted usage costs by the price book. */
export async function reconcilePeriod(
  context: ApiContext,
  period: Period,
  filter: LineFilter = {},
): Promise<Reconciliation> {
  const workspace = context.workspace();
  const pricing = await pricingOf(context);
  const [billed, { usage }] = await Promise.all([
    workspace.store.ask('bill-by-day', period),
    countedUsage(workspace.store, period),
  ]);
  const state = await readStateOf(workspace, period, usage);
  return reconcile({
    period,
    billed,
    estimates: estimateUsage(usage, pricing),
    state,
    filter,
  });
}
