import { rowsOf, type Usage } from '../../electron/backend/api/usage-rows.ts';
import type { Store } from '../../electron/backend/store/store.ts';
import type { Period } from '../../shared/model/period.ts';

/** Usage of a period by day, place and model, of nobody in particular, ready to be priced. */
export async function usageOfDays(store: Pick<Store, 'ask'>, period: Period): Promise<Usage> {
  const groups = await store.ask('usage-by-day', period);
  return rowsOf(groups.map((group) => ({ ...group, principalArn: null })));
}
