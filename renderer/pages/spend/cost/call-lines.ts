import type { PriceUsed, SpendCall } from '../../../../shared/api/answers.ts';
import { formatUsd, parseUsd, type Usd } from '../../../../shared/model/usd.ts';

type Counts = Pick<
  SpendCall,
  'inputTokens' | 'outputTokens' | 'cacheReadTokens' | 'cacheWriteTokens'
>;

/** A price line with what it priced of one call; both are null where the call does not tell them apart. */
export interface CallLine {
  readonly price: PriceUsed;
  readonly quantity: number | null;
  readonly usd: Usd | null;
}

/** The lines of a call, each with its quantity and exact amount as far as its counts tell them. */
export function callLines(call: Counts & Pick<SpendCall, 'prices'>): readonly CallLine[] {
  const writes = call.prices.filter(({ unit }) => unit.startsWith('cache-write-')).length;
  return call.prices.map((price) => {
    const quantity = countOf(price, call, writes);
    return { price, quantity, usd: quantity === null ? null : amountOf(price, quantity) };
  });
}

function countOf({ unit }: PriceUsed, call: Counts, writes: number): number | null {
  if (unit === 'input-tokens') return call.inputTokens;
  if (unit === 'output-tokens') return call.outputTokens;
  if (unit === 'cache-read-tokens') return call.cacheReadTokens;
  return unit.startsWith('cache-write-') && writes === 1 ? call.cacheWriteTokens : null;
}

function amountOf({ usd, per }: PriceUsed, quantity: number): Usd {
  return formatUsd((parseUsd(usd) * BigInt(quantity)) / BigInt(per));
}
