import type { SpendAnswer } from '../../shared/api/answers.ts';
import { formatMoney } from '../../shared/model/money-text.ts';
import type { Day, Period } from '../../shared/model/period.ts';
import { usdToNumber } from '../../shared/model/usd.ts';
import type { Measure } from '../charts/measure.ts';
import { OTHER_KEY, type Series, shareOf, sum } from '../charts/series.ts';
import { changeInWords, countOf, formatShare } from '../format.ts';
import { elapsedPart, periodLabel, periodPhrase, previousPeriod } from '../period.ts';
import { totalCost, unpricedTokens } from './priced-cost.ts';

/**
 * The change of cost against the period before, in words: `18 % more than 1 to 20 October 2026
 * ($3,716.20)`. Null where there is nothing to compare with.
 */
export function costChange(
  now: Pick<SpendAnswer, 'usd'>,
  before: Pick<SpendAnswer, 'usd'> | undefined,
  compared: Period,
): string | null {
  if (before === undefined) return null;
  const change = changeInWords(usdToNumber(now.usd), usdToNumber(before.usd));
  if (change === null) return null;
  const than = change === 'the same' || change.endsWith('as much') ? 'as' : 'than';
  return `${change} ${than} ${periodLabel(compared)} (${formatMoney(before.usd)})`;
}

/** The page's answer in one sentence. */
export function spendSentence(
  now: SpendAnswer,
  before: SpendAnswer | undefined,
  time: { readonly period: Period; readonly today: Day },
): string {
  const shown = periodPhrase(elapsedPart(time.period, time.today));
  const cost = totalCost(now);
  if (cost === null) {
    return `Nothing that was used ${shown} has a price: ${unpricedWords(now)}.`;
  }
  const change = costChange(now, before, previousPeriod(time.period, time.today));
  const compared = change === null ? '' : `, ${change}`;
  return `Bedrock cost ${formatMoney(cost)} (${now.provenance}) ${shown}${compared}.`;
}

function unpricedWords(now: SpendAnswer): string {
  const tokens = unpricedTokens(now);
  if (tokens > 0) return `${countOf(tokens, 'token')} are unpriced`;
  return `${countOf(now.calls, 'call')} without tokens`;
}

/** What came from the cache and what that saved, in one sentence. */
export function cacheWords(answer: SpendAnswer): string {
  const { tokens, cacheSavingsUsd: saved } = answer;
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
  return formatShare(tokens.cacheRead, tokens.input + tokens.cacheRead + tokens.cacheWrite);
}
