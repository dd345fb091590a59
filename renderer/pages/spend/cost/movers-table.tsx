import type { Mover } from '../../../../shared/api/answers.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import { principalName } from '../../../components/principal-name.ts';
import { Empty } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { periodLabel } from '../../../period.ts';
import { groupingName, groupingWord } from '../../../spend/grouping.ts';
import { measureLabel, measureText, type SpendMeasureId } from '../../../spend/spend-measure.ts';
import { spendNotes } from '../../../spend/spend-notes.ts';
import type { CostValues, UpdateCost } from './cost-filters.ts';
import { moverChange } from './mover-words.ts';
import type { CostOverTime } from './use-cost.ts';

interface MoversTableProps {
  readonly cost: CostOverTime;
  readonly values: CostValues;
  readonly update: UpdateCost;
}

/** The groups whose measure changed most against the earlier period, the largest change first. */
export function MoversTable({ cost, values, update }: MoversTableProps) {
  const { now, measure, groupBy } = cost;
  const previous = now.data?.previous;
  const word = groupingWord(groupBy);
  return (
    <DataTable
      id="spend-movers"
      wrap
      title={`What changed most, by ${word}`}
      description={
        previous === undefined
          ? 'Choose above what to compare with.'
          : `${measureLabel(measure)} in ${periodLabel(previous.against.period)} against ${periodLabel(previous.period)}; days are in UTC.`
      }
      columns={columnsOf(measure, groupingName(groupBy))}
      rows={previous?.movers ?? []}
      trackBy={({ key }) => key}
      loading={now.isPending}
      notes={spendNotes(now.data)}
      onOpen={({ key }) => update({ callsAt: 'all', callsOf: key, callsOffset: 0, requestId: '' })}
      openId={values.callsAt === '' ? null : values.callsOf}
      empty={
        previous === undefined ? (
          <Empty title="Nothing is compared">The groups that changed would be here.</Empty>
        ) : (
          <Empty title="Nothing changed">Both periods have the same {measureLabel(measure)}.</Empty>
        )
      }
      main
    />
  );
}

function columnsOf(measure: SpendMeasureId, name: string): readonly Column<Mover>[] {
  const amount = (id: string, header: string, of: (mover: Mover) => string | null) =>
    ({
      id,
      header,
      cell: (mover) => {
        const value = of(mover);
        return value === null ? (
          'not known'
        ) : (
          <span className="figure" title={value}>
            {measureText(measure, value)}
          </span>
        );
      },
      csv: of,
      sort: (mover) => parseUsd(of(mover) ?? '0'),
      align: 'end',
      width: 140,
    }) satisfies Column<Mover>;
  return [
    {
      id: 'group',
      header: name,
      cell: ({ key, label }) => <span title={key}>{principalName(label)}</span>,
      csv: ({ key }) => key,
      sort: ({ label }) => label,
      width: 200,
      grow: 1,
    },
    amount('before', 'Before', ({ before }) => before),
    amount('after', 'Now', ({ after }) => after),
    amount('difference', 'Difference', ({ difference }) => difference),
    {
      id: 'words',
      header: 'In words',
      cell: moverChange,
      csv: moverChange,
      width: 180,
    },
  ];
}
