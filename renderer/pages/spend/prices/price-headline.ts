import type { ModelPriceConflict, SpendAnswer } from '../../../../shared/api/answers.ts';
import { countOf, exactCount } from '../../../format.ts';

/** The tab's answer in a sentence: how many lines priced the period, and which are the reader's own. */
export function priceSentence({ prices, unpriced, notCounted }: SpendAnswer): string {
  if (prices.length === 0 && notCounted !== null)
    return `Which prices the period needs is not known: ${notCounted}.`;
  if (prices.length === 0) {
    return unpriced.length === 0
      ? 'Nothing was used in this period, so that no price was needed.'
      : 'Nothing that was used in this period has a price.';
  }
  const own = prices.filter(({ source }) => source.startsWith('Your price: ')).length;
  const reduced = prices.filter(({ discount }) => discount !== undefined).length;
  const yours = [
    ...(own === 0 ? [] : [`${own} of them ${own === 1 ? 'a price' : 'prices'} of your own`]),
    ...(reduced === 0 ? [] : [`${reduced} with a discount of yours`]),
  ];
  const priced = `${countOf(prices.length, 'price line')} priced this period`;
  return `${[priced, ...yours].join(', ')}.`;
}

/** What sources disagree about, in a sentence. */
export function conflictSentence(conflicts: readonly ModelPriceConflict[]): string {
  if (conflicts.length === 0)
    return 'No two of the sources that were read disagree on a price that both have.';
  const unused = conflicts.filter(({ used }) => used === null).length;
  const said = `Sources disagree about ${countOf(conflicts.length, 'price')}`;
  if (unused === 0) return `${said}; the first in precedence holds.`;
  return `${said}; of ${exactCount(unused)} none is used, since nothing tells which is right.`;
}
