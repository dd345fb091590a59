import SegmentedControl from '@cloudscape-design/components/segmented-control';
import type { Input } from '../../../../shared/api/contract.ts';
import { unwrap } from '../../../../shared/api/result.ts';
import type { ReconciledLine } from '../../../../shared/cost/reconcile/reconciled-line.ts';
import { PropertyBar } from '../../../components/property-bar.tsx';
import { Empty } from '../../../components/states.tsx';
import { ExportProgress } from '../../../components/table/export-progress.tsx';
import { PagedTable } from '../../../components/table/paged-table.tsx';
import { usePagedExport } from '../../../components/table/use-paged-export.ts';
import { countOf } from '../../../format.ts';
import { usePageApi } from '../../../queries/page-api.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { sentence } from '../../../spend/words.ts';
import { useModelOptions } from '../parts/use-model-options.ts';
import { LINE_COLUMNS, lineKey } from './line-columns.tsx';
import {
  lineProperties,
  lineQuery,
  type ReconciliationValues,
  valuesOfLineQuery,
} from './reconciliation-filters.ts';

interface LineTableProps {
  readonly values: ReconciliationValues;
  readonly question: Omit<Input<'spend.reconcile'>, 'offset' | 'limit'>;
  readonly rows: readonly ReconciledLine[];
  readonly total: number;
  /** Why bill or usage are not known, as the rest of a sentence; null where both are. */
  readonly unread: string | null;
  readonly loading: boolean;
  readonly openId: string | null;
  readonly onOpen: (line: ReconciledLine) => void;
  readonly onChange: (values: Partial<ReconciliationValues>) => void;
}

/** Bill and estimate line by line, the largest difference first. */
export function LineTable(props: LineTableProps) {
  const { values, question, rows, total, unread, loading, openId, onOpen, onChange } = props;
  const { call } = usePageApi();
  const properties = useLineProperties(question);
  const { progress, start, cancel } = usePagedExport({
    fileName: 'assay-reconciliation',
    title: 'Bill and estimate line by line',
    noun: 'line',
    columns: LINE_COLUMNS,
  });
  return (
    <PagedTable
      id="spend-reconciliation"
      wrap
      title="Line by line"
      description={`By ${values.by === 'day' ? 'day, ' : ''}account, Region, model, unit and state; the largest difference first`}
      columns={LINE_COLUMNS}
      rows={rows}
      total={total}
      offset={values.offset}
      onOffset={(offset) => onChange({ offset })}
      trackBy={lineKey}
      loading={loading}
      openId={openId}
      onOpen={onOpen}
      onExport={(format) =>
        start(format, async (offset, limit) =>
          unwrap(await call('spend.reconcile', { ...question, offset, limit })),
        )
      }
      exporting={progress !== null}
      filter={
        <>
          <PropertyBar
            label="Filter bill and estimate"
            placeholder="Filter by state, cause, account, Region or model"
            properties={properties}
            query={lineQuery(values)}
            textless
            countText={countOf(total, 'line')}
            onChange={(query) => onChange(valuesOfLineQuery(query))}
          />
          <SegmentedControl
            label="Days"
            selectedId={values.by}
            options={[
              { id: 'period', text: 'By line over the period' },
              { id: 'day', text: 'By day' },
            ]}
            onChange={({ detail }) =>
              onChange({ by: detail.selectedId === 'day' ? 'day' : 'period', offset: 0 })
            }
          />
          <ExportProgress progress={progress} cancel={cancel} />
        </>
      }
      empty={
        <Empty title={unread === null ? 'No lines' : 'What was billed and counted is not known'}>
          {unread === null
            ? 'Nothing was billed or counted in this period, or nothing of it fits the filter.'
            : sentence(unread)}
        </Empty>
      }
      main
    />
  );
}

function useLineProperties({ from, to }: LineTableProps['question']) {
  const facets = useAnswer('events.facets', { from, to }, { keepPrevious: true }).data;
  const valuesOf = (rows: readonly { readonly value: string }[] | undefined) =>
    (rows ?? []).map(({ value }) => value);
  return lineProperties({
    accounts: valuesOf(facets?.accounts),
    regions: valuesOf(facets?.regions),
    models: useModelOptions(),
  });
}
