import type { PriceAnswer, PriceBook, PriceQuery } from './price-book.ts';
import type { PriceLine } from './price-line.ts';
import { samePrice } from './same-price.ts';

/** The line that prices a query with what other sources say of the same thing. */
export interface ExplainedPrice {
  readonly answer: PriceAnswer;
  /** Lines of other sources for the same thing on the same day, in order of precedence. */
  readonly others: readonly PriceLine[];
  /** Those of `others` with another price; the user's own discount is no conflict. */
  readonly conflicts: readonly PriceLine[];
}

/** What prices a query, and which other sources agree or contradict. */
export function priceOf(book: PriceBook, query: PriceQuery): ExplainedPrice {
  const answer = book.find(query);
  if (!answer.found) return { answer, others: [], conflicts: [] };
  const listed = answer.line.discount?.line ?? answer.line;
  const others = book.candidates({ ...query, unit: listed.unit }).filter((line) => line !== listed);
  return { answer, others, conflicts: others.filter((line) => !samePrice(line, listed)) };
}
