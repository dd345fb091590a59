import { accountsOf } from '../../../../shared/api/connected-accounts.ts';
import type { ReadState } from '../../../../shared/cost/reconcile/read-state.ts';
import { COUNTING_SOURCES } from '../../../../shared/cost/spend/not-counted.ts';
import { type Day, dayOf, type Period } from '../../../../shared/model/period.ts';
import type { UsageRow } from '../../../../shared/model/usage.ts';
import type { SourceReading } from '../../store/store.ts';
import type { OpenWorkspace } from '../../workspace/open-workspace.ts';
import { readUsageGaps } from '../usage-gaps.ts';

/** Asks for every day; an export may have none of a period although it was read. */
const BILL_SOURCE = 'cost-explorer';

/** How far bill and usage of a workspace were read; places with usage were counted, read or imported. */
export async function readStateOf(
  { store, file }: OpenWorkspace,
  period: Period,
  usage: readonly UsageRow[],
): Promise<ReadState> {
  const [extent, sources, { incompleteDays, notCounted }] = await Promise.all([
    store.ask('bill-extent', {}),
    store.latestSourceReadings(),
    readUsageGaps(store, period),
  ]);
  const places = countedPlaces(sources, usage);
  return {
    bills: new Map(extent.map(({ accountId, ...days }) => [accountId, days])),
    connected: new Set(
      file
        .current()
        .connections.flatMap(accountsOf)
        .map(({ accountId }) => accountId),
    ),
    isCounted: (accountId, region) => places.get(accountId)?.has(region) ?? false,
    incompleteDays: new Set(incompleteDays),
    notCounted,
    billReadOn: billReadOn(sources),
  };
}

/** The last UTC day on which Cost Explorer was read in full; null if it was not. */
export function billReadOn(sources: readonly SourceReading[]): Day | null {
  const days = sources.flatMap(({ source, outcome, readAt }) =>
    source === BILL_SOURCE && outcome.status === 'collected' ? [dayOf(readAt)] : [],
  );
  return days.sort().at(-1) ?? null;
}

/** By account, the Regions whose usage is known, and null for any. */
function countedPlaces(
  sources: readonly SourceReading[],
  usage: readonly UsageRow[],
): ReadonlyMap<string, ReadonlySet<string | null>> {
  const read = sources.filter(
    ({ source, outcome }) => COUNTING_SOURCES.has(source) && outcome.status === 'collected',
  );
  const places = new Map<string, Set<string | null>>();
  for (const { accountId, region } of [...read, ...usage]) {
    places.set(accountId, (places.get(accountId) ?? new Set([null])).add(region));
  }
  return places;
}
