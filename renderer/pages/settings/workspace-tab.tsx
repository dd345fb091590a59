import SpaceBetween from '@cloudscape-design/components/space-between';
import { AppearanceSection } from './appearance.tsx';
import { WorkspacesSection } from './workspaces.tsx';

/** The workspaces of this machine, and how Assay looks. */
export function WorkspaceTab() {
  return (
    <SpaceBetween size="l">
      <WorkspacesSection />
      <AppearanceSection />
    </SpaceBetween>
  );
}
