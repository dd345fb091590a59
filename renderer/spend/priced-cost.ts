import type { SpendAnswer, SpendGroup, UnitQuantity, Unpriced } from '../../shared/api/answers.ts';
import { lackingWords, sumUnits, unpricedWords } from '../../shared/cost/spend/unpriced-words.ts';
import { tokenKind } from '../../shared/cost/tokens.ts';
import { countOf, formatCount } from '../format.ts';

/** What of an answer has no price, by unit; it is in no sum of money. */
export function unpricedUnits({ groups }: Pick<SpendAnswer, 'groups'>): readonly UnitQuantity[] {
  return sumUnits(groups.flatMap((group) => group.unpricedUnits));
}

/** What has no price, in few words: `1.2M tokens, 68 images`; empty where everything has one. */
export function unpricedInShort(units: readonly UnitQuantity[]): string {
  const others = units.filter(({ unit }) => tokenKind(unit) === null);
  const tokens = units.reduce(
    (sum, { unit, quantity }) => (tokenKind(unit) === null ? sum : sum + quantity),
    0,
  );
  const counted = `${formatCount(tokens)} ${tokens === 1 ? 'token' : 'tokens'}`;
  return [
    ...(tokens === 0 ? [] : [counted]),
    ...(others.length === 0 ? [] : [unpricedWords(others)]),
  ].join(', ');
}

/** The same of a chargeback; a close from before units were kept knows the number of its tokens alone. */
export function lackingInShort({ unpricedTokens, unpricedUnits: units }: Unpriced): string {
  if (units.length > 0) return unpricedInShort(units);
  return unpricedTokens === 0 ? '' : countOf(unpricedTokens, 'token');
}

/** What a group's money leaves out, as a sentence; null where all of it has a price. */
export function withoutPrice(
  group: Pick<SpendGroup, 'unpricedUnits' | 'uncountedCalls'>,
): string | null {
  const lacking = lackingWords(group);
  return lacking === '' ? null : `Without a price: ${lacking}`;
}
