import type { SourceKind } from '../../../shared/model/settings.ts';
import { costExplorer } from '../sources/bill/cost-explorer.ts';
import { dataExports } from '../sources/bill/data-exports.ts';
import { logGroup } from '../sources/log-group.ts';
import { lookupEvents } from '../sources/lookup-events.ts';
import { metricPlans } from '../sources/metrics/metric-plans.ts';
import { priceList } from '../sources/prices/price-list.ts';
import { s3Sources } from '../sources/s3-folder.ts';

const KINDS: ReadonlyMap<string, SourceKind> = new Map([
  ...[...Object.values(s3Sources), logGroup].map(({ id }) => [id, 'logs'] as const),
  [lookupEvents.id, 'events'] as const,
  ...metricPlans.map(({ id }) => [id, 'metrics'] as const),
  ...[costExplorer, dataExports].map(({ id }) => [id, 'bill'] as const),
  [priceList.id, 'prices'] as const,
]);

/** What a source belongs to in Settings; null for one that no longer exists. */
export function kindOfSource(id: string): SourceKind | null {
  return KINDS.get(id) ?? null;
}
