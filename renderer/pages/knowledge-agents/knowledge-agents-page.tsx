import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { useMemo } from 'react';
import type { InventoryAnswer } from '../../../shared/api/answers.ts';
import { useNowMs } from '../../clock.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useFilters } from '../../filters.ts';
import { EVERYTHING } from '../../inventory/entry-filters.ts';
import { NamesProvider } from '../../inventory/fact-values.tsx';
import { ViewTable } from '../../inventory/view-table.tsx';
import { useWholeInventories } from '../../queries/use-whole-inventory.ts';
import { headline } from './headline.ts';
import { knowledgeFilters } from './knowledge-filters.ts';
import { VIEW_IDS, VIEWS } from './views.ts';

/** Keeps the room of a sentence. */
const NOT_YET = '\u00a0';

/** What the organisation has built on models: what it may see, as whom it acts, what guards it. */
export function KnowledgeAgentsPage() {
  const [values, update] = useFilters(knowledgeFilters);
  const { agents, bases, guardrails } = useAnswers();
  const nowMs = useNowMs();
  const names = useMemo(() => namesOf(bases, guardrails), [bases, guardrails]);
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Knowledge & agents"
        description={
          agents === undefined || bases === undefined ? NOT_YET : headline(agents, bases, nowMs)
        }
      />
      <NamesProvider value={names}>
        <Tabs
          ariaLabel="Knowledge and agents"
          activeTabId={values.view}
          onChange={({ detail }) => {
            const view = VIEW_IDS.find((id) => id === detail.activeTabId);
            if (view !== undefined) update({ ...EVERYTHING, view });
          }}
          tabs={VIEW_IDS.map((id) => ({
            id,
            label: VIEWS[id].label,
            content:
              id === values.view ? (
                <ViewTable key={id} id={id} view={VIEWS[id]} values={values} update={update} />
              ) : null,
          }))}
        />
      </NamesProvider>
    </SpaceBetween>
  );
}

const DATASETS = ['agents', 'knowledge-bases', 'guardrails'] as const;

/** What the page's answer is made of, and what other things are called. */
function useAnswers() {
  const [agents, bases, guardrails] = useWholeInventories(DATASETS);
  return {
    agents: agents?.data as InventoryAnswer<'agents'> | undefined,
    bases: bases?.data as InventoryAnswer<'knowledge-bases'> | undefined,
    guardrails: guardrails?.data as InventoryAnswer<'guardrails'> | undefined,
  };
}

/** What people call the things that others name by id. */
function namesOf(
  bases: InventoryAnswer<'knowledge-bases'> | undefined,
  guardrails: InventoryAnswer<'guardrails'> | undefined,
): ReadonlyMap<string, string> {
  return new Map([
    ...(bases?.rows ?? []).map(({ item }) => [item.knowledgeBaseId, item.name] as const),
    ...(guardrails?.rows ?? []).map(({ item }) => [item.guardrailId, item.name] as const),
  ]);
}
