import type { QuotaLimit } from '../../../../shared/model/dataset.ts';

const MEASURES: readonly (readonly [words: RegExp, measures: QuotaLimit['measures']])[] = [
  [/\btokens per minute\b/, 'tokens-per-minute'],
  [/\btokens per day\b/, 'tokens-per-day'],
  [/\brequests per minute\b/, 'requests-per-minute'],
  [/\brequests per second\b/, 'requests-per-second'],
  [/\bconcurrent requests\b/, 'concurrent-requests'],
  [/^model units\b/, 'model-units'],
  [/\bbatch inference jobs\b/, 'batch-jobs'],
];

/** How the name of each kind of inference begins. */
const SCOPES: readonly (readonly [words: RegExp, scope: NonNullable<QuotaLimit['scope']>])[] = [
  [/^global cross-region\b/, 'global'],
  [/^cross-region\b/, 'geographic'],
  [/^on-demand\b/, 'in-Region'],
];

/**
 * What a quota limits by its name, as in `Cross-region model inference tokens per minute for
 * Anthropic Claude Sonnet 4.5 V1`; null for a name of another form, such as `Agents per account`.
 * AWS has no field for it (Service Quotas console, service `bedrock`).
 */
export function quotaLimit(name: string): QuotaLimit | null {
  const [, before, after] =
    /^(.*?) (?:for|using) (?:a base model for |a custom model for )?(.*)$/i.exec(name) ?? [];
  if (before === undefined || after === undefined) return null;
  const words = before.toLowerCase();
  const measures = MEASURES.find(([pattern]) => pattern.test(words))?.[1];
  const model = after.replace(/\s*\([^()]*\)\s*$/, '');
  if (measures === undefined || model === '') return null;
  return {
    measures,
    scope: SCOPES.find(([pattern]) => pattern.test(words))?.[1] ?? null,
    latencyOptimized: /\blatency-optimized\b/.test(words),
    model,
  };
}
