import type { BillableUnit } from '../../../shared/model/usage.ts';

const NAMES: Readonly<Record<BillableUnit, string>> = {
  'input-tokens': 'Input tokens',
  'output-tokens': 'Output tokens',
  'cache-read-tokens': 'Cache read tokens',
  'cache-write-tokens': 'Cache write tokens',
  'cache-write-5m-tokens': 'Cache write tokens, 5 min',
  'cache-write-1h-tokens': 'Cache write tokens, 1 h',
  images: 'Images',
};

/** A billable unit in words. */
export function unitName(unit: BillableUnit): string {
  return NAMES[unit];
}
