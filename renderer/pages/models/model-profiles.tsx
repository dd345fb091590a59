import type { ProfileRow } from '../../../shared/api/answers.ts';
import { RegionList } from '../../components/region-name.tsx';
import { Empty } from '../../components/states.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { exactCount } from '../../format.ts';
import { profileKind } from './filter-models.ts';

/** The profiles over a model: where each may be called and where its calls may go. */
export function ModelProfiles({ profiles }: { readonly profiles: readonly ProfileRow[] }) {
  return (
    <DataTable
      id="model-profiles"
      title="Inference profiles"
      variant="embedded"
      columns={COLUMNS}
      rows={profiles}
      trackBy={({ profileId, evidence }) => `${profileId} ${evidence.accountId}`}
      empty={
        <Empty title="No profile over it">It is called under its own id, Region by Region.</Empty>
      }
    />
  );
}

const COLUMNS: readonly Column<ProfileRow>[] = [
  {
    id: 'name',
    header: 'Profile',
    cell: ({ profileId, name, type }) => (
      <span title={profileId}>{type === 'APPLICATION' ? name : profileId}</span>
    ),
    csv: ({ profileId }) => profileId,
    sort: ({ profileId }) => profileId,
    width: 180,
    grow: 1,
  },
  {
    id: 'kind',
    header: 'Kind',
    cell: (row) => `${profileKind(row)}, ${row.scope}`,
    csv: (row) => `${profileKind(row)} ${row.scope}`,
    sort: (row) => `${profileKind(row)} ${row.scope}`,
    width: 190,
  },
  {
    id: 'sources',
    header: 'Called in',
    cell: ({ sourceRegions }) => <RegionList regions={sourceRegions} />,
    csv: ({ sourceRegions }) => sourceRegions.join(' '),
    sort: ({ sourceRegions }) => sourceRegions.length,
    width: 130,
    grow: 1,
  },
  {
    id: 'destinations',
    header: 'May go to',
    cell: ({ destinationRegions }) => <RegionList regions={destinationRegions} />,
    csv: ({ destinationRegions }) => destinationRegions.join(' '),
    sort: ({ destinationRegions }) => destinationRegions.length,
    width: 130,
    grow: 1,
  },
  {
    id: 'calls',
    header: 'Calls',
    cell: ({ calls }) => exactCount(calls),
    csv: ({ calls }) => calls,
    sort: ({ calls }) => calls,
    align: 'end',
    width: 84,
  },
];
