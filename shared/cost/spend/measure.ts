import { type Attodollars, formatUsd, type Usd } from '../../model/usd.ts';
import { pricedUsd, type Tally } from '../tally.ts';
import { totalTokens } from '../tokens.ts';

/** What of spend is looked at. */
export type SpendMeasure = 'usd' | 'tokens' | 'calls' | 'usd-per-call' | 'usd-per-1k-output-tokens';

/** Whether a measure is a ratio: of usage alone of which every part has a price on its day. */
export function isRatio(measure: SpendMeasure): boolean {
  return measure === 'usd-per-call' || measure === 'usd-per-1k-output-tokens';
}

/** A ratio has no more decimals than prices have: 12, in attodollars. */
const ROUNDING = 1_000_000n;

/** The ratio that a measure asks for, null without anything to divide by; undefined for no ratio. */
export function rateOf(tally: Tally, measure: SpendMeasure): Usd | null | undefined {
  const { amount, calls, output } = tally.rated;
  if (measure === 'usd-per-call') return ratio(amount, calls, 1n);
  if (measure === 'usd-per-1k-output-tokens') return ratio(amount, output, 1_000n);
  return undefined;
}

/** The value of a measure as decimal text; null where nothing has a price, and for a ratio of nothing. */
export function measured(tally: Tally, measure: SpendMeasure): string | null {
  if (measure === 'usd') return pricedUsd(tally);
  if (measure === 'tokens') return String(totalTokens(tally.tokens));
  if (measure === 'calls') return String(tally.calls);
  return rateOf(tally, measure) ?? null;
}

function ratio(amount: Attodollars, count: number, per: bigint): Usd | null {
  if (count === 0) return null;
  const exact = (amount * per) / BigInt(count);
  return formatUsd(((exact + ROUNDING / 2n) / ROUNDING) * ROUNDING);
}
