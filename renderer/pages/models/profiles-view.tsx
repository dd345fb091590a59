import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ProfileRow } from '../../../shared/api/answers.ts';
import { DetailsPanel } from '../../components/details-panel.tsx';
import { PropertyBar } from '../../components/property-bar.tsx';
import { ReadingNotes } from '../../components/reading-notes.tsx';
import { lackNotes } from '../../components/reading-words.ts';
import { RegionList } from '../../components/region-name.tsx';
import { Empty, Failed } from '../../components/states.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { Tokens } from '../../components/tokens.tsx';
import { countOf } from '../../format.ts';
import { useAnswer } from '../../queries/use-answer.ts';
import { filterProfiles, profileEntryId, profileKind, tagTexts } from './filter-models.ts';
import { distinct } from './foundation-view.tsx';
import { EVERY_MODEL, type ModelViewProps } from './model-filters.ts';
import { NOTHING_YET } from './model-words.ts';
import { ProfileDetails } from './profile-details.tsx';

/** Inference profiles: where each may be called, where a call may go, and what is charged to it. */
export function ProfilesView({ values, update }: ModelViewProps) {
  const answer = useAnswer('models.profiles', {});
  if (answer.error !== null) {
    return <Failed what="Profiles" error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const lacking = answer.data?.coverage.lacking ?? [];
  const profiles = answer.data?.profiles ?? [];
  const shown = filterProfiles(profiles, values);
  const open = profiles.find((row) => profileEntryId(row) === values.entryId);
  return (
    <SpaceBetween size="m">
      <ReadingNotes outcomes={lacking} />
      <ProfilesBar profiles={profiles} shown={shown.length} values={values} update={update} />
      <DataTable
        id="models-profiles"
        wrap
        title="Inference profiles"
        description={
          answer.data === undefined
            ? NOTHING_YET
            : `AWS's own profiles once for all accounts; calls since ${answer.data.window.from} (UTC).`
        }
        main
        columns={COLUMNS}
        rows={shown}
        trackBy={profileEntryId}
        loading={answer.isPending}
        notes={lackNotes(lacking)}
        openId={values.entryId}
        onOpen={(row) =>
          update({ entryId: profileEntryId(row) }, { replace: values.entryId !== '' })
        }
        empty={
          profiles.length > 0 ? (
            <Empty
              title="No profile matches"
              action={<Button onClick={() => update(EVERY_MODEL)}>Show all</Button>}
            />
          ) : (
            <Empty title="No inference profile was found">
              Profiles are listed with the Regions that may serve their calls.
            </Empty>
          )
        }
      />
      {open === undefined ? null : (
        <DetailsPanel title={open.name} onClose={() => update({ entryId: '' })}>
          <ProfileDetails key={profileEntryId(open)} row={open} />
        </DetailsPanel>
      )}
    </SpaceBetween>
  );
}

interface ProfilesBarProps extends ModelViewProps {
  readonly profiles: readonly ProfileRow[];
  readonly shown: number;
}

function ProfilesBar({ profiles, shown, values, update }: ProfilesBarProps) {
  const { kinds, scopes, accounts, regions, text } = values;
  return (
    <PropertyBar
      label="Filter profiles"
      placeholder="Filter by kind, scope, account, Region, or any text: a model, a tag"
      query={{ lists: { kinds, scopes, accounts, regions }, text }}
      countText={countOf(shown, 'profile')}
      properties={[
        {
          key: 'kinds',
          label: 'Kind',
          plural: 'Kinds',
          options: distinct(profiles.map(profileKind)),
        },
        {
          key: 'scopes',
          label: 'Scope',
          plural: 'Scopes',
          options: distinct(profiles.map(({ scope }) => scope)),
        },
        {
          key: 'accounts',
          label: 'Account',
          plural: 'Accounts',
          options: distinct(profiles.flatMap(({ accountIds }) => accountIds)),
        },
        {
          key: 'regions',
          label: 'Region',
          plural: 'Regions',
          options: distinct(
            profiles.flatMap((row) => [...row.sourceRegions, ...row.destinationRegions]),
          ),
        },
      ]}
      onChange={({ lists, text: typed }) =>
        update({
          kinds: lists.kinds ?? [],
          scopes: lists.scopes ?? [],
          accounts: lists.accounts ?? [],
          regions: lists.regions ?? [],
          text: typed,
          entryId: '',
        })
      }
    />
  );
}

const COLUMNS: readonly Column<ProfileRow>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: (row) => <span title={`${row.name} (${row.profileId})`}>{shownName(row)}</span>,
    csv: ({ profileId }) => profileId,
    sort: shownName,
    width: 182,
    grow: 1.5,
  },
  {
    id: 'kind',
    header: 'Kind',
    cell: profileKind,
    csv: profileKind,
    sort: profileKind,
    width: 132,
  },
  {
    id: 'scope',
    header: 'Scope',
    cell: ({ scope, geography }) => <span title={scope}>{geography ?? scope}</span>,
    csv: ({ scope }) => scope,
    sort: ({ scope, geography }) => geography ?? scope,
    width: 94,
  },
  {
    id: 'calls',
    header: 'Calls',
    cell: ({ calls }) => <Tokens count={calls} of="calls in 30 days" />,
    csv: ({ calls }) => calls,
    sort: ({ calls }) => calls,
    align: 'end',
    width: 90,
  },
  {
    id: 'destinations',
    header: 'May go to',
    cell: ({ destinationRegions }) => <RegionList regions={destinationRegions} />,
    csv: ({ destinationRegions }) => destinationRegions.join(' '),
    sort: ({ destinationRegions }) => destinationRegions.length,
    width: 152,
    grow: 2,
  },
  {
    id: 'accounts',
    header: 'Accounts',
    cell: ({ accountIds }) => (
      <span title={accountIds.join(', ')}>
        {accountIds.length === 1 ? accountIds[0] : accountIds.length}
      </span>
    ),
    csv: ({ accountIds }) => accountIds.join(' '),
    sort: ({ accountIds }) => accountIds.length,
    align: 'end',
    width: 128,
  },
  {
    id: 'tags',
    header: 'Tags',
    cell: (row) => <List values={tagTexts(row)} />,
    csv: (row) => tagTexts(row).join(' '),
    sort: (row) => tagTexts(row).join(' '),
    width: 154,
    grow: 1.5,
  },
  {
    id: 'model',
    header: 'Model',
    cell: ({ modelLabel, modelId }) => <span title={modelId ?? ''}>{modelLabel}</span>,
    csv: ({ modelId }) => modelId,
    sort: ({ modelLabel }) => modelLabel,
    width: 150,
    shown: false,
  },
  {
    id: 'sources',
    header: 'Called in',
    cell: ({ sourceRegions }) => <RegionList regions={sourceRegions} />,
    csv: ({ sourceRegions }) => sourceRegions.join(' '),
    sort: ({ sourceRegions }) => sourceRegions.length,
    width: 180,
    shown: false,
  },
  {
    id: 'status',
    header: 'Status',
    cell: ({ status }) => status,
    csv: ({ status }) => status,
    sort: ({ status }) => status,
    width: 100,
    shown: false,
  },
];

/** An account's own name for its profile; for AWS's, whose names say it all again, the model. */
function shownName({ type, name, modelLabel }: ProfileRow): string {
  return type === 'APPLICATION' ? name : modelLabel;
}

function List({ values }: { readonly values: readonly string[] }) {
  if (values.length === 0) return <>-</>;
  return <span title={values.join(', ')}>{values.join(', ')}</span>;
}
