import { groupThousands } from '../../model/group-thousands.ts';
import { unpricedWords } from '../spend/unpriced-words.ts';
import type { Unpriced } from './chargeback-answer.ts';

/**
 * What has no price, in words: `1,200 input tokens, 68 images`; empty where everything has one. A
 * close from before units were kept knows the number of its tokens alone.
 */
export function unpricedText({ unpricedTokens, unpricedUnits }: Unpriced): string {
  if (unpricedUnits.length > 0) return unpricedWords(unpricedUnits);
  return unpricedTokens === 0 ? '' : `${groupThousands(String(unpricedTokens))} tokens`;
}
