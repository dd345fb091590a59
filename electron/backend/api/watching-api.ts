import type { WatchingAnswer } from '../../../shared/api/answers.ts';
import { dayOf, monthOf } from '../../../shared/model/period.ts';
import { addUsd } from '../../../shared/model/usd.ts';
import type { WatchingRow } from '../store/store.ts';
import type { ApiContext, ApiPart } from './context.ts';

/** What Assay's own metered AWS calls cost. */
export function watchingApi({ workspace, host }: ApiContext): ApiPart<'watching.get'> {
  return {
    async 'watching.get'() {
      const { store, file } = workspace();
      const month = monthOf(dayOf(host.now()));
      const rows = await store.watching(month);
      return {
        month,
        usd: totalOf(rows),
        capUsd: file.current().settings.watchingCapUsd,
        lastScanUsd: lastScan(rows),
        operations: byOperation(rows),
      };
    },
  };
}

function totalOf(rows: readonly WatchingRow[]): string {
  return addUsd(...rows.map((row) => row.usd));
}

function lastScan(rows: readonly WatchingRow[]): string | null {
  const newest = rows.reduce<WatchingRow | null>(
    (last, row) => (last === null || row.at > last.at ? row : last),
    null,
  );
  return newest === null ? null : totalOf(rows.filter((row) => row.scanId === newest.scanId));
}

function byOperation(rows: readonly WatchingRow[]): WatchingAnswer['operations'] {
  const operations = [...new Set(rows.map((row) => row.operation))].sort();
  return operations.map((operation) => {
    const own = rows.filter((row) => row.operation === operation);
    return {
      operation,
      calls: own.reduce((sum, row) => sum + row.calls, 0),
      units: own.reduce((sum, row) => sum + row.units, 0),
      usd: totalOf(own),
    };
  });
}
