import type { PreviousSpend, SpendAnswer } from '../../shared/api/answers.ts';
import { billedWords } from '../../shared/cost/spend/billed-words.ts';
import { isPaidByHour, lackingWords } from '../../shared/cost/spend/unpriced-words.ts';
import { formatMoney } from '../../shared/model/money-text.ts';
import { type Day, daysIn, type Period, weekdayOf } from '../../shared/model/period.ts';
import { type Usd, usdToNumber } from '../../shared/model/usd.ts';
import type { Measure } from '../charts/measure.ts';
import { OTHER_KEY, type Series, shareOf, sum } from '../charts/series.ts';
import { changeInWords, countOf, formatShare } from '../format.ts';
import { dayName, elapsedPart, periodLabel, periodPhrase } from '../period.ts';
import { unpricedInShort, unpricedUnits } from './priced-cost.ts';

const SATURDAY = 5;
const SUNDAY = 6;

/**
 * The change of cost against the period before, in words: `18 % more than 1 to 20 October 2026
 * ($3,716.20)`, what of it may be due to the calendar alone, and which day of what is shown is left out
 * because it is not over. Null where there is nothing to compare with.
 */
export function costChange(
  before: Pick<PreviousSpend, 'usd' | 'period' | 'against'> | undefined,
  shown: Period,
): string | null {
  if (before === undefined || before.usd === null) return null;
  const { period, against } = before;
  if (against.usd === null) return null;
  const amounts = [usdToNumber(against.usd), usdToNumber(before.usd)] as const;
  const change = changeInWords(...amounts);
  if (change === null) return null;
  const than = change === 'the same' || change.endsWith('as much') ? 'as' : 'than';
  const calendar = calendarWords({ shown: against.period, compared: period }, amounts);
  const left = leftOutWords({ ...against, usd: against.usd }, shown);
  return `${change} ${than} ${periodLabel(period)} (${formatMoney(before.usd)}${calendar}${left})`;
}

/** `; without 21 November, which is not over: $2,539.70`; nothing where every day shown is compared. */
function leftOutWords(
  { period, usd }: { readonly period: Period; readonly usd: Usd },
  { to }: Period,
): string {
  if (period.to >= to) return '';
  return `; without ${dayName(period.to)}, which is not over: ${formatMoney(usd)}`;
}

interface ComparedDays {
  readonly shown: Period;
  readonly compared: Period;
}

/** What makes the two unlike: `; 31 days against 30, 2 % less a day`, `; 6 weekend days against 5`. */
function calendarWords(
  { shown, compared }: ComparedDays,
  [now, before]: readonly [number, number],
): string {
  const [own, other] = [daysIn(shown), daysIn(compared)];
  if (own.length !== other.length) {
    const daily = changeInWords(now / own.length, before / other.length);
    return `; ${countOf(own.length, 'day')} against ${other.length}, ${daily} a day`;
  }
  const [weekend, otherWeekend] = [own, other].map((days) => days.filter(isWeekend).length);
  if (weekend === undefined || weekend === otherWeekend) return '';
  return `; ${countOf(weekend, 'weekend day')} against ${otherWeekend}`;
}

function isWeekend(day: Day): boolean {
  const weekday = weekdayOf(day);
  return weekday === SATURDAY || weekday === SUNDAY;
}

/** The page's answer in one sentence. */
export function spendSentence(
  now: SpendAnswer,
  time: { readonly period: Period; readonly today: Day },
): string {
  const elapsed = elapsedPart(time.period, time.today);
  const shown = periodPhrase(elapsed);
  if (now.notCounted !== null) {
    const billed = now.billed.length === 0 ? '' : ` The bill says ${billedWords(now.billed)}.`;
    return `What Bedrock cost ${shown} is not known: ${now.notCounted}.${billed}`;
  }
  if (now.usd === null) {
    return now.groups.some(isPaidByHour)
      ? `What was used ${shown} has no price by token: some of it was served by bought capacity, which is paid by the hour.`
      : `Nothing that was used ${shown} has a price: ${unpricedUse(now)}.`;
  }
  const part = now.groups.every((group) => lackingWords(group) === '') ? '' : 'at least ';
  const change = costChange(now.previous, elapsed);
  const compared = change === null ? '' : `, ${change}`;
  return `Bedrock cost ${part}${formatMoney(now.usd)} (${now.provenance}) ${shown}${compared}.`;
}

function unpricedUse(now: SpendAnswer): string {
  const units = unpricedInShort(unpricedUnits(now));
  return units === '' ? `${countOf(now.calls ?? 0, 'call')} without tokens` : units;
}

/** The rest of a sentence as one of its own. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** What came from the cache and what that saved, in one sentence. */
export function cacheWords(answer: SpendAnswer): string {
  const { tokens, cacheSavingsUsd: saved } = answer;
  if (tokens === null) return 'What came from the cache is not known.';
  if (tokens.cacheRead + tokens.cacheWrite === 0) return 'No input came from the cache.';
  const share = tokens.cacheRead === 0 ? 'No input' : `${cachedShare(answer) ?? ''} of input`;
  const words = `${share} came from the cache`;
  if (saved === null) return `${words}; what the cache saved is not known.`;
  const left = answer.unpriced.some(({ unit }) => unit.startsWith('cache-'))
    ? '; models whose cache use has no price are left out'
    : '';
  return saved.startsWith('-')
    ? `${words}; writing the cache cost ${formatMoney(saved.slice(1))} more than reading it saved${left}.`
    : `${words} and saved ${formatMoney(saved)}, net of what writing the cache cost extra${left}.`;
}

/** What a chart of parts says: `Claude Opus 5.5 is 46 % of cost`, `Output tokens are 33 % of cost`. */
export function chartFinding(
  series: readonly Series[],
  measure: Measure,
  verb: 'is' | 'are' = 'is',
): string {
  const largest = series.find(({ key }) => key !== OTHER_KEY);
  const share = shareOf(largest?.total ?? 0n, sum(series.map(({ total }) => total)));
  const percent = formatShare(share, 1);
  if (largest === undefined || percent === null) return `${measure.label} per day`;
  return `${largest.label} ${verb} ${percent} of ${measure.id}`;
}

/** The share of input tokens that came from the cache, in percent; null without input. */
export function cachedShare({ tokens }: Pick<SpendAnswer, 'tokens'>): string | null {
  if (tokens === null) return null;
  return formatShare(tokens.cacheRead, tokens.input + tokens.cacheRead + tokens.cacheWrite);
}
