import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import type { ReactNode } from 'react';
import type { SpendAnswer } from '../../../shared/api/answers.ts';
import { billedWords } from '../../../shared/cost/spend/billed-words.ts';
import type { Day, Period } from '../../../shared/model/period.ts';
import { allTokens } from '../../charts/measure.ts';
import { elseInWords, readingsOf, readOf } from '../../components/coverage-counts.ts';
import { Money } from '../../components/money.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { ProvenanceBadge } from '../../components/provenance-badge.tsx';
import { Loading } from '../../components/states.tsx';
import { Tokens } from '../../components/tokens.tsx';
import { countOf, exactCount, formatCount } from '../../format.ts';
import { elapsedPart } from '../../period.ts';
import { useAnswer } from '../../queries/use-answer.ts';
import { DiscountNotes } from '../../spend/discount-notes.tsx';
import { unpricedInShort, unpricedUnits } from '../../spend/priced-cost.ts';
import type { SpendOverTime } from '../../spend/use-spend.ts';
import { cachedShare, costChange } from '../../spend/words.ts';
import { otherCostsNote } from './other-costs-note.ts';
import { severityWords } from './severity-words.ts';

const HEIGHT = 76;

interface HeadlineProps {
  readonly spend: SpendOverTime;
}

/** The page's answer in figures: cost, tokens, calls, open findings, and how much could be read. */
export function Headline({ spend }: HeadlineProps) {
  return (
    <Container>
      <div className="headline-grid">
        <Spend spend={spend} />
        <Use spend={spend} />
        <Calls spend={spend} />
        <Findings />
        <Coverage />
      </div>
    </Container>
  );
}

interface FigureProps {
  readonly label: ReactNode;
  readonly note: ReactNode;
  readonly children: ReactNode;
  readonly state: FigureState;
}

/** A figure that could not be had says so; the reason stands where it can be tried again. */
type FigureState = 'ready' | 'waiting' | 'failed';

function stateOf(answer: { readonly data: unknown; readonly error: unknown }): FigureState {
  if (answer.data !== undefined) return 'ready';
  return answer.error === null ? 'waiting' : 'failed';
}

function Figure({ label, note, children, state }: FigureProps) {
  return (
    <div>
      <Box variant="awsui-key-label">{label}</Box>
      {state === 'waiting' ? (
        <Loading label="figure" height={HEIGHT} />
      ) : (
        <>
          <div className="headline">{state === 'ready' ? children : 'Unknown'}</div>
          <div className="headline-note">{state === 'ready' ? note : 'It could not be read.'}</div>
        </>
      )}
    </div>
  );
}

function Spend({ spend: { now, period, today } }: HeadlineProps) {
  const answer = now.data;
  const unpriced = answer === undefined ? '' : unpricedInShort(unpricedUnits(answer));
  const other = useAnswer('spend.other-costs', { ...period });
  const beside = otherCostsNote(other.data);
  const shown = elapsedPart(period, today);
  const change = costChange(answer?.previous, shown);
  return (
    <Figure
      state={stateOf(now)}
      label={
        <>
          Spend {answer === undefined ? null : <ProvenanceBadge provenance={answer.provenance} />}
        </>
      }
      note={
        answer === undefined || answer.notCounted === null ? (
          <>
            {change ?? notCompared(shown, today)}
            {unpriced === '' ? '' : `; unpriced, not in it: ${unpriced}`}
            {answer === undefined ? null : <DiscountNotes {...answer} />}
            {beside === '' ? '' : `; ${beside}`}
          </>
        ) : (
          notCountedNote(answer)
        )
      }
    >
      <PageLink to="/spend">
        {answer === undefined || answer.notCounted === null ? (
          <Money usd={answer?.usd ?? null} />
        ) : (
          NOT_KNOWN
        )}
      </PageLink>
    </Figure>
  );
}

const NOT_KNOWN = 'Not known';

function notCompared({ from }: Period, today: Day): string {
  return from >= today ? 'not compared: no day of it is over' : 'nothing before to compare with';
}

/** What was billed instead, where a bill was read, and why usage is not known. */
function notCountedNote({ notCounted, billed }: SpendAnswer): string {
  const bill = billed.length === 0 ? '' : `billed: ${billedWords(billed)}; `;
  return `${bill}${notCounted}`;
}

function Use({ spend: { now } }: HeadlineProps) {
  const answer = now.data;
  const cached = answer === undefined ? null : cachedShare(answer);
  return (
    <Figure
      state={stateOf(now)}
      label="Tokens"
      note={
        answer?.tokens === null
          ? 'nothing that counts them was read'
          : cached === null
            ? 'no input tokens'
            : `${cached} of input from cache`
      }
    >
      {answer?.tokens == null ? NOT_KNOWN : <Tokens count={allTokens(answer.tokens)} />}
    </Figure>
  );
}

function Calls({ spend: { now } }: HeadlineProps) {
  const answer = now.data;
  const models = (answer?.groups ?? []).filter(({ calls }) => calls > 0).length;
  return (
    <Figure
      state={stateOf(now)}
      label="Calls"
      note={
        answer?.calls === null
          ? 'nothing that counts them was read'
          : `to ${countOf(models, 'model')}`
      }
    >
      {answer?.calls == null ? (
        NOT_KNOWN
      ) : (
        <span title={`${exactCount(answer.calls)} calls`}>{formatCount(answer.calls)}</span>
      )}
    </Figure>
  );
}

function Findings() {
  const answer = useAnswer('findings.list', {});
  const { data } = answer;
  const open = (data?.findings ?? []).filter(({ status }) => status === 'fail');
  const unknown = (data?.findings ?? []).filter(({ status }) => status === 'unknown').length;
  return (
    <Figure state={stateOf(answer)} label="Open findings" note={severityWords(open, unknown)}>
      <PageLink to="/findings">{open.length}</PageLink>
    </Figure>
  );
}

const NOTHING_COVERED = { denied: 0, failed: 0, partial: 0, unavailable: 0, collected: 0 };

function Coverage() {
  const answer = useAnswer('coverage.summary', {});
  const counts = answer.data?.counts ?? NOTHING_COVERED;
  const all = readingsOf(counts);
  const lacking = elseInWords(counts);
  const note = lacking === '' ? 'readings: everything that was asked for' : `readings; ${lacking}`;
  return (
    <Figure
      state={stateOf(answer)}
      label="Coverage"
      note={all === 0 ? 'nothing was read yet' : note}
    >
      <PageLink to="/settings" query={{ tab: 'coverage' }}>
        {all === 0 ? 'None' : `${exactCount(readOf(counts))} of ${exactCount(all)}`}
      </PageLink>
    </Figure>
  );
}
