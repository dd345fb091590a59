import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { ReconciledLine } from '../../../../shared/cost/reconcile/reconciled-line.ts';
import { DetailsPanel } from '../../../components/details-panel.tsx';
import { Failed, Loading } from '../../../components/states.tsx';
import { SERVER_PAGE_ROWS } from '../../../components/table/paged-table.tsx';
import { useFilters } from '../../../filters.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { usePeriod } from '../../../workspace.ts';
import { CauseTable } from './cause-table.tsx';
import { DayChart } from './day-chart.tsx';
import { lineKey, lineSubject } from './line-columns.tsx';
import { lineDays } from './line-days.ts';
import { LineDetails } from './line-details.tsx';
import { LineTable } from './line-table.tsx';
import { lineFilter, reconciliationFilters } from './reconciliation-filters.ts';
import { Headline } from './reconciliation-headline.tsx';
import { unreadWords } from './reconciliation-words.ts';

const HEIGHT = 120;

/** Whether the estimate explains the bill, by cause, by day and line by line. */
export function ReconciliationTab() {
  const [values, update] = useFilters(reconciliationFilters);
  const [period] = usePeriod();
  const [open, setOpen] = useState<ReconciledLine | null>(null);
  const question = { ...period, ...lineFilter(values), by: values.by };
  const answer = useAnswer(
    'spend.reconcile',
    { ...question, offset: values.offset, limit: SERVER_PAGE_ROWS },
    { keepPrevious: true },
  );
  const { data, error } = answer;
  if (error !== null) {
    return <Failed what="Reconciliation" error={error} onRetry={() => void answer.refetch()} />;
  }
  const unread = data === undefined ? null : unreadWords(data);
  return (
    <SpaceBetween size="m">
      {data === undefined ? (
        <Loading label="the bill and the estimate" height={HEIGHT} />
      ) : (
        <Headline {...data} />
      )}
      <div className="pair-grid">
        <CauseTable
          causes={data?.causes ?? []}
          unread={unread}
          loading={answer.isPending}
          onCause={(cause) => update({ causes: [cause], states: [], offset: 0 })}
        />
        <DayChart
          period={period}
          days={data?.days ?? []}
          notBilled={data?.notBilled ?? null}
          notCounted={data?.notCounted ?? null}
          waiting={data === undefined}
        />
      </div>
      <LineTable
        values={values}
        question={question}
        rows={data?.rows ?? []}
        total={data?.total ?? 0}
        unread={unread}
        loading={answer.isPending}
        openId={open === null ? null : lineKey(open)}
        onOpen={setOpen}
        onChange={update}
      />
      {open === null ? null : (
        <DetailsPanel
          title={`${lineSubject(open)}, ${lineDays(open)}`}
          onClose={() => setOpen(null)}
        >
          <LineDetails line={open} />
        </DetailsPanel>
      )}
    </SpaceBetween>
  );
}
