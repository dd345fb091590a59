import './settings.css';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import type { ReactNode } from 'react';
import { PageHeader } from '../../components/page-header.tsx';
import { useFilters } from '../../filters.ts';
import { ApprovedRegions } from './approved-regions.tsx';
import { ConnectionsTab } from './connections-tab.tsx';
import { CoverageTab } from './coverage-tab.tsx';
import { LogsTab } from './logs-tab.tsx';
import { ModelsTab } from './models-tab.tsx';
import { PolicyTab } from './policy-tab.tsx';
import { PrivacyTab } from './privacy-tab.tsx';
import { FRESH_TAB, SETTINGS_TABS, type SettingsTab, settingsFilters } from './settings-filters.ts';
import { SettingsSummary } from './settings-summary.tsx';
import { SourcesTab } from './sources-tab.tsx';
import { WorkspaceTab } from './workspace-tab.tsx';

const LABELS: Readonly<Record<SettingsTab, string>> = {
  connections: 'Connections',
  sources: 'Sources',
  logs: 'Log files',
  models: 'Approvals',
  privacy: 'Privacy',
  coverage: 'Coverage',
  policy: 'Policy',
  workspace: 'Workspace',
};

/** What Assay reads, as whom, how far, at which cost, and what it keeps. */
export function SettingsPage() {
  const [values, update] = useFilters(settingsFilters);
  const contents: Readonly<Record<SettingsTab, ReactNode>> = {
    connections: <ConnectionsTab />,
    sources: <SourcesTab />,
    logs: <LogsTab values={values} update={update} />,
    models: (
      <SpaceBetween size="l">
        <ApprovedRegions />
        <ModelsTab />
      </SpaceBetween>
    ),
    privacy: <PrivacyTab />,
    coverage: <CoverageTab values={values} update={update} />,
    policy: <PolicyTab />,
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
          if (tab !== undefined) update({ ...FRESH_TAB, tab });
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
