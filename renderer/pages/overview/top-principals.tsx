import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { PrincipalUsage } from '../../../shared/api/answers.ts';
import { principalLabel } from '../../../shared/model/principal.ts';
import { paletteColour } from '../../charts/palette.ts';
import { RankingBars, type RankingRow } from '../../charts/ranking-bars.tsx';
import { Money } from '../../components/money.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { Empty, Failed, Loading } from '../../components/states.tsx';
import { countOf } from '../../format.ts';
import { useAnswer } from '../../queries/use-answer.ts';
import { usePeriod } from '../../workspace.ts';

const MAX_ROWS = 6;
const HEIGHT = 172;

/** The principals that call most, each a way to its events. */
export function TopPrincipals() {
  const [period] = usePeriod();
  const answer = useAnswer(
    'principals.list',
    { ...period, offset: 0, limit: MAX_ROWS },
    { keepPrevious: true },
  );
  const rows = answer.data?.rows ?? [];
  return (
    <Container
      fitHeight
      header={
        <Header
          variant="h2"
          actions={
            <PageLink to="/spend" query={{ groupBy: 'principal', tab: 'principals' }}>
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
        <RankingBars label="Top principals by calls" rows={rows.map((row) => rowOf(row, rows))} />
      )}
    </Container>
  );
}

function rowOf(row: PrincipalUsage, all: readonly PrincipalUsage[]): RankingRow {
  const most = Math.max(...all.map(({ calls }) => calls), 1);
  return {
    key: row.principalArn,
    name: (
      <span title={row.principalArn}>
        <PageLink to="/audit" query={{ principal: row.principalArn }}>
          {principalLabel(row.principalArn)}
        </PageLink>
      </span>
    ),
    length: row.calls / most,
    colour: paletteColour(0),
    figure: countOf(row.calls, 'call'),
    second: row.usd === null ? 'cost not known' : <Money usd={row.usd} />,
  };
}
