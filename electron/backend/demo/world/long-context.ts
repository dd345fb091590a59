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
  const read =
    call.inputTokens + call.cacheReadTokens + call.cacheWrite5mTokens + call.cacheWrite1hTokens;
  return read > LONG_CONTEXT_TOKENS && hasLongContextPrice(call.modelId);
}

/** Whether a long context of the model costs more, by its rate card. */
export function hasLongContextPrice(modelId: string): boolean {
  return LONG_CONTEXT_MODELS.has(baseModelOf(modelId));
}
