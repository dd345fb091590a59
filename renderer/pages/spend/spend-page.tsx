import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { Suspense } from 'react';
import { PageHeader } from '../../components/page-header.tsx';
import { ScanButton } from '../../components/scan-button.tsx';
import { Loading } from '../../components/states.tsx';
import { choiceFilter, useFilters } from '../../filters.ts';
import { navigate, useLocation } from '../../navigation.ts';
import { addressNotice } from './address-notice.ts';
import { FiltersNotice } from './filters-notice.tsx';
import { tabAddress } from './tab-address.ts';
import { SPEND_TAB_IDS, type SpendTabId, spendTabs } from './tabs.ts';

const TAB_HEIGHT = 400;

const pageFilters = { tab: choiceFilter('tab', SPEND_TAB_IDS, 'cost') } as const;

/** What Amazon Bedrock costs: how much and why, whether the bill agrees, what comes, who pays. */
export function SpendPage() {
  const [{ tab }] = useFilters(pageFilters);
  const notice = addressNotice(useLocation().search);
  return (
    <SpaceBetween size="m">
      <PageHeader title="Spend" description={spendTabs[tab].question} actions={<ScanButton />} />
      {notice === null ? null : <Alert type="warning">{notice}</Alert>}
      <Tabs
        activeTabId={tab}
        onChange={({ detail }) => navigate(tabAddress(detail.activeTabId, window.location.search))}
        ariaLabel="Questions about spend"
        tabs={SPEND_TAB_IDS.map((id) => ({
          id,
          label: spendTabs[id].label,
          content: id === tab ? <ShownTab id={id} /> : null,
        }))}
      />
    </SpaceBetween>
  );
}

function ShownTab({ id }: { readonly id: SpendTabId }) {
  const { label, narrowedBy, component: Shown } = spendTabs[id];
  return (
    <Suspense fallback={<Loading label={label} height={TAB_HEIGHT} />}>
      <SpaceBetween size="m">
        <FiltersNotice narrowedBy={narrowedBy} />
        <Shown />
      </SpaceBetween>
    </Suspense>
  );
}
