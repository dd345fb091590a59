import { canonicalModelId } from '../model/model-catalogue.ts';
import type { PriceBook } from './price-book.ts';

/**
 * The models whose long contexts have a price of their own. Every other model's long contexts cost
 * what its short ones cost, as AWS lists nothing else for them.
 */
export function longContextModels({ lines }: Pick<PriceBook, 'lines'>): ReadonlySet<string> {
  return new Set(
    lines.flatMap(({ modelId, context }) =>
      context === 'long' ? [canonicalModelId(modelId)] : [],
    ),
  );
}
