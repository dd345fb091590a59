import type { Period } from '../../../../shared/model/period.ts';
import type { Store } from '../../store/store.ts';
import { needsOf } from '../spend/needs.ts';
import { readSpend } from '../spend/read-spend.ts';
import type { Usage } from '../usage-rows.ts';

/** Usage by day as Spend counts it, told by what a price depends on and by nothing else. */
export function countedUsage(store: Pick<Store, 'ask'>, period: Period): Promise<Usage> {
  return readSpend(store, { ...needsOf([], []), period, hourly: false, filter: {} });
}
