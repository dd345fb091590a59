import type {
  Reconciliation,
  ReconciliationHeadline,
} from '../../../../shared/cost/reconcile/reconciliation.ts';
import { formatMoney } from '../../../../shared/model/money-text.ts';
import { parseUsd, type Usd } from '../../../../shared/model/usd.ts';
import { sentence } from '../../../spend/words.ts';

/** Why bill or usage of the period are not known. */
export type Unread = Pick<Reconciliation, 'notBilled' | 'notCounted'>;

/** The tab's answer in a few words: `Matches 72.1 % of the bill`. */
export function headlineWords(
  { billedUsd, matchedPercent }: ReconciliationHeadline,
  { notBilled, notCounted }: Unread,
): string {
  if (billedUsd === null && notBilled !== null) return 'Not known';
  if (billedUsd === null) return 'Nothing was billed in this period';
  if (notCounted !== null) return 'Not known: there is no estimate';
  if (matchedPercent === null) return 'The bill of this period is empty';
  return `Matches ${matchedPercent} % of the bill`;
}

/** What the bill alone tells and what remains open, in sentences; null without a bill. */
export function openWords(
  headline: ReconciliationHeadline,
  { notBilled, notCounted }: Unread,
): string | null {
  const { billedUsd } = headline;
  const unknown = unreadWords({ notBilled: billedUsd === null ? notBilled : null, notCounted });
  if (unknown !== null) return sentence(unknown);
  if (billedUsd === null) return null;
  return [...classifiedWords(headline), unexplainedWords(headline)].join(' ');
}

function classifiedWords(headline: ReconciliationHeadline): readonly string[] {
  const { classifiedUsd, classifiedPercent } = headline;
  return classifiedPercent === null || parseUsd(classifiedUsd) === 0n
    ? []
    : [
        `${formatMoney(classifiedUsd)} (${classifiedPercent} %) is told by the bill alone: no count checks it.`,
      ];
}

function unexplainedWords({ unexplainedUsd }: ReconciliationHeadline): string {
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
