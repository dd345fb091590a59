import type { SpendAnswer } from '../../shared/api/answers.ts';
import { unpricedWords } from '../../shared/cost/spend/unpriced-words.ts';
import { unpricedUnits } from './priced-cost.ts';

/** What exports of spend say of its figures: the total and its provenance, what is unpriced or incomplete. */
export function spendNotes(answer: SpendAnswer | undefined): readonly string[] {
  if (answer === undefined) return [];
  const unpriced = unpricedWords(unpricedUnits(answer));
  const { incompleteDays, usd, notCounted } = answer;
  if (notCounted !== null) return answer.notes;
  return [
    usd === null
      ? 'Nothing of this usage has a price.'
      : `In all ${usd} USD (${answer.provenance}), of priced usage.`,
    ...(unpriced === '' ? [] : [`In no sum of money, without a price: ${unpriced}.`]),
    ...(incompleteDays.length > 0 ? [`Not complete yet: ${incompleteDays.join(', ')}.`] : []),
    ...answer.notes,
  ];
}
