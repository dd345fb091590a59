import type { ReadUsageType, UsageType } from '../../../shared/prices/usage-type.ts';

/** What is not the default, with the model's id in place of its spelling. */
export function told(read: ReadUsageType): Record<string, unknown> {
  if (!read.parsed) return { unparsed: read.reason };
  const { parsed: _, form: __, model, ...rest } = read;
  const plain: Partial<UsageType> = {
    region: null,
    direction: null,
    cacheTtl: null,
    tier: 'standard',
    context: 'short',
    commitment: null,
    endpoint: 'runtime',
    latencyOptimized: false,
    customModel: false,
    item: null,
  };
  const odd = Object.entries(rest).filter(([name, value]) => {
    if (name === 'scopes') return read.scopes.join() !== 'in-region,geographic';
    return value !== plain[name as keyof UsageType];
  });
  return { ...Object.fromEntries(odd), ...(model === null ? {} : { model: model.modelId }) };
}
