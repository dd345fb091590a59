import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { SpendGroup } from '../../../shared/api/answers.ts';
import { NOT_KNOWN } from '../../../shared/cost/grouping.ts';
import { usdToNumber } from '../../../shared/model/usd.ts';
import { OTHER_COLOUR, paletteColour } from '../../charts/palette.ts';
import { RankingBars, type RankingRow } from '../../charts/ranking-bars.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { principalName } from '../../components/principal-name.ts';
import { Empty, Failed, Loading } from '../../components/states.tsx';
import { countOf } from '../../format.ts';
import { useAnswer } from '../../queries/use-answer.ts';
import { GroupMoney } from '../../spend/group-money.tsx';
import { unpricedInShort } from '../../spend/priced-cost.ts';
import { sentence } from '../../spend/words.ts';
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
      ) : answer.data.notCounted !== null ? (
        <Empty title="Who calls at what cost is not known">
          {sentence(answer.data.notCounted)}
        </Empty>
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
  const most = Math.max(...groups.map(({ usd }) => usdToNumber(usd ?? '0')));
  return groups.map((group) => ({
    key: group.key,
    name: <PrincipalName group={group} />,
    length: most > 0 ? usdToNumber(group.usd ?? '0') / most : 0,
    colour: group.key === NOT_KNOWN ? OTHER_COLOUR : paletteColour(0),
    figure: <GroupMoney group={group} />,
    second: group.usd === null ? unpricedUse(group) : countOf(group.calls, 'call'),
  }));
}

/** What has no price, with its quantity; calls where not even that was counted. */
function unpricedUse({ unpricedUnits, calls }: SpendGroup): string {
  return unpricedInShort(unpricedUnits) || countOf(calls, 'call');
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
