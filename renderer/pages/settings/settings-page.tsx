import './settings.css';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import type { ReactNode } from 'react';
import { PageHeader } from '../../components/page-header.tsx';
import { useFilters } from '../../filters.ts';
import { ConnectionsTab } from './connections-tab.tsx';
import { CoverageTab } from './coverage-tab.tsx';
import { LogsTab } from './logs-tab.tsx';
import { ModelsTab } from './models-tab.tsx';
import { SETTINGS_TABS, type SettingsTab, settingsFilters } from './settings-filters.ts';
import { SettingsSummary } from './settings-summary.tsx';
import { WatchingTab } from './watching-tab.tsx';
import { WorkspaceTab } from './workspace-tab.tsx';

const LABELS: Readonly<Record<SettingsTab, string>> = {
  connections: 'Connections',
  logs: 'Log files',
  models: 'Approved models',
  watching: 'Cost of watching',
  coverage: 'Coverage',
  workspace: 'Workspace and privacy',
};

/** What Assay reads, as whom, how far, at which cost, and what it keeps. */
export function SettingsPage() {
  const [values, update] = useFilters(settingsFilters);
  const contents: Readonly<Record<SettingsTab, ReactNode>> = {
    connections: <ConnectionsTab />,
    logs: <LogsTab values={values} update={update} />,
    models: <ModelsTab />,
    watching: <WatchingTab />,
    coverage: <CoverageTab />,
    workspace: <WorkspaceTab />,
  };
  return (
    <SpaceBetween size="l">
      <PageHeader title="Settings" description={<SettingsSummary />} />
      <Tabs
        ariaLabel="Settings"
        activeTabId={values.tab}
        onChange={({ detail }) => {
          const tab = SETTINGS_TABS.find((each) => each === detail.activeTabId);
          if (tab !== undefined) update({ tab, fileOffset: 0 });
        }}
        tabs={SETTINGS_TABS.map((id) => ({
          id,
          label: LABELS[id],
          content: id === values.tab ? contents[id] : null,
        }))}
      />
    </SpaceBetween>
  );
}
