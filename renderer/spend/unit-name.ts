import { unitLabel } from '../../shared/model/billable-units.ts';
import type { BillableUnit } from '../../shared/model/usage.ts';

const SHORTER: Readonly<Partial<Record<BillableUnit, string>>> = {
  'cache-write-tokens': 'Cache write tokens',
  'cache-write-5m-tokens': 'Cache write tokens, 5 min',
  'cache-write-30m-tokens': 'Cache write tokens, 30 min',
  'cache-write-1h-tokens': 'Cache write tokens, 1 h',
};

/** A billable unit in words that fit a narrow table. */
export function unitName(unit: BillableUnit): string {
  return SHORTER[unit] ?? unitLabel(unit);
}
