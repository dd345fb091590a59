import type { UsageRow } from '../model/usage.ts';
import { estimateUsage, type Pricing } from './estimate.ts';
import type { PrincipalUsage } from './spend-answer.ts';
import { addEstimate, pricedUsd, type Tally, tallyOf } from './tally.ts';

/** The priced part of `PrincipalUsage`; `usd` is null where nothing could be priced. */
export type PrincipalCost = Pick<PrincipalUsage, 'tokens' | 'usd' | 'unpricedTokens'>;

/** What each principal's logged usage costs, by role or user ARN; rows without one are left out. */
export function pricePrincipals(
  usage: readonly UsageRow[],
  pricing: Pricing,
): ReadonlyMap<string, PrincipalCost> {
  const tallies = new Map<string, Tally>();
  for (const estimate of estimateUsage(usage, pricing)) {
    const { principalArn } = estimate.row;
    if (principalArn !== null) addEstimate(tallyOf(tallies, principalArn), estimate);
  }
  return new Map([...tallies].map(([arn, tally]) => [arn, costOfTally(tally)]));
}

function costOfTally(tally: Tally): PrincipalCost {
  return {
    tokens: { ...tally.tokens },
    usd: pricedUsd(tally),
    unpricedTokens: tally.unpricedTokens,
  };
}
