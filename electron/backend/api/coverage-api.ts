import { type CoverageRow, coverageSummary, filterCoverage } from '../../../shared/api/coverage.ts';
import type { OpenWorkspace } from '../workspace/open-workspace.ts';
import type { ApiContext, ApiPart } from './context.ts';
import { currentPlaces } from './current-places.ts';

/** What was read where, and what was not. */
export function coverageApi({
  workspace,
}: ApiContext): ApiPart<'coverage.summary' | 'coverage.list'> {
  return {
    'coverage.summary': async () => coverageSummary(await coverage(workspace())),
    async 'coverage.list'({ filter = {}, offset, limit }) {
      const rows = filterCoverage(await coverage(workspace()), filter);
      return { rows: rows.slice(offset, offset + limit), total: rows.length };
    },
  };
}

/** Datasets and sources side by side, of the places where the workspace is connected. */
export async function coverage({ store, file }: OpenWorkspace): Promise<readonly CoverageRow[]> {
  const snapshot = await store.latestSnapshot();
  const sources = await store.latestSourceReadings();
  const isCurrent = currentPlaces(file.current().connections, snapshot);
  const datasets = (snapshot?.readings ?? []).map((reading): CoverageRow => {
    const { dataset, accountId, region, outcome, gaps = [], readAt, calls, items } = reading;
    const count = items.length;
    return {
      name: dataset,
      kind: 'dataset',
      accountId,
      region,
      outcome,
      gaps,
      readAt,
      calls,
      items: count,
    };
  });
  return [
    ...datasets,
    ...sources.map(
      ({ source, gaps = [], ...reading }): CoverageRow => ({
        ...reading,
        name: source,
        kind: 'source',
        gaps,
      }),
    ),
  ].filter(isCurrent);
}
