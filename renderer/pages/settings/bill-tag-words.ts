import type { InventoryRow } from '../../../shared/api/answers.ts';
import { formatUsd, parseUsd, type Usd } from '../../../shared/model/usd.ts';

const PAGE_USD: Usd = '0.01';
const MINUTES_OF_30_DAYS = 43_200;
/** Cost Explorer's numbers are not asked for again before (eight hours). */
const FRESH_MINUTES = 480;

/** The active tags of users in what was read, each key once, by name. */
export function tagKeysIn(
  rows: readonly InventoryRow<'cost-allocation-tags'>[],
): readonly string[] {
  const active = rows.filter(({ item }) => item.active && item.type === 'UserDefined');
  return [...new Set(active.map(({ item }) => item.key))].sort();
}

/** The least that some keys cost in 30 days: a page for each payer, reading and key. */
export function leastMonthlyUsd(keys: number, payers: number, minutes: number): Usd {
  const readings = Math.floor(MINUTES_OF_30_DAYS / Math.max(minutes, FRESH_MINUTES));
  return formatUsd(parseUsd(PAGE_USD) * BigInt(keys * payers * readings));
}
