import type { SpendGroup } from '../../../../shared/api/answers.ts';
import { usdToNumber } from '../../../../shared/model/usd.ts';
import { changeInWords } from '../../../format.ts';

/** How the cost of one group changed against the period before: in words, and for sorting. */
export function groupChange(
  group: SpendGroup,
  before: readonly SpendGroup[] | undefined,
): { readonly words: string; readonly ratio: number } {
  if (before === undefined) return { words: '', ratio: 0 };
  const earlier = before.find(({ key }) => key === group.key);
  const now = usdToNumber(group.usd);
  if (earlier === undefined) return { words: 'new', ratio: Number.POSITIVE_INFINITY };
  const then = usdToNumber(earlier.usd);
  const words = changeInWords(now, then);
  if (words !== null) return { words, ratio: now / then };
  return { words: now === 0 ? 'unpriced' : 'first priced', ratio: Number.POSITIVE_INFINITY };
}
