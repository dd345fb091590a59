import type { ReconciliationHeadline } from '../../../../shared/cost/reconcile/reconciliation.ts';
import { formatMoney } from '../../../../shared/model/money-text.ts';
import { parseUsd, type Usd } from '../../../../shared/model/usd.ts';

/** The tab's answer in a few words: `Explains 98.7 % of the bill`. */
export function headlineWords({ billedUsd, explainedPercent }: ReconciliationHeadline): string {
  if (billedUsd === null) return 'No bill was read for this period';
  if (explainedPercent === null) return 'The bill of this period is empty';
  return `Explains ${explainedPercent} % of the bill`;
}

/** What remains open, in a sentence; null without a bill. */
export function openWords({ billedUsd, unexplainedUsd }: ReconciliationHeadline): string | null {
  if (billedUsd === null) return null;
  return parseUsd(unexplainedUsd) === 0n
    ? 'Nothing is left unexplained.'
    : `${formatMoney(unexplainedUsd)} is left unexplained; it is never forced to fit.`;
}

/** A difference with its direction in words, billed against estimated: `$4.10 more than estimated`. */
export function differenceWords(usd: Usd): string {
  const amount = parseUsd(usd);
  if (amount === 0n) return 'the same as estimated';
  const size = formatMoney(amount < 0n ? usd.slice(1) : usd);
  return `${size} ${amount < 0n ? 'less' : 'more'} than estimated`;
}
