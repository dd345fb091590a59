import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { SpendGroup } from '../../../shared/api/answers.ts';
import { NOT_KNOWN } from '../../../shared/cost/grouping.ts';
import { usdToNumber } from '../../../shared/model/usd.ts';
import { OTHER_COLOUR, paletteColour } from '../../charts/palette.ts';
import { RankingBars, type RankingRow } from '../../charts/ranking-bars.tsx';
import { Money } from '../../components/money.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { principalName } from '../../components/principal-name.ts';
import { Empty, Failed, Loading } from '../../components/states.tsx';
import { countOf } from '../../format.ts';
import { useAnswer } from '../../queries/use-answer.ts';
import { groupCost } from '../../spend/priced-cost.ts';
import { usePeriod } from '../../workspace.ts';
import { dearestPrincipals } from './dearest-principals.ts';

const HEIGHT = 172;

/** The principals that cost most, each a way to its events. */
export function TopPrincipals() {
  const [period] = usePeriod();
  const answer = useAnswer(
    'spend.get',
    { ...period, groupBy: 'principal' },
    { keepPrevious: true },
  );
  const rows = dearestPrincipals(answer.data?.groups ?? []);
  return (
    <Container
      fitHeight
      header={
        <Header
          variant="h2"
          actions={
            <PageLink to="/spend" query={{ groupBy: 'principal', table: 'principals' }}>
              All principals
            </PageLink>
          }
        >
          Top principals
        </Header>
      }
    >
      {answer.error !== null ? (
        <Failed what="Principals" error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.data === undefined ? (
        <Loading label="principals" height={HEIGHT} />
      ) : rows.length === 0 ? (
        <Empty title="No principal was seen in this period">
          CloudTrail events and invocation logs name who calls.
        </Empty>
      ) : (
        <RankingBars label="Top principals by cost" rows={rowsOf(rows)} />
      )}
    </Container>
  );
}

function rowsOf(groups: readonly SpendGroup[]): readonly RankingRow[] {
  const most = Math.max(...groups.map(({ usd }) => usdToNumber(usd)));
  return groups.map((group) => ({
    key: group.key,
    name: <PrincipalName group={group} />,
    length: most > 0 ? usdToNumber(group.usd) / most : 0,
    colour: group.key === NOT_KNOWN ? OTHER_COLOUR : paletteColour(0),
    figure: <Money usd={groupCost(group)} />,
    second: countOf(group.calls, 'call'),
  }));
}

function PrincipalName({ group: { key, label } }: { readonly group: SpendGroup }) {
  if (key === NOT_KNOWN) return <span title={label}>{label.replace(/ \(.*\)$/, '')}</span>;
  return (
    <span title={key}>
      <PageLink to="/audit" query={{ principal: key }}>
        {principalName(label)}
      </PageLink>
    </span>
  );
}
