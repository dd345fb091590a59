import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { PageLink } from '../../components/page-link.tsx';
import { useWorkspace } from '../../workspace.ts';
import type { TestedConnection } from './connection-actions.tsx';
import { ConnectionFormPanel } from './connection-form-panel.tsx';
import { ConnectionTestResult } from './connection-test-result.tsx';
import { ConnectionsTable } from './connections-table.tsx';
import { NewWorkspace } from './new-workspace.tsx';

/** Where Assay reads from, and the form to add an account or organisation, or to change one. */
export function ConnectionsTab() {
  const workspace = useWorkspace();
  const [changedId, setChangedId] = useState<string | null>(null);
  const [tested, setTested] = useState<TestedConnection | null>(null);
  const changed = workspace.connections.find(({ id }) => id === changedId) ?? null;
  return (
    <SpaceBetween size="l">
      {tested === null ? null : (
        <ConnectionTestResult identity={tested.identity} error={tested.error} />
      )}
      <ConnectionsTable
        connections={workspace.connections}
        onChange={({ id }) => setChangedId(id)}
        onTested={setTested}
      />
      {workspace.demo ? (
        <NewWorkspace />
      ) : (
        <ConnectionFormPanel
          key={`${workspace.folder} ${changedId}`}
          changed={changed}
          onDone={() => setChangedId(null)}
        />
      )}
      <PageLink to="/settings" query={{ tab: 'policy' }}>
        The read-only policy that Assay needs
      </PageLink>
    </SpaceBetween>
  );
}
