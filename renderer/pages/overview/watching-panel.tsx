import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import type { WatchingAnswer } from '../../../shared/api/answers.ts';
import { formatMoney } from '../../../shared/model/money-text.ts';
import { usdToNumber } from '../../../shared/model/usd.ts';
import { Money } from '../../components/money.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { useAnswer } from '../../queries/use-answer.ts';

/** What the AWS calls of Assay itself cost, against the limit. */
export function WatchingPanel() {
  const watching = useAnswer('watching.get', {});
  return (
    <Container
      fitHeight
      header={
        <Header
          variant="h2"
          actions={
            <PageLink to="/settings" query={{ tab: 'sources' }}>
              Change the limit
            </PageLink>
          }
        >
          Cost of watching
        </Header>
      }
    >
      {watching.data !== undefined ? (
        <Watching answer={watching.data} />
      ) : watching.error === null ? (
        <Loading label="cost of watching" />
      ) : (
        <Failed
          what="The cost of watching"
          error={watching.error}
          onRetry={() => void watching.refetch()}
        />
      )}
    </Container>
  );
}

function Watching({ answer }: { readonly answer: WatchingAnswer }) {
  const limit = usdToNumber(answer.capUsd);
  const percent = limit > 0 ? Math.min(100, (usdToNumber(answer.usd) / limit) * 100) : 100;
  return (
    <>
      <Box fontSize="heading-l" fontWeight="bold">
        <Money usd={answer.usd} />
      </Box>
      <ProgressBar
        value={percent}
        ariaLabel="Cost of watching against the limit"
        additionalInfo={`of the limit of ${formatMoney(answer.capUsd)} in ${answer.month}`}
      />
      {answer.lastScanUsd === null ? null : (
        <Box color="text-body-secondary" fontSize="body-s">
          The last scan cost {formatMoney(answer.lastScanUsd)}.
        </Box>
      )}
    </>
  );
}
