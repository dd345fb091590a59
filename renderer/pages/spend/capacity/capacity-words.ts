import type { CapacityRow, Expiry } from '../../../../shared/api/answers.ts';
import { formatMoney } from '../../../../shared/model/money-text.ts';
import { formatUsd, parseUsd } from '../../../../shared/model/usd.ts';
import { countOf, formatShare } from '../../../format.ts';

/** The tab's answer in a sentence. */
export function capacitySentence(rows: readonly CapacityRow[]): string {
  if (rows.length === 0) return 'No capacity is bought by the hour.';
  const idle = rows.filter(({ hours, hoursWithCalls }) => hours > 0 && hoursWithCalls === 0).length;
  const judged = rows.filter(({ savedUsd }) => savedUsd !== null);
  const saved = judged.reduce((sum, { savedUsd }) => sum + parseUsd(savedUsd ?? '0'), 0n);
  const money =
    judged.length === 0
      ? 'whether it pays off is not known'
      : saved < 0n
        ? `it cost ${formatMoney(formatUsd(-saved))} more than on demand`
        : `it saved ${formatMoney(formatUsd(saved))} against on demand`;
  const without = idle === 0 ? '' : `; ${idle} had no call at all`;
  const left =
    judged.length === 0 || judged.length === rows.length
      ? ''
      : `; ${rows.length - judged.length} cannot be judged`;
  return `${countOf(rows.length, 'purchase')} of capacity: ${money}${without}${left}.`;
}

/** How long it binds: `until 2026-12-31 (41 days)`. */
export function expiryWords(expiry: Expiry): string {
  switch (expiry.state) {
    case 'no-commitment':
      return 'no commitment';
    case 'not-known':
      return 'not known';
    case 'ended':
      return `ended ${expiry.on}`;
    default:
      return `until ${expiry.on} (${countOf(expiry.daysLeft, 'day')})`;
  }
}

/** From how much of its traffic on it would pay off. */
export function breakEvenWords(times: number | null): string {
  if (times === null) return 'not known';
  return times <= 1 ? 'pays off' : `at ${times.toFixed(1)} times its traffic`;
}

/** A share of hours or tokens in percent. */
export function shareWords(share: number | null): string {
  return share === null ? 'not known' : (formatShare(share, 1) ?? '0 %');
}
