import type { InventoryRow } from '../../../shared/api/answers.ts';
import type { CostAllocationTag } from '../../../shared/model/dataset.ts';
import { formatUsd, parseUsd, type Usd } from '../../../shared/model/usd.ts';

const PAGE_USD: Usd = '0.01';
const MINUTES_OF_30_DAYS = 43_200;
/** Cost Explorer's numbers are not asked for again before (eight hours). */
const FRESH_MINUTES = 480;

/** Narrows what the inventory answers for `cost-allocation-tags`. */
function isTag(item: InventoryRow['item']): item is CostAllocationTag {
  return 'key' in item && 'active' in item && 'lastUsedAt' in item;
}

/** The active tags of users in what was read, each key once, by name. */
export function tagKeysIn(rows: readonly Pick<InventoryRow, 'item'>[]): readonly string[] {
  const tags = rows.map(({ item }) => item).filter(isTag);
  const active = tags.filter((tag) => tag.active && tag.type === 'UserDefined');
  return [...new Set(active.map(({ key }) => key))].sort();
}

/** The least that some keys cost in 30 days: a page for each payer, reading and key. */
export function leastMonthlyUsd(keys: number, payers: number, minutes: number): Usd {
  const readings = Math.floor(MINUTES_OF_30_DAYS / Math.max(minutes, FRESH_MINUTES));
  return formatUsd(parseUsd(PAGE_USD) * BigInt(keys * payers * readings));
}
