import { canonicalModelId } from '../model/model-catalogue.ts';
import { modelLabel } from '../model/model-label.ts';
import type { ContextLength } from '../model/usage.ts';
import type { PriceBook, PriceQuery } from './price-book.ts';
import type { PriceLine } from './price-line.ts';
import { samePrice } from './same-price.ts';

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

/**
 * The context that a model's usage is priced with: long ones cost what short ones do where the model
 * is none of `longContextModels`, and what does not tell its context is priced as short.
 */
export function pricedContext(
  { baseModelId, context = 'short' }: Pick<PriceQuery, 'baseModelId' | 'context'>,
  models: ReadonlySet<string>,
): ContextLength {
  return context === 'long' && !models.has(canonicalModelId(baseModelId)) ? 'short' : context;
}

/** Why a price may be too low: the context of what it prices is not told, or has no price. */
export type LongDoubt = 'metrics' | 'not-told' | 'no-price';

const DOUBTS: Readonly<Record<LongDoubt, string>> = {
  metrics: 'of what metrics count they cannot be told apart and are priced as short ones',
  'not-told': 'usage that does not tell its context is priced as short',
  'no-price': 'no price of them is known and they are priced as short ones',
};

/** What to say of a short context's price that a query found, where long contexts cost more. */
export function longCaveats(
  { line, query, doubt }: { line: PriceLine; query: PriceQuery; doubt: LongDoubt | null },
  book: Pick<PriceBook, 'candidates'>,
): readonly string[] {
  if (doubt === null || line.context === 'long' || !longCostsMore(line, query, book)) return [];
  const model = modelLabel(canonicalModelId(query.baseModelId));
  return [`Long-context calls to ${model} cost more; ${DOUBTS[doubt]}.`];
}

/** A source says so, or the line of long contexts does. */
function longCostsMore(
  line: PriceLine,
  query: PriceQuery,
  book: Pick<PriceBook, 'candidates'>,
): boolean {
  const [long] = book.candidates({ ...query, unit: line.unit, context: 'long' });
  const listed = line.discount?.line ?? line;
  return line.longCostsMore === true || (long?.context === 'long' && !samePrice(long, listed));
}
