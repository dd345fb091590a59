import type { SpendGroup } from '../../../../shared/api/answers.ts';
import { usdToNumber } from '../../../../shared/model/usd.ts';
import { changeInWords } from '../../../format.ts';

/** Sorts what has no change that is known before every change. */
const NOT_COMPARED = -1;

/** How the cost of one group changed against the period before: in words, and for sorting. */
export function groupChange(
  group: SpendGroup,
  before: readonly SpendGroup[] | undefined,
): { readonly words: string; readonly ratio: number } {
  if (before === undefined) return { words: '', ratio: 0 };
  const earlier = before.find(({ key }) => key === group.key);
  if (earlier === undefined) return { words: 'new', ratio: Number.POSITIVE_INFINITY };
  if (group.usd === null) return { words: 'unpriced', ratio: NOT_COMPARED };
  if (earlier.usd === null) return { words: 'unpriced before', ratio: NOT_COMPARED };
  const [now, then] = [usdToNumber(group.usd), usdToNumber(earlier.usd)];
  const words = changeInWords(now, then);
  if (words !== null) return { words, ratio: now / then };
  return now === 0
    ? { words: 'the same', ratio: 1 }
    : { words: 'free before', ratio: Number.POSITIVE_INFINITY };
}
