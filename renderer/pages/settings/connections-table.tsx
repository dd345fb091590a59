import type { Connection } from '../../../shared/api/answers.ts';
import { Breakable } from '../../components/breakable.tsx';
import { RegionCodes } from '../../components/region-name.tsx';
import { Empty } from '../../components/states.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { useWorkspace } from '../../workspace.ts';
import { ConnectionActions, type TestedConnection } from './connection-actions.tsx';
import { accountTitle, accountWords, credentialsInWords } from './connection-input.ts';

interface ConnectionsTableProps {
  readonly connections: readonly Connection[];
  readonly onChange: (connection: Connection) => void;
  readonly onTested: (tested: TestedConnection) => void;
}

/** The connections of the workspace, each with its test, change and removal. */
export function ConnectionsTable(props: ConnectionsTableProps) {
  const { connections } = props;
  const { demo } = useWorkspace();
  return (
    <DataTable
      id="connections"
      wrap
      title="Connections"
      description="Read-only: Assay never changes an account, and keeps no credentials"
      columns={columnsWith(props, demo)}
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

function columnsWith(
  { onChange, onTested }: ConnectionsTableProps,
  demo: boolean,
): readonly Column<Connection>[] {
  const credentials = (connection: Connection) => credentialsInWords(connection, demo);
  return [
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
      header: 'Accounts',
      cell: (connection) => (
        <span title={accountTitle(connection)}>{accountWords(connection)}</span>
      ),
      csv: accountWords,
      width: 140,
    },
    {
      id: 'credentials',
      header: 'Credentials',
      cell: (connection) => (
        <span title={credentials(connection)}>
          <Breakable text={credentials(connection)} />
        </span>
      ),
      csv: credentials,
      width: 220,
    },
    {
      id: 'regions',
      header: 'Regions',
      cell: ({ regions }) => (
        <span title={regions.join(', ')}>
          <RegionCodes regions={regions} />
        </span>
      ),
      csv: ({ regions }) => regions.join(' '),
      width: 200,
    },
    {
      id: 'actions',
      header: 'Actions',
      cell: (connection) => (
        <ConnectionActions
          connection={connection}
          onChange={() => onChange(connection)}
          onTested={onTested}
        />
      ),
      csv: () => '',
      width: 280,
    },
  ];
}
