import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { unwrap } from '../../../../shared/api/result.ts';
import { DetailsPanel } from '../../../components/details-panel.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { Empty, Failed } from '../../../components/states.tsx';
import { ExportProgress } from '../../../components/table/export-progress.tsx';
import { PagedTable, SERVER_PAGE_ROWS } from '../../../components/table/paged-table.tsx';
import { usePagedExport } from '../../../components/table/use-paged-export.ts';
import { usePageApi } from '../../../queries/page-api.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { CALL_COLUMNS } from './call-columns.tsx';
import { CallCost } from './call-cost.tsx';
import { CallOrder } from './call-order.tsx';
import { callsNotes, callsQuestion, callsTitle, SHARED_OUT } from './calls-question.ts';
import { type CostValues, NO_CALLS, type UpdateCost } from './cost-filters.ts';
import type { CostOverTime } from './use-cost.ts';

interface CallsPanelProps {
  readonly cost: CostOverTime;
  readonly values: CostValues;
  readonly update: UpdateCost;
}

/** Single invocations behind a bar, a cell or a row, in the details panel; nothing while none are meant. */
export function CallsPanel({ cost, values, update }: CallsPanelProps) {
  if (values.callsAt === '') return null;
  const group = cost.now.data?.groups.find(({ key }) => key === values.callsOf);
  const label = values.callsOf === '' ? null : (group?.label ?? values.callsOf);
  const question = callsQuestion({ values, ...cost });
  return (
    <DetailsPanel title={callsTitle(question, label)} onClose={() => update(NO_CALLS)}>
      <Calls cost={cost} values={values} update={update} />
    </DetailsPanel>
  );
}

function Calls({ cost, values, update }: CallsPanelProps) {
  const question = callsQuestion({ values, ...cost });
  const { call } = usePageApi();
  const answer = useAnswer(
    'spend.calls',
    { ...question, offset: values.callsOffset, limit: SERVER_PAGE_ROWS },
    { keepPrevious: true },
  );
  const exporting = usePagedExport({
    fileName: `assay-invocations-${question.from}`,
    title: 'Logged invocations',
    notes: callsNotes(values, cost.granularity),
    noun: 'invocation',
    columns: CALL_COLUMNS,
  });
  if (answer.error !== null) {
    return <Failed what="Invocations" error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const group = cost.now.data?.groups.find(({ key }) => key === values.callsOf);
  const open = answer.data?.rows.find(({ requestId }) => requestId === values.requestId);
  const notes = callsNotes(values, cost.granularity);
  return (
    <SpaceBetween size="m">
      {notes.length === 0 ? null : <Alert type="info">{notes.join(' ')}</Alert>}
      {open === undefined ? null : <CallCost call={open} />}
      <ExportProgress {...exporting} />
      <PagedTable
        id="spend-calls"
        wrap
        title="Logged invocations"
        description="Times in your zone; UTC on hover. Choose one to see the prices behind its cost."
        variant="embedded"
        columns={CALL_COLUMNS}
        rows={answer.data?.rows ?? []}
        total={answer.data?.total ?? 0}
        offset={values.callsOffset}
        onOffset={(callsOffset) => update({ callsOffset, requestId: '' })}
        trackBy={({ requestId, time }) => `${requestId} ${time}`}
        loading={answer.isPending}
        filter={
          <CallOrder
            chosen={values.callsOrder}
            onChoose={(callsOrder) => update({ callsOrder, callsOffset: 0, requestId: '' })}
          />
        }
        onOpen={({ requestId }) => update({ requestId }, { replace: values.requestId !== '' })}
        openId={open === undefined ? null : `${open.requestId} ${open.time}`}
        exporting={exporting.progress !== null}
        onExport={(format) =>
          exporting.start(format, async (offset, limit) =>
            unwrap(await call('spend.calls', { ...question, offset, limit })),
          )
        }
        empty={<NoCalls sharedOut={group?.allocatedUsd !== undefined} />}
      />
    </SpaceBetween>
  );
}

interface NoCallsProps {
  /** Whether what it used is tied to the group by calls in events alone. */
  readonly sharedOut: boolean;
}

function NoCalls({ sharedOut }: NoCallsProps) {
  if (sharedOut) {
    const events = <PageLink to="/audit">See the calls in events</PageLink>;
    return (
      <Empty title="No logged invocation" action={events}>
        {SHARED_OUT}
      </Empty>
    );
  }
  const sources = (
    <PageLink to="/settings" query={{ tab: 'sources' }}>
      See which sources are read
    </PageLink>
  );
  return (
    <Empty title="No logged invocation" action={sources}>
      Only model invocation logs tell single calls. Where logging is off, usage is counted by
      CloudWatch metrics, which know no single call.
    </Empty>
  );
}
