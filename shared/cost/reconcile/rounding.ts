import type { Attodollars } from '../../model/usd.ts';

/**
 * What rounding can do to one row of a bill: AWS keeps ten decimals of a line, and a row has up to a
 * line for each hour of its day.
 */
const ROUNDING_OF_ROW = 24n * 50_000_000n;

/** Whether an amount is no more than what rounding makes of a number of rows. */
export function isRounding(amount: Attodollars, rows: number): boolean {
  const most = ROUNDING_OF_ROW * BigInt(Math.max(rows, 1));
  return amount <= most && amount >= -most;
}
