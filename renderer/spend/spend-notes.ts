import type { SpendAnswer } from '../../shared/api/answers.ts';
import { countOf } from '../format.ts';
import { totalCost, unpricedTokens } from './priced-cost.ts';

/** What exports of spend say of its figures: the total and its provenance, what is unpriced or incomplete. */
export function spendNotes(answer: SpendAnswer | undefined): readonly string[] {
  if (answer === undefined) return [];
  const cost = totalCost(answer);
  const unpriced = unpricedTokens(answer);
  const { incompleteDays } = answer;
  return [
    cost === null
      ? 'Nothing of this usage has a price.'
      : `In all ${cost} USD (${answer.provenance}), of priced usage.`,
    ...(unpriced > 0
      ? [`${countOf(unpriced, 'token')} without a price, which are in no sum of money.`]
      : []),
    ...(incompleteDays.length > 0 ? [`Not complete yet: ${incompleteDays.join(', ')}.`] : []),
    ...answer.notes,
  ];
}
