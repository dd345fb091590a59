import './access.css';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { Suspense } from 'react';
import type { AccessMatrix } from '../../../shared/api/access-answers.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { ScanButton } from '../../components/scan-button.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { When } from '../../components/when.tsx';
import { choiceFilter, useFilters } from '../../filters.ts';
import { navigate } from '../../navigation.ts';
import { useAnswer } from '../../queries/use-answer.ts';
import { ACCESS_TAB_IDS, type AccessTabId, tabAddress } from './access-filters.ts';
import { headline } from './access-words.ts';
import { ContextBar } from './context/context-bar.tsx';
import { ExplainedCell } from './explain/explained-cell.tsx';
import { unreadAccounts } from './gaps.ts';
import { GapsNote } from './parts/gaps-note.tsx';
import { accessTabs } from './tabs.ts';
import { useQuestion } from './use-question.ts';

const TAB_HEIGHT = 480;
const pageFilters = { tab: choiceFilter('tab', ACCESS_TAB_IDS, 'matrix') } as const;

/** Who can invoke which model, why, and who should not. */
export function AccessPage() {
  const [{ tab }] = useFilters(pageFilters);
  const question = useQuestion();
  const matrix = useAnswer('access.matrix', question, { keepPrevious: true });
  return (
    <SpaceBetween size="m">
      <PageHeader
        title="Access"
        description={
          matrix.data === undefined ? accessTabs.matrix.question : <Answer matrix={matrix.data} />
        }
        actions={<ScanButton />}
      />
      {matrix.error !== null ? (
        <Failed what="The matrix" error={matrix.error} onRetry={() => void matrix.refetch()} />
      ) : null}
      <Tabs
        activeTabId={tab}
        onChange={({ detail }) => navigate(tabAddress(detail.activeTabId, window.location.search))}
        ariaLabel="Questions about access"
        tabs={ACCESS_TAB_IDS.map((id) => ({
          id,
          label: accessTabs[id].label,
          content: id === tab ? <ShownTab id={id} matrix={matrix.data} /> : null,
        }))}
      />
    </SpaceBetween>
  );
}

function Answer({ matrix }: { readonly matrix: AccessMatrix }) {
  const unread = unreadAccounts(matrix.gaps);
  return (
    <>
      {headline(matrix)} {unread === null ? '' : `${unread}. `}
      {matrix.takenAt === null ? (
        'Nothing was scanned yet.'
      ) : (
        <>
          Read <When at={matrix.takenAt} as="ago" />.
        </>
      )}
    </>
  );
}

interface ShownTabProps {
  readonly id: AccessTabId;
  readonly matrix: AccessMatrix | undefined;
}

/** Tabs that say themselves what their answer lacks. */
const OWN_GAPS: readonly AccessTabId[] = ['keys', 'unused', 'who-can', 'what-can', 'preflight'];

function ShownTab({ id, matrix }: ShownTabProps) {
  const { label, asksCall, component: Shown } = accessTabs[id];
  return (
    <Suspense fallback={<Loading label={label} height={TAB_HEIGHT} />}>
      <SpaceBetween size="m">
        {asksCall ? <ContextBar regionless={id === 'preflight'} /> : null}
        {OWN_GAPS.includes(id) ? null : <GapsNote gaps={matrix?.gaps ?? []} />}
        <Shown matrix={matrix} />
      </SpaceBetween>
      {id === 'matrix' || id === 'who-can' || id === 'what-can' ? (
        <ExplainedCell matrix={matrix} tab={id} />
      ) : null}
    </Suspense>
  );
}
