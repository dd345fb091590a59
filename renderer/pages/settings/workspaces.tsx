import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { WorkspaceRef } from '../../../shared/api/answers.ts';
import { useNotices } from '../../components/notices.tsx';
import { Empty, Failed } from '../../components/states.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { useAnswer } from '../../queries/use-answer.ts';
import { useCall } from '../../queries/use-call.ts';
import { useWorkspace } from '../../workspace.ts';
import { FolderForm } from './folder-form.tsx';

/** The workspaces of this machine, and the way to open or make another. */
export function WorkspacesSection() {
  const workspace = useWorkspace();
  const { notify } = useNotices();
  const workspaces = useAnswer('workspace.list', {});
  const open = useCall('workspace.open', { changes: 'all' });
  const demo = useCall('workspace.open-demo', { changes: 'all' });
  const onError = ({ message }: Error) =>
    notify({ type: 'error', header: 'The workspace was not opened', content: message });
  const go = (ref: WorkspaceRef) =>
    ref.demo ? demo.mutate({}, { onError }) : open.mutate({ folder: ref.folder }, { onError });
  const busy = open.isPending || demo.isPending;
  return (
    <SpaceBetween size="l">
      {workspaces.error === null ? (
        <DataTable
          id="workspaces"
          title="Workspaces"
          columns={columnsWith(go, busy)}
          rows={workspaces.data ?? []}
          trackBy={({ folder }) => folder}
          loading={workspaces.isPending}
          actions={
            workspace.demo ? null : (
              <Button loading={demo.isPending} onClick={() => demo.mutate({}, { onError })}>
                Open the demo
              </Button>
            )
          }
          empty={<Empty title="No workspaces">Every workspace opened here is listed.</Empty>}
        />
      ) : (
        <Failed
          what="Workspaces"
          error={workspaces.error}
          onRetry={() => void workspaces.refetch()}
        />
      )}
      <Container header={<Header variant="h2">Open or make a workspace</Header>}>
        <FolderForm
          label="Folder"
          description="It is made if it does not exist. Everything Assay knows of one organisation is kept in it."
          initial=""
          action="Open"
          busy={open.isPending}
          error={open.error?.message}
          onSubmit={(folder) => open.mutate({ folder })}
        />
      </Container>
    </SpaceBetween>
  );
}

function columnsWith(
  go: (ref: WorkspaceRef) => void,
  busy: boolean,
): readonly Column<WorkspaceRef>[] {
  return [
    {
      id: 'name',
      header: 'Workspace',
      cell: ({ name }) => name,
      csv: ({ name }) => name,
      sort: ({ name }) => name,
      width: 220,
    },
    {
      id: 'folder',
      header: 'Folder',
      cell: ({ folder }) => <span title={folder}>{folder}</span>,
      csv: ({ folder }) => folder,
      sort: ({ folder }) => folder,
      width: 480,
    },
    {
      id: 'open',
      header: 'State',
      cell: (ref) =>
        ref.open ? (
          <StatusIndicator type="success">open</StatusIndicator>
        ) : (
          <Button
            variant="inline-link"
            disabled={busy}
            onClick={() => go(ref)}
            ariaLabel={`Open ${ref.name}`}
          >
            Open
          </Button>
        ),
      csv: ({ open }) => (open ? 'open' : ''),
      width: 120,
    },
  ];
}
