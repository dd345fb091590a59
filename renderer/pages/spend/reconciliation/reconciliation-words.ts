import type {
  Reconciliation,
  ReconciliationHeadline,
} from '../../../../shared/cost/reconcile/reconciliation.ts';
import { formatMoney } from '../../../../shared/model/money-text.ts';
import { parseUsd, type Usd } from '../../../../shared/model/usd.ts';
import { sentence } from '../../../spend/words.ts';

/** Why bill or usage of the period are not known. */
export type Unread = Pick<Reconciliation, 'notBilled' | 'notCounted'>;

/** The tab's answer in a few words: `Explains 98.7 % of the bill`. */
export function headlineWords(
  { billedUsd, explainedPercent }: ReconciliationHeadline,
  { notBilled, notCounted }: Unread,
): string {
  if (billedUsd === null && notBilled !== null) return 'Not known';
  if (billedUsd === null) return 'Nothing was billed in this period';
  if (notCounted !== null) return 'Not known: there is no estimate';
  if (explainedPercent === null) return 'The bill of this period is empty';
  return `Explains ${explainedPercent} % of the bill`;
}

/** What remains open, in a sentence; null without a bill. */
export function openWords(
  { billedUsd, unexplainedUsd }: ReconciliationHeadline,
  { notBilled, notCounted }: Unread,
): string | null {
  const unknown = unreadWords({ notBilled: billedUsd === null ? notBilled : null, notCounted });
  if (unknown !== null) return sentence(unknown);
  if (billedUsd === null) return null;
  return parseUsd(unexplainedUsd) === 0n
    ? 'Nothing is left unexplained.'
    : `${formatMoney(unexplainedUsd)} is left unexplained; it is never forced to fit.`;
}

/** Why bill, usage or both are not known, as the rest of a sentence; null where both are. */
export function unreadWords({ notBilled, notCounted }: Unread): string | null {
  const reasons = [notBilled, notCounted].filter((reason) => reason !== null);
  return reasons.length === 0 ? null : reasons.join('; ');
}

/** A difference with its direction in words, billed against estimated: `$4.10 more than estimated`. */
export function differenceWords(usd: Usd | null): string {
  if (usd === null) return 'not compared: there is no estimate';
  const amount = parseUsd(usd);
  if (amount === 0n) return 'the same as estimated';
  const size = formatMoney(amount < 0n ? usd.slice(1) : usd);
  return `${size} ${amount < 0n ? 'less' : 'more'} than estimated`;
}
