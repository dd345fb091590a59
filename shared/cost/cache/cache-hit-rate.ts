import type { TokenCounts } from '../spend-answer.ts';

/** Share of prompt tokens that came from the cache, 0 to 1; null without prompt tokens. */
export function cacheHitRate({ input, cacheRead, cacheWrite }: TokenCounts): number | null {
  const prompt = input + cacheRead + cacheWrite;
  return prompt === 0 ? null : cacheRead / prompt;
}
