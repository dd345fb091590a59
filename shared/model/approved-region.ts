import { isRegionCode } from './region-code.ts';

/**
 * Whether calls in a Region are against what was decided. While no Region is approved nobody has
 * decided, so none is; `global` and other texts that are no Region are not judged.
 */
export function isForeignRegion(region: string, approved: readonly string[]): boolean {
  return approved.length > 0 && isRegionCode(region) && !approved.includes(region);
}
