import { formatMoney } from '../../model/money-text.ts';
import type { Day } from '../../model/period.ts';
import { type Attodollars, formatUsd, parseUsd, type Usd } from '../../model/usd.ts';
import { CAUSE_IDS, CAUSES } from '../reconcile/causes.ts';
import type { ReconciledLine } from '../reconcile/reconciled-line.ts';
import type { BillCause, Chargeback, MonthBill, MonthClose } from './chargeback-answer.ts';

/** The bill beside a chargeback: the causes add up to the difference exactly. */
export interface AgainstBill extends MonthBill {
  /** Billed less shared out. */
  readonly differenceUsd: Usd;
}

/**
 * The bill of a month; null where none was read. Lines of no scope are costs beside usage: they are
 * pots, as is what was billed for usage without a price.
 */
export function monthBill(
  lines: readonly ReconciledLine[],
  rows: readonly { readonly day: Day; readonly final: boolean }[],
): MonthBill | null {
  const lastDay = rows.map(({ day }) => day).reduce((a, b) => (a > b ? a : b), '');
  if (lastDay === '') return null;
  const parts = lines.filter(({ scope }) => scope !== null).flatMap((line) => line.parts);
  const causes = CAUSE_IDS.filter((id) => id !== 'unpriced').flatMap((id) => {
    const amount = sumOf(parts.filter(({ cause }) => cause === id).map(({ usd }) => usd));
    return amount === 0n ? [] : [{ title: CAUSES[id].title, usd: formatUsd(amount) }];
  });
  const usd = formatUsd(sumOf(lines.map(({ billedUsd }) => billedUsd ?? '0')));
  const final = rows.every((row) => row.final);
  return { usd, lastDay, final, causes: causes.sort(largestFirst) };
}

/** Sets what is shared out against the bill; null where either is not known. */
export function againstBill(
  bill: MonthBill | null,
  { totalUsd }: Pick<Chargeback, 'totalUsd'>,
): AgainstBill | null {
  if (bill === null || totalUsd === null) return null;
  const difference = parseUsd(bill.usd) - parseUsd(totalUsd);
  const rest = difference - sumOf(bill.causes.map(({ usd }) => usd));
  const left =
    rest === 0n ? [] : [{ title: 'Not in the bill and usage of today', usd: formatUsd(rest) }];
  const causes = [...bill.causes, ...left].sort(largestFirst);
  return { ...bill, causes, differenceUsd: formatUsd(difference) };
}

/** `AWS billed $4,547.72, to 2026-10-31: $185.87 less than is shared out (discount −$189.20, ...).` */
export function againstBillWords(against: AgainstBill): string {
  const { usd, lastDay, final, causes, differenceUsd } = against;
  const difference = parseUsd(differenceUsd);
  const billed = `AWS billed ${formatMoney(usd)}, to ${lastDay}${final ? '' : ', not final'}`;
  if (!isShown(difference)) return `${billed}: what is shared out.`;
  const size = formatMoney(formatUsd(sizeOf(difference)));
  const shown = causes.filter((cause) => isShown(parseUsd(cause.usd)));
  const why = shown.map(({ title, usd: of }) => `${title.toLowerCase()} ${formatMoney(of)}`);
  return `${billed}: ${size} ${difference < 0n ? 'less' : 'more'} than is shared out (${why.join(', ')}).`;
}

/** A month as it would be shared out now, and as it was closed. */
export interface BilledMonth {
  readonly now: Chargeback;
  /** As it is now. */
  readonly bill: MonthBill | null;
  readonly closed: Pick<MonthClose, 'chargeback' | 'bill'> | null;
}

/**
 * The bill beside the figures that hold, in words: of a closed month as it stood then, so that a bill
 * that comes later changes nothing of it. Null where no bill was read or no total is known.
 */
export function heldBillWords({ now, bill, closed }: BilledMonth): string | null {
  const kept = closed?.bill;
  const against = againstBill(kept === undefined ? bill : kept, closed?.chargeback ?? now);
  if (against === null) return null;
  const words = againstBillWords(against);
  return kept === undefined ? words : `When it was closed, ${words}`;
}

const HALF_A_CENT = parseUsd('0.005');

function isShown(amount: Attodollars): boolean {
  return sizeOf(amount) >= HALF_A_CENT;
}

function sizeOf(amount: Attodollars): Attodollars {
  return amount < 0n ? -amount : amount;
}

function sumOf(amounts: readonly Usd[]): Attodollars {
  return amounts.reduce((sum, usd) => sum + parseUsd(usd), 0n);
}

function largestFirst(a: BillCause, b: BillCause): number {
  const [left, right] = [sizeOf(parseUsd(a.usd)), sizeOf(parseUsd(b.usd))];
  if (left === right) return 0;
  return left < right ? 1 : -1;
}
