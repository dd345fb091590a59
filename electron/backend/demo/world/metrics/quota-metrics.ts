import type { WorldInvocation, WorldMetric } from '../facts.ts';
import { baseModelOf } from '../inference-profiles.ts';
import { catalogueModel } from '../models.ts';
import { type SeriesPlace, seriesOf } from './series.ts';

const MINUTE_MS = 60_000;
/** Tokens of quota that one output token of a Claude model takes (guide on token burndown). */
const CLAUDE_BURNDOWN = 5;

const GAUGE = {
  metricName: 'EstimatedTPMQuotaUsage',
  sample: ({ tokens }: { readonly tokens: number }) => tokens,
};

/** How much of its quota of tokens per minute a model's calls used: one sample a minute. */
export function quotaSeries(
  place: SeriesPlace,
  calls: readonly WorldInvocation[],
): readonly WorldMetric[] {
  const minutes = new Map<number, number>();
  for (const call of calls) {
    const used = quotaTokens(call);
    const minute = call.time - (call.time % MINUTE_MS);
    if (used > 0) minutes.set(minute, (minutes.get(minute) ?? 0) + used);
  }
  const used = Array.from(minutes, ([time, tokens]) => ({ time, tokens }));
  return seriesOf(place, [GAUGE], used);
}

/** Cached tokens that are read take no quota; those that are written do. */
function quotaTokens(call: WorldInvocation): number {
  const written = call.cacheWrite5mTokens + call.cacheWrite1hTokens;
  return call.inputTokens + written + call.outputTokens * burndown(call.modelId);
}

/** Older Claude models than 3.7, which are legacy here, and those of others count once. */
function burndown(modelId: string): number {
  const base = baseModelOf(modelId);
  const claude = base.startsWith('anthropic.') && catalogueModel(base)?.legacy !== true;
  return claude ? CLAUDE_BURNDOWN : 1;
}
