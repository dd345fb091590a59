import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Tabs from '@cloudscape-design/components/tabs';
import { useState } from 'react';
import type { ModelDetail } from '../../../shared/api/answers.ts';
import { PageLink } from '../../components/page-link.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { exactCount } from '../../format.ts';
import { useAnswer } from '../../queries/use-answer.ts';
import { ModelAccounts } from './model-accounts.tsx';
import { ModelCallers } from './model-callers.tsx';
import { ModelEvidence } from './model-evidence.tsx';
import { ModelPrices } from './model-prices.tsx';
import { ModelProfiles } from './model-profiles.tsx';
import { ModelRelated } from './model-related.tsx';
import { ModelSummary } from './model-summary.tsx';
import { lifecycleWords, lifeStage } from './model-words.ts';
import { useApproval } from './use-approval.ts';

/** All that is known of one model, asked for when it is opened. */
export function ModelPanel({ modelId }: { readonly modelId: string }) {
  const answer = useAnswer('models.detail', { modelId });
  if (answer.error !== null) {
    return <Failed what="The model" error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (answer.data === undefined) return <Loading label="model" height={360} />;
  return <ModelTabs detail={answer.data} />;
}

function ModelTabs({ detail }: { readonly detail: ModelDetail }) {
  const [tab, setTab] = useState('summary');
  const { model, prices, profiles, relatedTotal, priceTotal } = detail;
  const foundation = model.nature === 'foundation';
  const counted = (label: string, count: number) => `${label} (${exactCount(count)})`;
  const tabs = [
    { id: 'summary', label: 'Summary', content: <ModelSummary detail={detail} /> },
    {
      id: 'callers',
      label: counted('Callers', model.use.callerCount),
      content: <ModelCallers detail={detail} />,
    },
    ...(foundation || prices.length > 0
      ? [
          {
            id: 'prices',
            label: counted('Prices', priceTotal),
            content: <ModelPrices detail={detail} />,
          },
          {
            id: 'profiles',
            label: counted('Profiles', profiles.length),
            content: <ModelProfiles profiles={profiles} />,
          },
          { id: 'accounts', label: 'Access', content: <ModelAccounts detail={detail} /> },
        ]
      : []),
    {
      id: 'related',
      label: counted('Jobs, capacity', relatedTotal),
      content: <ModelRelated detail={detail} />,
    },
    { id: 'evidence', label: 'Evidence', content: <ModelEvidence detail={detail} /> },
  ];
  return (
    <SpaceBetween size="m">
      <Actions detail={detail} />
      <LifeAlert detail={detail} />
      <Tabs
        ariaLabel="About the model"
        activeTabId={tab}
        onChange={({ detail: chosen }) => setTab(chosen.activeTabId)}
        tabs={tabs}
      />
    </SpaceBetween>
  );
}

function Actions({ detail: { model } }: { readonly detail: ModelDetail }) {
  const approve = useApproval();
  const { modelId, approved, label } = model;
  return (
    <SpaceBetween direction="horizontal" size="m" alignItems="center">
      <StatusIndicator type={approved ? 'success' : 'stopped'}>
        {approved ? 'approved' : 'not approved'}
      </StatusIndicator>
      <Button
        variant={approved ? 'normal' : 'primary'}
        ariaLabel={approved ? `Disapprove ${label}` : `Approve ${label}`}
        onClick={() => approve(model, !approved)}
      >
        {approved ? 'Disapprove' : 'Approve'}
      </Button>
      <PageLink to="/spend" query={{ model: modelId, groupBy: 'principal' }}>
        Spend
      </PageLink>
      <PageLink to="/audit" query={{ model: modelId }}>
        Events
      </PageLink>
      <PageLink to="/access" query={{ tab: 'who-can', model: modelId }}>
        Who can
      </PageLink>
      <PageLink to="/findings" query={{ text: modelId, status: 'fail,unknown,pass' }}>
        Findings
      </PageLink>
    </SpaceBetween>
  );
}

function LifeAlert({ detail: { model } }: { readonly detail: ModelDetail }) {
  const stage = lifeStage(model);
  if ((stage !== 'ending' && stage !== 'ended') || model.use.calls === 0) return null;
  return (
    <Alert type={stage === 'ended' ? 'error' : 'warning'}>
      {model.label} {lifecycleWords(model)} and was called {exactCount(model.use.calls)} times in
      the last 30 days. Move its callers to another model.
    </Alert>
  );
}
