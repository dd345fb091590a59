import type { SourcePlan } from '../../../shared/api/answers.ts';
import { dayOf, monthOf } from '../../../shared/model/period.ts';
import { SOURCE_KINDS, type SourceKind } from '../../../shared/model/settings.ts';
import { addUsd, formatUsd, parseUsd, type Usd } from '../../../shared/model/usd.ts';
import { lastRead } from '../polling/last-read.ts';
import type { SourceTimes } from '../polling/scheduler.ts';
import type { WatchingRow } from '../store/store.ts';
import type { ApiContext, ApiPart } from './context.ts';

const MINUTES_OF_30_DAYS = 43_200;

/** When each source is read again, and what that costs; `times` is null where nothing polls. */
export function pollingApi(
  { workspace, host }: ApiContext,
  times: () => readonly SourceTimes[] | null,
): ApiPart<'polling.get'> {
  return {
    async 'polling.get'() {
      const { store, file } = workspace();
      const { polling } = file.current().settings;
      const rows = await store.watching(monthOf(dayOf(host.now())));
      const known = times();
      const read = known === null ? await lastRead(store) : {};
      return {
        on: polling.on,
        running: known !== null,
        sources: SOURCE_KINDS.map((kind): SourcePlan => {
          const own = known?.find((one) => one.kind === kind);
          const minutes = polling.minutes[kind];
          const usd = costOfReading(rows, kind);
          return {
            kind,
            minutes,
            lastAt: own?.lastAt ?? read[kind]?.at ?? null,
            nextAt: own?.nextAt ?? null,
            failures: own?.failures ?? 0,
            usdPerReading: usd,
            usdPerMonth: usd === null || isFirst(rows, kind) ? null : monthly(usd, minutes),
          };
        }),
      };
    },
  };
}

/**
 * What a whole reading of a source costs, by the dearest of the month: others keep what is still
 * good, or read little of it beside another source. Of sources with a history the first reading does
 * not count once there is a second, as it reads all of that. Zero where calls were free.
 */
export function costOfReading(rows: readonly WatchingRow[], kind: SourceKind): Usd | null {
  const [first, ...later] = readingCosts(rows, kind);
  if (first === undefined) return null;
  const counted = WITH_HISTORY.has(kind) && later.length > 0 ? later : [first, ...later];
  return counted.reduce((most, usd) => (parseUsd(usd) > parseUsd(most) ? usd : most));
}

const WITH_HISTORY: ReadonlySet<SourceKind> = new Set<SourceKind>(['logs', 'events', 'metrics']);

/** What each scan paid for a source, oldest first. */
function readingCosts(rows: readonly WatchingRow[], kind: SourceKind): readonly Usd[] {
  const scans = new Map<string, WatchingRow[]>();
  for (const row of rows) {
    if (kindOfOperation(row.operation) !== kind) continue;
    scans.set(row.scanId, [...(scans.get(row.scanId) ?? []), row]);
  }
  const firstAt = (own: readonly WatchingRow[]) => own.map(({ at }) => at).sort()[0] ?? '';
  return [...scans.values()]
    .sort((a, b) => (firstAt(a) < firstAt(b) ? -1 : 1))
    .map((own) => addUsd(...own.map(({ usd }) => usd)));
}

/** Whether there is one reading only: a first one reads the history and costs more than the next. */
function isFirst(rows: readonly WatchingRow[], kind: SourceKind): boolean {
  return readingCosts(rows, kind).length < 2;
}

function monthly(usd: Usd, minutes: number): Usd {
  return formatUsd((parseUsd(usd) * BigInt(MINUTES_OF_30_DAYS)) / BigInt(minutes));
}

/** The source that an operation is made for; everything else reads the configuration. */
function kindOfOperation(operation: string): SourceKind {
  if (/^s3:(ListBucket|GetObject)$|^logs:FilterLogEvents$/.test(operation)) return 'logs';
  if (operation === 'cloudtrail:LookupEvents') return 'events';
  if (/^cloudwatch:(ListMetrics|GetMetricData)$/.test(operation)) return 'metrics';
  if (/^(ce:GetCostAndUsage|bcm-data-exports:)/.test(operation)) return 'bill';
  return operation.startsWith('pricing:') ? 'prices' : 'configuration';
}
