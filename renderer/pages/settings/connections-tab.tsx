import SpaceBetween from '@cloudscape-design/components/space-between';
import { useWorkspace } from '../../workspace.ts';
import { AddConnection } from './add-connection.tsx';
import { ConnectionsTable } from './connections-table.tsx';
import { NewWorkspace } from './new-workspace.tsx';

/** Where Assay reads from, how to add another account, and what it must be allowed to do. */
export function ConnectionsTab() {
  const workspace = useWorkspace();
  return (
    <SpaceBetween size="l">
      <ConnectionsTable connections={workspace.connections} />
      {workspace.demo ? <NewWorkspace /> : <AddConnection key={workspace.folder} />}
    </SpaceBetween>
  );
}
