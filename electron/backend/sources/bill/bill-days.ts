import {
  addDays,
  addMonths,
  type Day,
  type Month,
  monthOf,
  type Period,
} from '../../../../shared/model/period.ts';

/** Days of the bill that a first reading goes back, before it is rounded down to a whole month. */
export const BILL_HISTORY_DAYS = 95;
/** Cost Explorer's numbers are about a day late and stand still after two (today is one of three). */
const OPEN_DAYS = 3;
/**
 * Day of the month from which the month before is settled: AWS may change a bill, with credits, tax
 * and corrections, in the first two weeks after its end (Data Exports guide, "Export refreshing").
 */
const SETTLED_FROM = 15;

/** How far the bill of one payer was read. */
export interface BillCursor {
  /** First day that is not closed: earlier days are never asked again while their month is open. */
  readonly readTo: Day;
  /** First month that was not read once more after it was settled. */
  readonly settledTo: Month;
}

/**
 * The days to ask Cost Explorer for. A day is asked while its numbers still move, and once more when
 * its month is settled; never otherwise, because every page costs money.
 */
export function daysToAsk(cursor: BillCursor | null, today: Day): readonly Period[] {
  const end = addDays(today, 1);
  if (cursor === null) {
    return [{ from: `${monthOf(addDays(today, -BILL_HISTORY_DAYS))}-01`, to: end }];
  }
  const open = { from: cursor.readTo, to: end };
  const settled = firstOpenMonth(today);
  if (cursor.settledTo >= settled) return [open];
  const late = { from: `${cursor.settledTo}-01`, to: `${settled}-01` };
  if (late.to < open.from) return [late, open];
  return [{ from: late.from < open.from ? late.from : open.from, to: end }];
}

/** The cursor once all those days were read. */
export function cursorAfter(today: Day): BillCursor {
  return { readTo: addDays(today, 1 - OPEN_DAYS), settledTo: firstOpenMonth(today) };
}

/** The first month whose bill may still change. */
function firstOpenMonth(today: Day): Month {
  const month = monthOf(today);
  return Number(today.slice(8)) >= SETTLED_FROM ? month : addMonths(month, -1);
}
