import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { parseUsd } from '../../../../shared/model/usd.ts';
import { paletteColour } from '../../../charts/palette.ts';
import { RankingBars } from '../../../charts/ranking-bars.tsx';
import { Money } from '../../../components/money.tsx';
import { ScanButton } from '../../../components/scan-button.tsx';
import { Empty, Failed, Loading } from '../../../components/states.tsx';
import { DataTable } from '../../../components/table/data-table.tsx';
import { listFilter, useFilters } from '../../../filters.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { usePeriod } from '../../../workspace.ts';
import { ProvenAmounts } from '../parts/proven-amounts.tsx';
import { TabAnswer } from '../parts/tab-answer.tsx';
import { OTHER_COLUMNS, otherCostKey } from './other-cost-columns.tsx';
import { amountsByProvenance, otherCostSentence, shareOfLargest } from './other-cost-words.ts';
import { SubjectName } from './subject-name.tsx';

const otherFilters = { subjects: listFilter('subject') } as const;
const HEIGHT = 120;

/** Costs beside counted tokens: by what they are for, from the bill or from what is configured. */
export function OtherCostsTab() {
  const [{ subjects }, update] = useFilters(otherFilters);
  const [period] = usePeriod();
  const answer = useAnswer('spend.other-costs', { ...period });
  const { data, error } = answer;
  if (error !== null) {
    return <Failed what="Other costs" error={error} onRetry={() => void answer.refetch()} />;
  }
  if (data === undefined) return <Loading label="other costs" height={HEIGHT} />;
  const rows = data.costs.filter(
    ({ subject }) => subjects.length === 0 || subjects.includes(subject),
  );
  const toggle = (subject: string) =>
    update({ subjects: subjects.includes(subject) ? [] : [subject] });
  return (
    <SpaceBetween size="m">
      <TabAnswer
        detail={<ProvenAmounts amounts={amountsByProvenance(data.costs)} />}
        notes={data.notes}
      >
        {otherCostSentence(data)}
      </TabAnswer>
      {data.subjects.length === 0 ? null : (
        <Container header={<Header variant="h2">By what they are for</Header>}>
          <RankingBars
            label="Other costs by what they are for"
            rows={data.subjects.map((subject) => ({
              key: subject.subject,
              name: (
                <SubjectName
                  subject={subject}
                  chosen={subjects.includes(subject.subject)}
                  onChoose={() => toggle(subject.subject)}
                />
              ),
              length: shareOfLargest(subject, data.subjects),
              colour: paletteColour(0),
              figure:
                subject.unpriced === subject.costs && parseUsd(subject.usd) === 0n ? (
                  <Money usd={null} />
                ) : (
                  <Money usd={subject.usd} />
                ),
              second: subject.unpriced === 0 ? '' : `${subject.unpriced} unpriced`,
            }))}
          />
        </Container>
      )}
      <DataTable
        id="spend-other-costs"
        title="Other costs"
        description="From the bill, or from what is configured where no bill was read; never both"
        columns={OTHER_COLUMNS}
        rows={rows}
        trackBy={otherCostKey}
        initialSort={{ columnId: 'amount', descending: true }}
        empty={
          <Empty title="No costs beside counted tokens" action={<ScanButton />}>
            Provisioned hours, customization, guardrails, knowledge bases, agents, support and tax
            would be listed here.
          </Empty>
        }
        main
      />
    </SpaceBetween>
  );
}
