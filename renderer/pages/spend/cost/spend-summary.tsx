import Box from '@cloudscape-design/components/box';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { PreviousSpend, SpendAnswer } from '../../../../shared/api/answers.ts';
import { billedWords } from '../../../../shared/cost/spend/billed-words.ts';
import { paletteColour } from '../../../charts/palette.ts';
import { ShareBar } from '../../../charts/share-bar.tsx';
import { FoldedNotes } from '../../../components/folded-notes.tsx';
import { Money } from '../../../components/money.tsx';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';
import { Failed, Loading } from '../../../components/states.tsx';
import { useFilters } from '../../../filters.ts';
import { countOf, formatCount } from '../../../format.ts';
import { periodLabel } from '../../../period.ts';
import { DiscountNotes } from '../../../spend/discount-notes.tsx';
import { unpricedInShort, unpricedUnits } from '../../../spend/priced-cost.ts';
import { measureLabel, type SpendMeasureId } from '../../../spend/spend-measure.ts';
import { cacheWords, costChange, sentence } from '../../../spend/words.ts';
import { spendUsageFilters } from '../usage-filters.ts';
import { comparedNotes, largestChange } from './mover-words.ts';
import { nothingUsedWords } from './nothing-used.ts';
import type { CostOverTime } from './use-cost.ts';
import { WhoseCost } from './whose-cost.tsx';

const HEIGHT = 96;

/** The figures above the fold: cost and its change, what is unpriced, whose it is, and tokens by kind. */
export function SpendSummary({ cost }: SpendSummaryProps) {
  const { now } = cost;
  return (
    <Container>
      {now.data !== undefined ? (
        <SpaceBetween size="s">
          <ColumnLayout columns={3} variant="text-grid">
            <Cost cost={cost} answer={now.data} />
            <WhoseCost answer={now.data} />
            <TokenKinds answer={now.data} />
          </ColumnLayout>
          <FoldedNotes notes={[...comparedNotes(now.data.previous), ...now.data.notes]} />
        </SpaceBetween>
      ) : now.error === null ? (
        <Loading label="spend" height={HEIGHT} />
      ) : (
        <Failed what="Spend" error={now.error} onRetry={() => void now.refetch()} />
      )}
    </Container>
  );
}

interface SpendSummaryProps {
  readonly cost: CostOverTime;
}

function Cost({ cost, answer }: SpendSummaryProps & { readonly answer: SpendAnswer }) {
  const unpriced = unpricedInShort(unpricedUnits(answer));
  const { previous } = answer;
  const change = costChange(previous, cost.period);
  const largest = change === null ? null : largestChange(previous?.movers ?? [], cost.measure);
  const [values] = useFilters(spendUsageFilters);
  if (answer.notCounted !== null) return <CostNotKnown answer={answer} />;
  const nothing = nothingUsedWords(answer, values, cost.period);
  return (
    <div>
      <Box variant="awsui-key-label">
        Cost <ProvenanceBadge provenance={answer.provenance} />
      </Box>
      <div className="headline">
        <Money usd={answer.usd} />
      </div>
      <DiscountNotes {...answer} />
      <div className="headline-note">
        {nothing === null ? '' : `${nothing} `}
        {change ?? notCompared(previous, cost)}.{' '}
        {largest === null ? null : `${largestWords(cost.measure)}: ${largest}. `}
        {countOf(answer.calls ?? 0, 'call')}.
      </div>
      {unpriced === '' ? null : (
        <div className="headline-note">
          <ProvenanceBadge provenance="unpriced" /> {unpriced}: no price, and not in this sum.
        </div>
      )}
    </div>
  );
}

/** What was billed instead, where a bill was read, and why usage is not known. */
function CostNotKnown({ answer: { notCounted, billed } }: { readonly answer: SpendAnswer }) {
  return (
    <div>
      <Box variant="awsui-key-label">Cost</Box>
      <div className="headline">Not known</div>
      <div className="headline-note">{sentence(notCounted ?? '')}</div>
      {billed.length === 0 ? null : (
        <div className="headline-note">
          <ProvenanceBadge provenance="billed" /> {billedWords(billed)} in this period.
        </div>
      )}
    </div>
  );
}

function TokenKinds({ answer }: { readonly answer: SpendAnswer }) {
  if (answer.tokens === null) return null;
  const { input, output, cacheRead, cacheWrite } = answer.tokens;
  const kinds = [
    { key: 'input', label: 'Input', amount: input },
    { key: 'output', label: 'Output', amount: output },
    { key: 'cacheRead', label: 'Cache read', amount: cacheRead },
    { key: 'cacheWrite', label: 'Cache write', amount: cacheWrite },
  ];
  const parts = kinds.map((kind, slot) => ({
    ...kind,
    text: formatCount(kind.amount),
    colour: paletteColour(slot),
  }));
  return (
    <div>
      <Box variant="awsui-key-label">
        {countOf(input + output + cacheRead + cacheWrite, 'token')}
      </Box>
      <Box padding={{ top: 'xs' }}>
        <ShareBar label="Tokens by kind" parts={parts} />
      </Box>
      <div className="headline-note">{cacheWords(answer)}</div>
    </div>
  );
}

function notCompared(
  previous: PreviousSpend | undefined,
  { period, today }: Pick<CostOverTime, 'period' | 'today'>,
): string {
  if (previous === undefined && period.from >= today) return 'Not compared: no day of it is over';
  return previous === undefined
    ? 'Not compared with other days'
    : `No cost is known of ${periodLabel(previous.period)} to compare with`;
}

function largestWords(measure: SpendMeasureId): string {
  return measure === 'cost'
    ? 'Largest change'
    : `Largest change of ${measureLabel(measure).toLowerCase()}`;
}
