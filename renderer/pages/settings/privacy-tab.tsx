import SpaceBetween from '@cloudscape-design/components/space-between';
import { KeepBodies } from './keep-bodies.tsx';
import { PrivacySection } from './privacy.tsx';

/** What is kept, where it lies, and what never is. */
export function PrivacyTab() {
  return (
    <SpaceBetween size="l">
      <KeepBodies />
      <PrivacySection />
    </SpaceBetween>
  );
}
