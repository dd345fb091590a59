import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import {
  type OtherCostSubject,
  otherCosts,
} from '../../../../shared/cost/reconcile/other-costs.ts';
import { parseUsd, type Usd } from '../../../../shared/model/usd.ts';
import { paletteColour } from '../../../charts/palette.ts';
import { RankingBars } from '../../../charts/ranking-bars.tsx';
import { Money } from '../../../components/money.tsx';
import { ScanButton } from '../../../components/scan-button.tsx';
import { Empty, Failed, Loading } from '../../../components/states.tsx';
import { DataTable } from '../../../components/table/data-table.tsx';
import { listFilter, useFilters } from '../../../filters.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { sentence } from '../../../spend/words.ts';
import { usePeriod } from '../../../workspace.ts';
import { HowToRead } from '../parts/how-to-read.tsx';
import { PlaceBar, placedRows, placeFilters } from '../parts/place-bar.tsx';
import { ProvenAmounts } from '../parts/proven-amounts.tsx';
import { TabAnswer } from '../parts/tab-answer.tsx';
import { OTHER_COLUMNS, otherCostKey } from './other-cost-columns.tsx';
import {
  amountsByProvenance,
  otherCostSentence,
  otherCostsUnknown,
  shareOfLargest,
} from './other-cost-words.ts';
import { SubjectHeader } from './subject-header.tsx';
import { SubjectName } from './subject-name.tsx';

const otherFilters = { subjects: listFilter('subject') } as const;
const HEIGHT = 120;

/** Costs beside counted tokens: by what they are for, from the bill or from what is configured. */
export function OtherCostsTab() {
  const [{ subjects }, update] = useFilters(otherFilters);
  const [places] = useFilters(placeFilters);
  const [period] = usePeriod();
  const answer = useAnswer('spend.other-costs', { ...period });
  const { error } = answer;
  if (error !== null) {
    return <Failed what="Other costs" error={error} onRetry={() => void answer.refetch()} />;
  }
  if (answer.data === undefined) return <Loading label="other costs" height={HEIGHT} />;
  const whole = answer.data;
  const data = { ...whole, ...otherCosts(placedRows(whole.costs, places), whole.notes) };
  const unknown = whole.costs.length > 0 ? null : otherCostsUnknown(whole);
  const rows = data.costs.filter(
    ({ subject }) => subjects.length === 0 || subjects.includes(subject),
  );
  const toggle = (subject: string) =>
    update({ subjects: subjects.includes(subject) ? [] : [subject] });
  return (
    <SpaceBetween size="m">
      <PlaceBar rows={whole.costs} shown={data.costs.length} noun="cost" />
      <TabAnswer
        detail={<ProvenAmounts amounts={amountsByProvenance(data.costs)} />}
        notes={data.notes}
        action={unknown === null ? undefined : <HowToRead />}
      >
        {otherCostSentence(data)}
      </TabAnswer>
      {data.subjects.length === 0 ? null : (
        <Container header={<SubjectHeader subjects={data.subjects} notes={data.notes} />}>
          <div className="ranking-wide">
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
                figure: <Money usd={knownUsd(subject)} />,
                second: subject.unpriced === 0 ? '' : `${subject.unpriced} unpriced`,
              }))}
            />
          </div>
        </Container>
      )}
      <DataTable
        id="spend-other-costs"
        wrap
        title="Other costs"
        description="From the bill, or from what is configured where no bill was read; never both"
        columns={OTHER_COLUMNS}
        rows={rows}
        trackBy={otherCostKey}
        initialSort={{ columnId: 'amount', descending: true }}
        notes={data.notes}
        empty={
          whole.costs.length > 0 ? (
            <Empty title="No cost fits the filter">Remove a part of it to see the rest.</Empty>
          ) : (
            <NoCosts unknown={unknown} />
          )
        }
        main
      />
    </SpaceBetween>
  );
}

function NoCosts({ unknown }: { readonly unknown: string | null }) {
  return unknown === null ? (
    <Empty title="No costs beside counted tokens" action={<ScanButton />}>
      Provisioned hours, customization, guardrails, knowledge bases, agents, support and tax would
      be listed here.
    </Empty>
  ) : (
    <Empty title="Costs beside counted tokens are not known" action={<HowToRead />}>
      {sentence(unknown)}
    </Empty>
  );
}

/** Null where nothing of a subject has a price. */
function knownUsd({ unpriced, costs, usd }: OtherCostSubject): Usd | null {
  return unpriced === costs && parseUsd(usd) === 0n ? null : usd;
}
