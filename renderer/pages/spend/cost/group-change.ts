import type { GroupChange, SpendGroup } from '../../../../shared/api/answers.ts';
import { isPaidByHour } from '../../../../shared/cost/spend/unpriced-words.ts';
import { usdToNumber } from '../../../../shared/model/usd.ts';
import { changeInWords } from '../../../format.ts';

/** Sorts what has no change that is known before every change. */
const NOT_COMPARED = -1;

/** How the cost of one group changed over the days that are compared: in words, and for sorting. */
export function groupChange(
  group: Pick<SpendGroup, 'key' | 'usd' | 'unpricedUnits' | 'uncountedCalls' | 'paidByHourUnits'>,
  changes: readonly GroupChange[] | undefined,
): { readonly words: string; readonly ratio: number } {
  if (changes === undefined) return { words: '', ratio: 0 };
  const change = changes.find((each) => each.key === group.key);
  if (change === undefined) return { words: 'new today', ratio: Number.POSITIVE_INFINITY };
  const { before, after } = change;
  if (before === undefined) return { words: 'new', ratio: Number.POSITIVE_INFINITY };
  if (after === undefined) return { words: 'none before today', ratio: 0 };
  if (isPaidByHour(group)) return { words: 'paid by the hour', ratio: NOT_COMPARED };
  if (after === null) return { words: 'unpriced', ratio: NOT_COMPARED };
  if (before === null) return { words: 'unpriced before', ratio: NOT_COMPARED };
  const [now, then] = [usdToNumber(after), usdToNumber(before)];
  const words = changeInWords(now, then);
  if (words !== null) return { words, ratio: now / then };
  return now === 0
    ? { words: 'the same', ratio: 1 }
    : { words: 'free before', ratio: Number.POSITIVE_INFINITY };
}
