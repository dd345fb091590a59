import type { Rated } from '../../shared/api/answers.ts';
import type { measures } from '../../shared/api/spend-schemas.ts';
import { formatMoney } from '../../shared/model/money-text.ts';
import { formatUsd, parseUsd, usdToNumber } from '../../shared/model/usd.ts';
import { axisMoney, MEASURE_IDS, MEASURES, type MeasureId } from '../charts/measure.ts';

/** Ratios, which no sum is made of. */
export const RATE_IDS = ['cost-per-call', 'cost-per-1k-output'] as const;

export type RateId = (typeof RATE_IDS)[number];

/** What the cost tab can show: amounts that add up, and ratios that do not. */
export type SpendMeasureId = MeasureId | RateId;

/** Every measure in the order they are offered. */
export const SPEND_MEASURE_IDS: readonly SpendMeasureId[] = [...MEASURE_IDS, ...RATE_IDS];

const RATE_LABELS: Readonly<Record<RateId, string>> = {
  'cost-per-call': 'Cost per call',
  'cost-per-1k-output': 'Cost per 1K output tokens',
};

const ASKED_AS: Readonly<Record<SpendMeasureId, (typeof measures)[number]>> = {
  cost: 'usd',
  tokens: 'tokens',
  calls: 'calls',
  'cost-per-call': 'usd-per-call',
  'cost-per-1k-output': 'usd-per-1k-output-tokens',
};

/** Whether a measure is a ratio. */
export function isRate(measure: SpendMeasureId): measure is RateId {
  return RATE_IDS.some((id) => id === measure);
}

/** A measure's name. */
export function measureLabel(measure: SpendMeasureId): string {
  return isRate(measure) ? RATE_LABELS[measure] : MEASURES[measure].label;
}

/** A measure as the contract names it. */
export function askedMeasure(measure: SpendMeasureId): (typeof measures)[number] {
  return ASKED_AS[measure];
}

/** An amount of a measure, as the contract tells it in decimal text, in words. */
export function measureText(measure: SpendMeasureId, amount: string): string {
  if (isRate(measure) || measure === 'cost') return formatMoney(amount);
  return MEASURES[measure].format(BigInt(amount));
}

/** A ratio in attodollars; null where there was nothing to divide by. */
export function rateOf({ rate }: Rated): bigint | null {
  return rate === undefined || rate === null ? null : parseUsd(rate);
}

/** How ratios are drawn and read. */
export const RATE_LOOK = {
  toNumber: (amount: bigint) => usdToNumber(formatUsd(amount)),
  format: (amount: bigint) => formatMoney(formatUsd(amount)),
  exact: formatUsd,
  formatAxis: axisMoney,
} as const;
