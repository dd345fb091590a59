import AppLayout from '@cloudscape-design/components/app-layout';
import SpaceBetween from '@cloudscape-design/components/space-between';
import SplitPanel from '@cloudscape-design/components/split-panel';
import { lazy, Suspense, useState } from 'react';
import { useDetailsFrame } from '../components/details-panel.tsx';
import { useStored } from '../components/use-stored.ts';
import { DemoBand } from './demo-band.tsx';
import { Messages } from './messages.tsx';
import type { Overlay } from './overlay.ts';
import { PageOutlet } from './page-outlet.tsx';
import { PeriodNotice } from './period-notice.tsx';
import { ScanFailureNotice } from './scan-failure-notice.tsx';
import { Navigation } from './side-navigation.tsx';
import { TopBar } from './top-bar.tsx';
import { useFrameKeys } from './use-frame-keys.ts';

const CommandPalette = lazy(() =>
  import('./command-palette.tsx').then((module) => ({ default: module.CommandPalette })),
);
const HelpModal = lazy(() =>
  import('./help-modal.tsx').then((module) => ({ default: module.HelpModal })),
);
const PeriodModal = lazy(() =>
  import('./period-modal.tsx').then((module) => ({ default: module.PeriodModal })),
);

/** The frame: top bar, navigation, messages, page, details panel, and what opens above them. */
export function Layout() {
  const [overlay, setOverlay] = useState<Overlay>(null);
  const close = () => setOverlay(null);
  useFrameKeys(setOverlay);
  return (
    <>
      <div id="top-bar">
        <TopBar onOpen={setOverlay} />
      </div>
      <Body />
      <Suspense fallback={null}>
        {overlay === 'palette' ? <CommandPalette onClose={close} onOpen={setOverlay} /> : null}
        {overlay === 'help' ? <HelpModal onClose={close} /> : null}
        {overlay === 'period' ? <PeriodModal onClose={close} /> : null}
      </Suspense>
    </>
  );
}

function Body() {
  const { details, setHost } = useDetailsFrame();
  const [navigationOpen, setNavigationOpen] = useStored('assay-navigation', true, parseFlag);
  const [position, setPosition] = useStored('assay-details-place', 'side', parsePlace);
  return (
    <AppLayout
      headerSelector="#top-bar"
      navigation={<Navigation />}
      navigationWidth={224}
      navigationOpen={navigationOpen}
      onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
      toolsHide
      contentType="dashboard"
      maxContentWidth={Number.MAX_VALUE}
      minContentWidth={0}
      notifications={<Messages />}
      content={
        <div className="whole-words">
          <SpaceBetween size="m">
            <DemoBand />
            <PeriodNotice />
            <ScanFailureNotice />
            <PageOutlet />
          </SpaceBetween>
        </div>
      }
      splitPanelOpen={details !== null}
      splitPanelPreferences={{ position }}
      onSplitPanelPreferencesChange={({ detail }) => setPosition(detail.position)}
      onSplitPanelToggle={({ detail }) => {
        if (!detail.open) details?.close();
      }}
      splitPanel={
        details === null ? null : (
          <SplitPanel header={details.title} closeBehavior="hide">
            <div ref={setHost} className="whole-words" />
          </SplitPanel>
        )
      }
      ariaLabels={{
        navigation: 'Pages',
        navigationClose: 'Close the navigation',
        navigationToggle: 'Open the navigation',
        notifications: 'Messages',
      }}
    />
  );
}

function parseFlag(stored: unknown): boolean | null {
  return typeof stored === 'boolean' ? stored : null;
}

function parsePlace(stored: unknown): 'side' | 'bottom' | null {
  return stored === 'side' || stored === 'bottom' ? stored : null;
}
