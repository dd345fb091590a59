import { canonicalModelId } from '../model/model-catalogue.ts';
import type { PriceBook } from './price-book.ts';

/**
 * Tokens that a model reads in a call, cached ones included, above which its context is long. Rate
 * cards price long contexts and do not say when; AWS's documentation of Claude says 200,000.
 */
export const LONG_CONTEXT_TOKENS = 200_000;

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
