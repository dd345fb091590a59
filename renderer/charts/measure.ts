import type { SpendCell } from '../../shared/api/answers.ts';
import { formatMoney } from '../../shared/model/money-text.ts';
import { formatUsd, parseUsd, usdToNumber } from '../../shared/model/usd.ts';
import { exactCount, formatCount } from '../format.ts';

/** What a chart can show of use. */
export type MeasureId = 'cost' | 'tokens' | 'calls';

type Measured = Pick<SpendCell, 'usd' | 'tokens' | 'calls'>;

/** One way to measure use; amounts are exact whole numbers (attodollars, tokens, calls). */
export interface Measure {
  readonly id: MeasureId;
  readonly label: string;
  /** For the axis and screen readers. */
  readonly unit: string;
  /** Null where something was used and nothing of it has a price. */
  amountOf(use: Measured): bigint | null;
  /** For geometry only. */
  toNumber(amount: bigint): number;
  format(amount: bigint): string;
  exact(amount: bigint): string;
  formatAxis(value: number): string;
}

const cost: Measure = {
  id: 'cost',
  label: 'Cost',
  unit: 'USD',
  amountOf: ({ usd }) => (usd === null ? null : parseUsd(usd)),
  toNumber: (amount) => usdToNumber(formatUsd(amount)),
  format: (amount) => formatMoney(formatUsd(amount)),
  exact: (amount) => formatUsd(amount),
  formatAxis: axisMoney,
};

const tokens: Measure = {
  id: 'tokens',
  label: 'Tokens',
  unit: 'tokens',
  amountOf: ({ tokens: t }) => BigInt(t.input + t.output + t.cacheRead + t.cacheWrite),
  toNumber: Number,
  format: (amount) => formatCount(Number(amount)),
  exact: (amount) => amount.toString(),
  formatAxis: formatCount,
};

const calls: Measure = {
  id: 'calls',
  label: 'Calls',
  unit: 'calls',
  amountOf: (use) => BigInt(use.calls),
  toNumber: Number,
  format: (amount) => exactCount(Number(amount)),
  exact: (amount) => amount.toString(),
  formatAxis: formatCount,
};

/** The measures of use by id. */
export const MEASURES: Readonly<Record<MeasureId, Measure>> = { cost, tokens, calls };

/** The ids of measures in the order of the toggle. */
export const MEASURE_IDS: readonly MeasureId[] = ['cost', 'tokens', 'calls'];

/** Every token of a count, cached ones too. */
export function allTokens(counts: SpendCell['tokens']): number {
  return counts.input + counts.output + counts.cacheRead + counts.cacheWrite;
}

/** Money along an axis: three digits at most. */
export function axisMoney(value: number): string {
  if (value === 0) return '$0';
  if (value >= 1000) return `$${formatCount(value)}`;
  return `$${Number(value.toPrecision(3))}`;
}
