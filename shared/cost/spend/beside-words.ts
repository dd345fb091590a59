import { formatMoney } from '../../model/money-text.ts';
import { addUsd, type Usd } from '../../model/usd.ts';
import { type BesideAhead, RATE_DAYS } from '../forecast/beside-ahead.ts';
import type { Forecast } from '../forecast/forecast-answer.ts';
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

/** What is still to come beside metered usage, with its range and where it is from; null where that is not known. */
export function aheadWords(ahead: BesideAhead | null): string | null {
  if (ahead === null) return null;
  if (ahead.days.length === 0) return 'nothing more of it is expected in the month';
  const { expectedUsd, lowUsd, highUsd, perDayUsd, flatPerDayUsd } = ahead;
  const range =
    lowUsd === highUsd
      ? ''
      : `, ${formatMoney(lowUsd)} to ${formatMoney(highUsd)} by the lowest and highest of these days`;
  const flat =
    flatPerDayUsd === '0' ? '' : `, of it ${formatMoney(flatPerDayUsd)} for capacity by the hour`;
  return `${formatMoney(expectedUsd)} more of it is expected to the month's end, at the ${formatMoney(perDayUsd)} a day of the bill's last ${RATE_DAYS} days${flat}${range}`;
}

/** Metered usage with what comes beside it, at the month's end; null where one of them is not known. */
export function allInWords(
  forecast: Forecast,
  beside: BesideMetered | null,
  ahead: BesideAhead | null,
): string | null {
  if (!forecast.found || beside === null || isUnknown(beside)) return null;
  const all = (metered: Usd, more: Usd | undefined) =>
    formatMoney(addUsd(metered, beside.usd, more ?? '0'));
  const { expectedUsd, lowUsd, highUsd } = forecast;
  const whole = all(expectedUsd, ahead?.expectedUsd);
  if (forecast.days.length === 0 && (ahead === null || ahead.days.length === 0))
    return `With what is billed beside it, the month cost ${whole}.`;
  const range = `between ${all(lowUsd, ahead?.lowUsd)} and ${all(highUsd, ahead?.highUsd)}`;
  if (ahead === null)
    return `With what is billed beside it so far, the month ends at ${whole}, ${range}; what more is billed beside it is not known.`;
  return `All in, with what is billed beside it, the month is expected to end at ${whole}, ${range}.`;
}

function isUnknown({ amounts, lastBilledDay }: BesideMetered): boolean {
  return lastBilledDay === null && amounts.length === 0;
}

function amountWords({ usd, amounts, lastBilledDay }: BesideMetered): string {
  const isBilled = amounts.every(({ provenance }) => provenance === 'billed');
  const until = lastBilledDay === null ? 'so far' : `to ${lastBilledDay}`;
  return `${formatMoney(usd)} ${isBilled ? 'billed' : 'billed or configured'} ${until}`;
}
