import './models.css';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { useMemo } from 'react';
import type { ModelsInventory } from '../../../shared/api/answers.ts';
import { modelLabel } from '../../../shared/model/model-label.ts';
import { DetailsPanel } from '../../components/details-panel.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ScanButton } from '../../components/scan-button.tsx';
import { Failed } from '../../components/states.tsx';
import { When } from '../../components/when.tsx';
import { useFilters } from '../../filters.ts';
import { NamesProvider } from '../../inventory/fact-values.tsx';
import { ViewTable } from '../../inventory/view-table.tsx';
import { useAnswer } from '../../queries/use-answer.ts';
import { FoundationView } from './foundation-view.tsx';
import {
  EVERY_MODEL,
  MODEL_VIEWS,
  type ModelView,
  type ModelViewProps,
  modelFilters,
} from './model-filters.ts';
import { ModelPanel } from './model-panel.tsx';
import { headline, NOTHING_YET } from './model-words.ts';
import { OwnModelHead } from './own-model-head.tsx';
import { ProfilesView } from './profiles-view.tsx';
import { RESOURCE_VIEWS } from './resource-views.ts';

const LABELS: Readonly<Record<ModelView, string>> = {
  foundation: 'Foundation models',
  profiles: 'Inference profiles',
  own: 'Custom & imported',
  capacity: 'Capacity',
};

/** Every model of the organisation: what is called, how long it lasts, what it costs, who may use it. */
export function ModelsPage() {
  const [values, update] = useFilters(modelFilters);
  const inventory = useAnswer('models.inventory', {});
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Models"
        description={
          inventory.data === undefined ? NOTHING_YET : <Answer inventory={inventory.data} />
        }
        actions={<ScanButton />}
      />
      {inventory.error !== null ? (
        <Failed what="Models" error={inventory.error} onRetry={() => void inventory.refetch()} />
      ) : null}
      <Tabs
        ariaLabel="Models and what makes and serves them"
        activeTabId={values.view}
        onChange={({ detail }) => {
          const view = MODEL_VIEWS.find((id) => id === detail.activeTabId);
          if (view !== undefined) update({ ...EVERY_MODEL, view });
        }}
        tabs={MODEL_VIEWS.map((id) => ({
          id,
          label: LABELS[id],
          content:
            id === values.view ? (
              <ShownView inventory={inventory.data} values={values} update={update} />
            ) : null,
        }))}
      />
    </SpaceBetween>
  );
}

function Answer({ inventory }: { readonly inventory: ModelsInventory }) {
  if (inventory.takenAt === null) return <>{headline(inventory)} Nothing was scanned yet.</>;
  return (
    <>
      {headline(inventory)} Read <When at={inventory.takenAt} as="ago" />.
    </>
  );
}

interface ShownViewProps extends ModelViewProps {
  readonly inventory: ModelsInventory | undefined;
}

function ShownView({ inventory, values, update }: ShownViewProps) {
  const { view, entryId } = values;
  if (view === 'profiles') return <ProfilesView values={values} update={update} />;
  if (view === 'foundation') {
    const open = inventory?.models.find(({ modelId }) => modelId === entryId);
    return (
      <>
        <FoundationView inventory={inventory} values={values} update={update} />
        {entryId === '' ? null : (
          <DetailsPanel
            title={open?.label ?? modelLabel(entryId)}
            onClose={() => update({ entryId: '' })}
          >
            <ModelPanel key={entryId} modelId={entryId} />
          </DetailsPanel>
        )}
      </>
    );
  }
  return <ResourceView key={view} view={view} {...{ inventory, values, update }} />;
}

interface ResourceViewProps extends ShownViewProps {
  readonly view: keyof typeof RESOURCE_VIEWS;
}

function ResourceView({ view, inventory, values, update }: ResourceViewProps) {
  const models = inventory?.models;
  const names = useMemo(
    () => new Map((models ?? []).map(({ modelId, label }) => [modelId, label])),
    [models],
  );
  const head = ({ awsId }: { readonly awsId: string }) => <OwnModelHead modelId={awsId} />;
  return (
    <NamesProvider value={names}>
      <ViewTable
        id={view}
        view={RESOURCE_VIEWS[view]}
        values={values}
        update={update}
        {...(view === 'own' ? { head } : {})}
      />
    </NamesProvider>
  );
}
