import { type Attodollars, formatUsd, parseUsd, type Usd } from '../../model/usd.ts';
import { sumUnits } from '../spend/unpriced-words.ts';
import type { CostProvenance, ProvenUsd, Unpriced } from './chargeback-answer.ts';

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

/** Everything without a price. */
export function unpricedSums(costs: readonly Unpriced[]): Unpriced {
  return {
    unpricedTokens: costs.reduce((sum, { unpricedTokens }) => sum + unpricedTokens, 0),
    unpricedUnits: sumUnits(costs.flatMap(({ unpricedUnits }) => unpricedUnits)),
  };
}

/** What use cost, for people; null where something was used and nothing of it has a price: never 0. */
export function knownUsd(usd: Usd, unpriced: Unpriced): Usd | null {
  return parseUsd(usd) === 0n && lacksPrice(unpriced) ? null : usd;
}

/** Whether anything of it has no price. */
export function lacksPrice({ unpricedTokens, unpricedUnits }: Unpriced): boolean {
  return unpricedTokens > 0 || unpricedUnits.length > 0;
}
