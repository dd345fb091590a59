import type { CapacityRow, Expiry, SpendCapacity } from '../../../../shared/api/answers.ts';
import { formatMoney } from '../../../../shared/model/money-text.ts';
import { formatUsd, parseUsd } from '../../../../shared/model/usd.ts';
import { countOf, formatShare } from '../../../format.ts';

/** The tab's answer in a sentence: what is bought, as far as it was read. */
export function capacitySentence(
  rows: readonly CapacityRow[],
  { notRead, partlyRead }: Pick<SpendCapacity, 'notRead' | 'partlyRead'>,
): string {
  if (notRead !== null && rows.length === 0)
    return `Whether capacity is bought by the hour is not known: ${notRead}.`;
  if (rows.length === 0)
    return partlyRead === null
      ? 'No capacity is bought by the hour.'
      : `No capacity is bought by the hour where that was read; elsewhere it is not known: ${partlyRead}.`;
  const idle = rows.filter(({ hours, hoursWithCalls }) => hours > 0 && hoursWithCalls === 0);
  const judged = rows.filter(({ savedUsd }) => savedUsd !== null);
  const saved = judged.reduce((sum, { savedUsd }) => sum + parseUsd(savedUsd ?? '0'), 0n);
  const money =
    judged.length === 0
      ? `${costWords(rows)}whether it pays off is not known`
      : saved < 0n
        ? `it cost ${formatMoney(formatUsd(-saved))} more than on demand`
        : `it saved ${formatMoney(formatUsd(saved))} against on demand`;
  const without = idle.length === 0 ? '' : `; ${idle.length} had no call at all${idleCost(idle)}`;
  const left =
    judged.length === 0 || judged.length === rows.length
      ? ''
      : `; ${rows.length - judged.length} cannot be judged`;
  const least = partlyRead === null ? '' : 'At least ';
  return `${least}${countOf(rows.length, 'purchase')} of capacity: ${money}${without}${left}.`;
}

function costWords(rows: readonly CapacityRow[]): string {
  const cost = knownCost(rows);
  return cost === null ? '' : `it cost ${cost}, `;
}

/** What capacity without a call cost, as far as that is known. */
function idleCost(idle: readonly CapacityRow[]): string {
  const cost = knownCost(idle);
  return cost === null ? ', at a cost that is not known' : ` and cost ${cost}`;
}

/** Null where none is known. */
function knownCost(rows: readonly CapacityRow[]): string | null {
  const known = rows.filter(({ costUsd }) => costUsd !== null);
  if (known.length === 0) return null;
  const sum = known.reduce((total, { costUsd }) => total + parseUsd(costUsd ?? '0'), 0n);
  return `${known.length === rows.length ? '' : 'at least '}${formatMoney(formatUsd(sum))}`;
}

/** What the bill has of a purchase, and whether others share it. */
export function billedCapacityWords({ billed }: Pick<CapacityRow, 'billed'>): string {
  if (billed === null) return 'nothing that fits';
  const amount = `${formatMoney(billed.usd)} on ${countOf(billed.days.length, 'day')}`;
  return billed.purchases === 1
    ? amount
    : `${amount} for ${billed.purchases} purchases alike: the bill does not tell them apart`;
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
