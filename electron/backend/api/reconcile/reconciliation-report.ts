import { type Month, monthPeriod } from '../../../../shared/model/period.ts';
import { reconciliation } from '../../../../shared/reports/reconciliation.ts';
import type { Table } from '../../../../shared/reports/table.ts';
import type { ApiContext } from '../context.ts';
import { reconcilePeriod } from './reconcile-period.ts';

/** The report of a month's bill against its estimate. */
export async function reconciliationReport(context: ApiContext, month: Month): Promise<Table> {
  const reconciled = await reconcilePeriod(context, monthPeriod(month));
  return reconciliation.build({ month, reconciliation: reconciled });
}
