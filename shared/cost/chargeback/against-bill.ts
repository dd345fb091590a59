import { formatMoney } from '../../model/money-text.ts';
import type { Day } from '../../model/period.ts';
import { type Attodollars, formatUsd, parseUsd, type Usd } from '../../model/usd.ts';
import { CAUSE_IDS, CAUSES } from '../reconcile/causes.ts';
import type { ReconciledLine } from '../reconcile/reconciled-line.ts';
import type { Chargeback } from './chargeback-answer.ts';

/** What AWS billed for a month, and why that is not what metered usage and pots come to. */
export interface MonthBill {
  readonly usd: Usd;
  /** The last day with a billed line. */
  readonly lastDay: Day;
  /** Of the reconciliation, without what is a pot of its own; the largest first, whatever the sign. */
  readonly causes: readonly BillCause[];
}

/** Why the bill has more, or less where it is negative. */
export interface BillCause {
  readonly title: string;
  readonly usd: Usd;
}

/** The bill beside a chargeback: the causes add up to the difference exactly. */
export interface AgainstBill extends Pick<MonthBill, 'usd' | 'lastDay' | 'causes'> {
  /** Billed less shared out. */
  readonly differenceUsd: Usd;
}

/**
 * The bill of a month; null where none was read. Lines of no scope are costs beside usage: they are
 * pots, as is what was billed for usage without a price.
 */
export function monthBill(
  lines: readonly ReconciledLine[],
  rows: readonly { readonly day: Day }[],
): MonthBill | null {
  const lastDay = rows.map(({ day }) => day).reduce((a, b) => (a > b ? a : b), '');
  if (lastDay === '') return null;
  const parts = lines.filter(({ scope }) => scope !== null).flatMap((line) => line.parts);
  const causes = CAUSE_IDS.filter((id) => id !== 'unpriced').flatMap((id) => {
    const amount = sumOf(parts.filter(({ cause }) => cause === id).map(({ usd }) => usd));
    return amount === 0n ? [] : [{ title: CAUSES[id].title, usd: formatUsd(amount) }];
  });
  const usd = formatUsd(sumOf(lines.map(({ billedUsd }) => billedUsd ?? '0')));
  return { usd, lastDay, causes: causes.sort(largestFirst) };
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
  return { usd: bill.usd, lastDay: bill.lastDay, causes, differenceUsd: formatUsd(difference) };
}

/** `AWS billed $4,547.72: $185.87 less than is shared out (discount −$189.20, ...).` */
export function againstBillWords({ usd, lastDay, causes, differenceUsd }: AgainstBill): string {
  const difference = parseUsd(differenceUsd);
  const billed = `AWS billed ${formatMoney(usd)}, to ${lastDay}`;
  if (!isShown(difference)) return `${billed}: what is shared out.`;
  const size = formatMoney(formatUsd(sizeOf(difference)));
  const shown = causes.filter((cause) => isShown(parseUsd(cause.usd)));
  const why = shown.map(({ title, usd: of }) => `${title.toLowerCase()} ${formatMoney(of)}`);
  return `${billed}: ${size} ${difference < 0n ? 'less' : 'more'} than is shared out (${why.join(', ')}).`;
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
