import { formatMoney } from '../../model/money-text.ts';
import type { BesideMetered } from './beside-metered.ts';

/** That a figure has metered usage alone, and what comes beside it; null where a filter hides that. */
export function notInMetered(beside: BesideMetered | null): string {
  const alone = 'Counts metered usage alone';
  if (beside === null) return `${alone}: a bill does not tell what comes beside it by this filter.`;
  if (isUnknown(beside)) return `${alone}: no bill was read that tells what comes beside it.`;
  return `${alone}: ${amountWords(beside)} beside it (Other costs, and usage without a price), not in this figure.`;
}

/** What of a sum is no metered usage; the same words where all of it is. */
export function besideInSum(beside: BesideMetered | null): string {
  if (beside === null) return 'metered usage alone';
  if (isUnknown(beside)) return 'metered usage alone, no bill was read';
  return `of it ${amountWords(beside)} beside metered usage`;
}

function isUnknown({ amounts, lastBilledDay }: BesideMetered): boolean {
  return lastBilledDay === null && amounts.length === 0;
}

function amountWords({ usd, amounts, lastBilledDay }: BesideMetered): string {
  const isBilled = amounts.every(({ provenance }) => provenance === 'billed');
  const until = lastBilledDay === null ? 'so far' : `to ${lastBilledDay}`;
  return `${formatMoney(usd)} ${isBilled ? 'billed' : 'billed or configured'} ${until}`;
}
