import SpaceBetween from '@cloudscape-design/components/space-between';
import { AppearanceSection } from './appearance.tsx';
import { PrivacySection } from './privacy.tsx';
import { WorkspacesSection } from './workspaces.tsx';

/** Where everything is kept, what is kept, and how Assay looks. */
export function WorkspaceTab() {
  return (
    <SpaceBetween size="l">
      <WorkspacesSection />
      <PrivacySection />
      <AppearanceSection />
    </SpaceBetween>
  );
}
