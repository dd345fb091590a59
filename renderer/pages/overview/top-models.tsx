import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useMemo } from 'react';
import type { SpendAnswer } from '../../../shared/api/answers.ts';
import { allTokens, MEASURES, type MeasureId } from '../../charts/measure.ts';
import { RankingBars, type RankingRow } from '../../charts/ranking-bars.tsx';
import { shareOf } from '../../charts/series.ts';
import { type ColourOf, useModelColours } from '../../charts/use-colours.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { Empty, Loading } from '../../components/states.tsx';
import { Tokens } from '../../components/tokens.tsx';
import { GroupMoney } from '../../spend/group-money.tsx';
import { sentence } from '../../spend/words.ts';

const MAX_ROWS = 6;
const HEIGHT = 172;

interface TopModelsProps {
  readonly answer: SpendAnswer | undefined;
  /** The spend could not be read; the chart above says why. */
  readonly failed: boolean;
  readonly measure: MeasureId;
}

/** The models that cost most (or are used most), each a way into Spend. */
export function TopModels({ answer, failed, measure }: TopModelsProps) {
  const top = useMemo(() => topGroups(answer, measure), [answer, measure]);
  const colourOf = useModelColours(useMemo(() => top.map(({ key }) => key), [top]));
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" actions={<PageLink to="/spend">All models</PageLink>}>
          Top models
        </Header>
      }
    >
      {failed ? (
        <Empty title="Not known: the spend could not be read" />
      ) : answer === undefined ? (
        <Loading label="models" height={HEIGHT} />
      ) : answer.notCounted !== null ? (
        <Empty title="Which models are called is not known">{sentence(answer.notCounted)}</Empty>
      ) : top.length === 0 ? (
        <Empty title="No model was called in this period" />
      ) : (
        <RankingBars label="Top models" rows={rowsOf(top, measure, colourOf)} />
      )}
    </Container>
  );
}

type Group = SpendAnswer['groups'][number];

function topGroups(answer: SpendAnswer | undefined, measure: MeasureId): readonly Group[] {
  const { amountOf } = MEASURES[measure];
  return [...(answer?.groups ?? [])]
    .sort((a, b) => compareAmounts(amountOf(b) ?? 0n, amountOf(a) ?? 0n))
    .slice(0, MAX_ROWS);
}

function compareAmounts(a: bigint, b: bigint): number {
  return Number(a > b) - Number(a < b);
}

function rowsOf(
  top: readonly Group[],
  measure: MeasureId,
  colourOf: ColourOf,
): readonly RankingRow[] {
  const { amountOf, format } = MEASURES[measure];
  const longest = top[0] === undefined ? 0n : (amountOf(top[0]) ?? 0n);
  return top.map((group) => ({
    key: group.key,
    name: (
      <PageLink to="/spend" query={{ model: group.key, groupBy: 'principal' }}>
        {group.label}
      </PageLink>
    ),
    length: shareOf(amountOf(group) ?? 0n, longest),
    colour: colourOf(group.key),
    figure: measure === 'cost' ? <GroupMoney group={group} /> : format(amountOf(group) ?? 0n),
    second:
      measure === 'cost' ? (
        <Tokens count={allTokens(group.tokens)} />
      ) : (
        <GroupMoney group={group} />
      ),
  }));
}
