import type { CacheWriter, SpendCache } from '../../../../shared/api/answers.ts';
import { formatMoney } from '../../../../shared/model/money-text.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import { formatShare } from '../../../format.ts';

/** The tab's answer in a sentence. */
export function savingsSentence({ savingsUsd, tokens, notCounted }: SpendCache): string {
  if (tokens === null) return `What the prompt cache saved is not known: ${notCounted}.`;
  if (tokens.cacheRead + tokens.cacheWrite === 0) return 'The prompt cache was not used.';
  if (savingsUsd === null) return 'What the prompt cache saved is not known: prices are missing.';
  const amount = parseUsd(savingsUsd);
  if (amount === 0n) return 'The prompt cache saved nothing and cost nothing.';
  return amount < 0n
    ? `The prompt cache cost ${formatMoney(savingsUsd.slice(1))} more than it saved.`
    : `The prompt cache saved ${formatMoney(savingsUsd)}, net of what writing it cost.`;
}

/** How much of the prompts came from the cache. */
export function hitRateWords({ hitRate, tokens }: Pick<SpendCache, 'hitRate' | 'tokens'>): string {
  if (tokens === null) return 'How much of prompts came from the cache is not known either.';
  return hitRate === null
    ? 'There were no prompt tokens.'
    : `${formatShare(hitRate, 1)} of prompt tokens came from the cache.`;
}

/** What was written in vain. */
export function lossWords({ lostUsd, writers }: SpendCache): string {
  if (lostUsd === null) return '';
  if (writers.length === 0) return 'No logged call wrote to the cache.';
  return parseUsd(lostUsd) === 0n
    ? 'All writes that can be judged paid off.'
    : `Writes that never paid off lost ${formatMoney(lostUsd)}.`;
}

/** Writers with writes that never paid off, and those of whom that cannot be told. */
export function writersWithoutPay(writers: readonly CacheWriter[]): readonly CacheWriter[] {
  return writers.filter(({ money }) => !money.found || money.lossySpells > 0);
}

/** A rate from 0 to 1 in percent; what is not known says so. */
export function rateWords(rate: number | null): string {
  return rate === null ? 'not known' : (formatShare(rate, 1) ?? '0 %');
}
