import type { SpendAnswer, SpendGroup } from '../../shared/api/answers.ts';
import { parseUsd, type Usd } from '../../shared/model/usd.ts';

/** How many tokens of an answer have no price; they are in no sum of money. */
export function unpricedTokens({ groups }: Pick<SpendAnswer, 'groups'>): number {
  return groups.reduce((total, group) => total + group.unpricedTokens, 0);
}

/** The cost of a group's priced usage; null where there is usage and nothing of it has a price. */
export function groupCost({ usd, unpricedTokens }: SpendGroup): Usd | null {
  return unpricedTokens > 0 && parseUsd(usd) === 0n ? null : usd;
}

/** The cost of a whole answer's priced usage; null where nothing of its usage has a price. */
export function totalCost(answer: Pick<SpendAnswer, 'usd' | 'groups'>): Usd | null {
  return unpricedTokens(answer) > 0 && parseUsd(answer.usd) === 0n ? null : answer.usd;
}
