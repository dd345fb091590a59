import { useMemo } from 'react';
import type { Anomaly, SpendAnomalies } from '../../../../shared/api/answers.ts';
import type { Period } from '../../../../shared/model/period.ts';
import { parseUsd, type Usd } from '../../../../shared/model/usd.ts';
import { Money } from '../../../components/money.tsx';
import { Empty } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { dayName } from '../../../period.ts';
import { anomalyId, anomalySentence, seriesWords, timesWords } from './anomaly-words.ts';
import { anomalyCountWords } from './forecast-words.ts';

interface AnomalyTableProps {
  readonly answer: SpendAnomalies | undefined;
  readonly judged: Period;
  readonly openId: string;
  readonly onOpen: (id: string) => void;
}

/** Unusual days, the largest excess first, each with the values that drove it. */
export function AnomalyTable({ answer, judged, openId, onOpen }: AnomalyTableProps) {
  const columns = useMemo(() => columnsOf(answer?.labels ?? {}), [answer]);
  return (
    <DataTable
      id="spend-anomalies"
      wrap
      title="Unusual days"
      description={
        answer === undefined
          ? 'Days that cost far more than such a day usually does.'
          : anomalyCountWords(answer, judged)
      }
      notes={answer?.notes ?? []}
      columns={columns}
      rows={answer?.anomalies ?? []}
      trackBy={anomalyId}
      loading={answer === undefined}
      initialSort={{ columnId: 'excess', descending: true }}
      onOpen={(anomaly) => onOpen(anomalyId(anomaly))}
      openId={openId}
      empty={
        <Empty title="No unusual day">
          Every day that could be judged cost about what such a day usually does.
        </Empty>
      }
      main
    />
  );
}

function columnsOf(labels: SpendAnomalies['labels']): readonly Column<Anomaly>[] {
  const money = (id: string, header: string, of: (anomaly: Anomaly) => Usd) =>
    ({
      id,
      header,
      cell: (anomaly) => <Money usd={of(anomaly)} />,
      csv: of,
      sort: (anomaly) => parseUsd(of(anomaly)),
      align: 'end',
      width: 110,
    }) satisfies Column<Anomaly>;
  const story = (anomaly: Anomaly) => anomalySentence(anomaly, labels);
  return [
    {
      id: 'day',
      header: 'Day (UTC)',
      cell: ({ day }) => dayName(day),
      csv: ({ day }) => day,
      sort: ({ day }) => day,
      width: 140,
    },
    {
      id: 'series',
      header: 'Whose',
      cell: (anomaly) => seriesWords(anomaly, labels),
      sort: (anomaly) => seriesWords(anomaly, labels),
      csv: ({ dimension, value }) => (dimension === null ? 'total' : `${dimension} ${value ?? ''}`),
      width: 160,
    },
    money('excess', 'Excess (USD)', ({ excessUsd }) => excessUsd),
    money('actual', 'Its cost (USD)', ({ actualUsd }) => actualUsd),
    money('usual', 'Its usual (USD)', ({ usualUsd }) => usualUsd),
    {
      id: 'times',
      header: 'Against usual',
      cell: timesWords,
      csv: ({ times }) => times,
      sort: ({ times }) => times ?? Number.MAX_VALUE,
      width: 120,
    },
    { id: 'story', header: 'Why', cell: story, csv: story, width: 260, grow: 2 },
  ];
}
