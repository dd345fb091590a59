import type { BilledSum } from '../../../../shared/api/answers.ts';
import { groupBy } from '../../../../shared/cost/statistics/group-by.ts';
import type { Period } from '../../../../shared/model/period.ts';
import { addUsd } from '../../../../shared/model/usd.ts';
import type { Store } from '../../store/store.ts';
import type { SpendFilter } from './needs.ts';

/** What can be told apart in a bill as well as in usage. */
const BILLED_BY: ReadonlySet<string> = new Set(['accounts', 'regions']);

/** What AWS billed for a period by currency; nothing where a filter asks what a bill does not tell. */
export async function billedOf(
  store: Pick<Store, 'ask'>,
  period: Period,
  filter: SpendFilter = {},
): Promise<readonly BilledSum[]> {
  const wanted = Object.entries(filter).filter(([, values]) => values !== undefined);
  if (wanted.some(([name]) => !BILLED_BY.has(name))) return [];
  const { accounts, regions } = filter;
  const rows = (await store.ask('bill-by-day', period)).filter(
    ({ accountId, region }) => isIn(accounts, accountId) && isIn(regions, region),
  );
  return [...groupBy(rows, ({ currency }) => currency)]
    .map(([currency, same]) => ({
      currency,
      cost: addUsd(...same.map(({ unblendedCost }) => unblendedCost)),
    }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

function isIn(wanted: readonly string[] | undefined, value: string | null): boolean {
  return wanted === undefined || wanted.length === 0 || (value !== null && wanted.includes(value));
}
