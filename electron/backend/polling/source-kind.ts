import type { SourceKind } from '../../../shared/model/settings.ts';
import { lookupEvents } from '../sources/lookup-events.ts';
import { metricPlans } from '../sources/metrics/metric-plans.ts';
import { s3Sources } from '../sources/s3-folder.ts';

const KINDS: ReadonlyMap<string, SourceKind> = new Map([
  ...Object.values(s3Sources).map(({ id }) => [id, 'logs'] as const),
  [lookupEvents.id, 'events'] as const,
  ...metricPlans.map(({ id }) => [id, 'metrics'] as const),
]);

/** What a source belongs to in Settings; null for one that no longer exists. */
export function kindOfSource(id: string): SourceKind | null {
  return KINDS.get(id) ?? null;
}
