import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { CoverageSummary } from '../../../shared/api/answers.ts';
import { COVERAGE_STATES } from '../../../shared/api/coverage.ts';
import { unwrap } from '../../../shared/api/result.ts';
import { PropertyBar } from '../../components/property-bar.tsx';
import { Empty, Failed } from '../../components/states.tsx';
import { ExportProgress } from '../../components/table/export-progress.tsx';
import { PagedTable, SERVER_PAGE_ROWS } from '../../components/table/paged-table.tsx';
import { usePagedExport } from '../../components/table/use-paged-export.ts';
import { countOf } from '../../format.ts';
import { usePageApi } from '../../queries/page-api.ts';
import { useAnswer } from '../../queries/use-answer.ts';
import { useWorkspace } from '../../workspace.ts';
import { READING_COLUMNS } from './reading-columns.tsx';
import type { SettingsValues, UpdateSettings } from './settings-filters.ts';

interface CoverageReadingsProps {
  readonly summary: CoverageSummary;
  readonly description: string;
  readonly actions: ReactNode;
  readonly values: SettingsValues;
  readonly update: UpdateSettings;
}

/** Every reading in its account and Region, worst first, with what is missing and why. */
export function CoverageReadings(props: CoverageReadingsProps) {
  const { values, update, description, actions } = props;
  const { call } = usePageApi();
  const filter = {
    names: [...values.names],
    accounts: [...values.accounts],
    regions: [...values.regions],
    states: [...values.states],
  };
  const page = { filter, offset: values.coverageOffset, limit: SERVER_PAGE_ROWS };
  const readings = useAnswer('coverage.list', page, { keepPrevious: true });
  const exporting = usePagedExport({
    fileName: 'assay-coverage',
    title: 'Coverage',
    noun: 'reading',
    columns: READING_COLUMNS,
  });
  if (readings.error !== null) {
    const retry = () => void readings.refetch();
    return <Failed what="Coverage" error={readings.error} onRetry={retry} />;
  }
  const total = readings.data?.total ?? 0;
  return (
    <SpaceBetween size="s">
      <ExportProgress {...exporting} />
      <ReadingsFilter {...props} total={total} />
      <PagedTable
        id="coverage"
        wrap
        title="Coverage"
        main
        description={description}
        actions={actions}
        columns={READING_COLUMNS}
        rows={readings.data?.rows ?? []}
        total={total}
        trackBy={({ kind, name, accountId, region }) => `${kind}/${name}/${accountId}/${region}`}
        loading={readings.isPending}
        offset={values.coverageOffset}
        onOffset={(coverageOffset) => update({ coverageOffset })}
        exporting={exporting.progress !== null}
        onExport={(format) =>
          exporting.start(format, async (offset, limit) =>
            unwrap(await call('coverage.list', { filter, offset, limit })),
          )
        }
        empty={<Empty title="No reading matches" />}
      />
    </SpaceBetween>
  );
}

function ReadingsFilter({
  summary,
  values,
  update,
  total,
}: CoverageReadingsProps & { readonly total: number }) {
  const { connections } = useWorkspace();
  const { names, accounts, regions, states } = values;
  const known = connections.flatMap(({ accountId, organization }) => [
    ...(accountId === null ? [] : [{ accountId, name: undefined }]),
    ...(organization?.accounts ?? []),
  ]);
  return (
    <PropertyBar
      label="Filter readings"
      placeholder="Filter by outcome, dataset, account or Region"
      query={{ lists: { names, accounts, regions, states }, text: '' }}
      countText={countOf(total, 'reading')}
      properties={[
        {
          key: 'states',
          label: 'Outcome',
          plural: 'Outcomes',
          options: COVERAGE_STATES.map((value) => ({ value })),
        },
        {
          key: 'names',
          label: 'Dataset',
          plural: 'Datasets',
          options: summary.groups.map(({ name }) => ({ value: name })),
        },
        {
          key: 'accounts',
          label: 'Account',
          plural: 'Accounts',
          options: [...new Set(known.map(({ accountId }) => accountId))].map((value) => ({
            value,
          })),
        },
        {
          key: 'regions',
          label: 'Region',
          plural: 'Regions',
          options: [
            ...new Set(['global', ...connections.flatMap((connection) => connection.regions)]),
          ].map((value) => ({ value })),
        },
      ]}
      onChange={({ lists, text }) =>
        update({
          names: namedBy(lists.names ?? [], text, summary),
          accounts: lists.accounts ?? [],
          regions: lists.regions ?? [],
          states: COVERAGE_STATES.filter((state) => lists.states?.includes(state)),
          coverageOffset: 0,
        })
      }
    />
  );
}

/** Text means datasets whose name has it. */
function namedBy(
  names: readonly string[],
  text: string,
  { groups }: CoverageSummary,
): readonly string[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return names;
  const found = groups.flatMap(({ name }) => (name.toLowerCase().includes(wanted) ? [name] : []));
  return [...new Set([...names, ...found])].slice(0, 100);
}
