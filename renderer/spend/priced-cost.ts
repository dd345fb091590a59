import type { SpendAnswer, SpendGroup } from '../../shared/api/answers.ts';
import { totalTokens } from '../../shared/cost/tokens.ts';
import { parseUsd, type Usd } from '../../shared/model/usd.ts';

/** How many tokens of an answer have no price; they are in no sum of money. */
export function unpricedTokens({ groups }: Pick<SpendAnswer, 'groups'>): number {
  return groups.reduce((total, group) => total + group.unpricedTokens, 0);
}

/**
 * The cost of a group's priced usage; null where there is usage and nothing of it has a price, as
 * for the calls of an image model, which use no tokens.
 */
export function groupCost(group: SpendGroup): Usd | null {
  return knownCost({ ...group, unpriced: group.unpricedTokens });
}

/** The cost of a whole answer's priced usage; null where nothing of its usage has a price. */
export function totalCost(
  answer: Pick<SpendAnswer, 'usd' | 'tokens' | 'calls' | 'groups'>,
): Usd | null {
  return knownCost({ ...answer, unpriced: unpricedTokens(answer) });
}

interface Counted extends Pick<SpendAnswer, 'usd' | 'tokens' | 'calls'> {
  readonly unpriced: number;
}

function knownCost({ usd, tokens, calls, unpriced }: Counted): Usd | null {
  if (parseUsd(usd) !== 0n) return usd;
  const callsWithoutTokens = calls > 0 && totalTokens(tokens) === 0;
  return unpriced > 0 || callsWithoutTokens ? null : usd;
}
