import { parseUsd } from '../model/usd.ts';
import type { PriceLine } from './price-line.ts';

/** Whether two lines ask the same for one unit, whatever number of units they are written for. */
export function samePrice(a: PriceLine, b: PriceLine): boolean {
  return parseUsd(a.usd) * BigInt(b.per) === parseUsd(b.usd) * BigInt(a.per);
}
