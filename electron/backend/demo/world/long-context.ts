import { SPECIAL_RATES } from './bedrock/special-rates.ts';
import type { WorldInvocation } from './facts.ts';
import { baseModelOf } from './inference-profiles.ts';

/** Tokens above which a call has a long context; AWS's rate cards price it and do not say when. */
export const LONG_CONTEXT_TOKENS = 200_000;

const LONG_CONTEXT_MODELS: ReadonlySet<string> = new Set(
  Object.entries(SPECIAL_RATES).flatMap(([modelId, rates]) =>
    rates.some(({ long }) => long) ? [modelId] : [],
  ),
);

/** What of a call decides about its context. */
type Sized = Pick<
  WorldInvocation,
  'modelId' | 'inputTokens' | 'cacheReadTokens' | 'cacheWrite5mTokens' | 'cacheWrite1hTokens'
>;

/** Whether a call is billed as long context: over 200,000 tokens that its model read, cached or not. */
export function isLongContext(call: Sized): boolean {
  return readsLong(call) && hasLongContextPrice(call.modelId);
}

/** Whether a model read over 200,000 tokens in a call, cached or not. */
export function readsLong(call: Sized): boolean {
  const { inputTokens, cacheReadTokens, cacheWrite5mTokens, cacheWrite1hTokens } = call;
  const read = inputTokens + cacheReadTokens + cacheWrite5mTokens + cacheWrite1hTokens;
  return read > LONG_CONTEXT_TOKENS;
}

/** Whether a long context of the model costs more, by its rate card. */
export function hasLongContextPrice(modelId: string): boolean {
  return LONG_CONTEXT_MODELS.has(baseModelOf(modelId));
}
