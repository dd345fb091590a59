import type { Connection } from '../../../shared/api/answers.ts';
import { Empty } from '../../components/states.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { ConnectionActions } from './connection-actions.tsx';
import { credentialsInWords } from './connection-input.ts';

/** The connections of the workspace, each with its test and removal. */
export function ConnectionsTable({ connections }: { readonly connections: readonly Connection[] }) {
  return (
    <DataTable
      id="connections"
      title="Connections"
      description="Read-only: Assay never changes an account, and keeps no credentials"
      columns={COLUMNS}
      rows={connections}
      trackBy={({ id }) => id}
      empty={
        <Empty title="No connection yet">
          An account is read through a profile of this machine. Add one below.
        </Empty>
      }
    />
  );
}

const COLUMNS: readonly Column<Connection>[] = [
  {
    id: 'label',
    header: 'Connection',
    cell: ({ label }) => label,
    csv: ({ label }) => label,
    sort: ({ label }) => label,
    width: 140,
  },
  {
    id: 'account',
    header: 'Account',
    cell: ({ accountId }) => accountId ?? 'not tested yet',
    csv: ({ accountId }) => accountId,
    width: 140,
  },
  {
    id: 'credentials',
    header: 'Credentials',
    cell: (connection) => (
      <span title={credentialsInWords(connection)}>{credentialsInWords(connection)}</span>
    ),
    csv: credentialsInWords,
    width: 220,
  },
  {
    id: 'regions',
    header: 'Regions',
    cell: ({ regions }) => <span title={regions.join(', ')}>{regions.join(', ')}</span>,
    csv: ({ regions }) => regions.join(' '),
    width: 200,
  },
  {
    id: 'actions',
    header: 'Actions',
    cell: (connection) => <ConnectionActions connection={connection} />,
    csv: () => '',
    width: 280,
  },
];
