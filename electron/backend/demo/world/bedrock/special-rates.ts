import { BEDROCK_REGIONS } from '../organization.ts';
import type { Rate, RateUnit } from './rate-names.ts';

type Prices = Readonly<Partial<Record<RateUnit, string>>>;

const UNITS: readonly RateUnit[] = [
  'input-tokens',
  'output-tokens',
  'cache-read-tokens',
  'cache-write-5m-tokens',
  'cache-write-30m-tokens',
  'cache-write-1h-tokens',
];

/**
 * Rates of cards that the bundled table has not, or otherwise, as AWS's cards of September 2026 told them.
 * Two of GPT-6.1 Sol are AWS's own mistakes: its long-context output costs less than the short one,
 * and its long-context flex input more than the standard one.
 */
export const SPECIAL_RATES: Readonly<Record<string, readonly Rate[]>> = {
  'anthropic.claude-haiku-5-5': [
    ...longContext({
      'input-tokens': '0.55',
      'output-tokens': '2.75',
      'cache-read-tokens': '0.055',
    }),
    ...longContext(
      {
        'input-tokens': '0.5',
        'output-tokens': '2.5',
        'cache-read-tokens': '0.05',
        'cache-write-5m-tokens': '0.625',
        'cache-write-1h-tokens': '1',
      },
      { global: true },
    ),
  ],
  'openai.gpt-6.1-sol': [
    ...longContext({
      'input-tokens': '4.4',
      'output-tokens': '2.2',
      'cache-read-tokens': '0.22',
      'cache-write-30m-tokens': '5.5',
    }),
    ...longContext({ 'input-tokens': '8.8', 'output-tokens': '16.5' }, { tier: 'flex' }),
    ...longContext(
      { 'input-tokens': '4', 'output-tokens': '2', 'cache-read-tokens': '0.2' },
      { global: true },
    ),
    ...shortContext({ 'cache-write-30m-tokens': '2.75' }),
    ...shortContext({ 'cache-write-30m-tokens': '2.5' }, { global: true }),
  ],
};

type Where = Partial<Pick<Rate, 'global' | 'tier' | 'long'>>;

function longContext(prices: Prices, where: Where = {}): readonly Rate[] {
  return shortContext(prices, { ...where, long: true });
}

function shortContext(prices: Prices, where: Where = {}): readonly Rate[] {
  const shared = { global: false, tier: 'standard', long: false, ...where } as const;
  return UNITS.flatMap((unit) => {
    const usd = prices[unit];
    return usd === undefined ? [] : [{ ...shared, unit, usd, regions: BEDROCK_REGIONS }];
  });
}
