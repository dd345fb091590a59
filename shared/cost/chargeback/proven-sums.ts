import { type Attodollars, formatUsd, parseUsd, type Usd } from '../../model/usd.ts';
import type { CostProvenance, ProvenUsd } from './chargeback-answer.ts';

const ORDER: readonly CostProvenance[] = ['billed', 'metered', 'allocated'];

/** The exact sum of amounts. */
export function sumOf(costs: readonly { readonly usd: Usd }[]): Attodollars {
  return costs.reduce((sum, { usd }) => sum + parseUsd(usd), 0n);
}

/** Sums by provenance, billed first; provenances that no amount has are left out. */
export function provenSums(costs: readonly ProvenUsd[]): readonly ProvenUsd[] {
  return ORDER.flatMap((provenance) => {
    const same = costs.filter((cost) => cost.provenance === provenance);
    return same.length === 0 ? [] : [{ provenance, usd: formatUsd(sumOf(same)) }];
  });
}

/** All tokens without a price. */
export function unpricedOf(costs: readonly { readonly unpricedTokens: number }[]): number {
  return costs.reduce((sum, { unpricedTokens }) => sum + unpricedTokens, 0);
}
