import type { Period } from '../../../../shared/model/period.ts';
import type { UsageRow } from '../../../../shared/model/usage.ts';
import type { Store } from '../../store/store.ts';
import { needsOf } from '../spend/needs.ts';
import { readSpend } from '../spend/read-spend.ts';

/** Usage by day as Spend counts it, told by what a price depends on and by nothing else. */
export async function countedUsage(
  store: Pick<Store, 'ask'>,
  period: Period,
): Promise<readonly UsageRow[]> {
  const question = { ...needsOf([], []), period, hourly: false, filter: {} };
  return (await readSpend(store, question)).usage;
}
