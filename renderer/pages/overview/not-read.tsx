import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { NotRead as Lack } from '../../../shared/api/answers.ts';
import { CopyPolicy } from '../../components/copy-policy.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { countOf } from '../../format.ts';
import { useAnswer } from '../../queries/use-answer.ts';

const MAX_SHOWN = 4;

/** What could not be read, and what to grant. */
export function NotRead() {
  const coverage = useAnswer('coverage.summary', {});
  const gaps = coverage.data?.notRead ?? [];
  return (
    <Container
      fitHeight
      header={
        <Header
          variant="h2"
          actions={
            <PageLink to="/settings" query={{ tab: 'coverage' }}>
              All
            </PageLink>
          }
        >
          Not read
        </Header>
      }
      {...(gaps.some(({ action }) => action !== null)
        ? { footer: <CopyPolicy label="Copy the read-only policy" /> }
        : {})}
    >
      {coverage.data === undefined ? (
        <Waiting coverage={coverage} />
      ) : (
        <Gaps gaps={gaps} nothing={coverage.data.groups.length === 0} />
      )}
    </Container>
  );
}

function Waiting({
  coverage,
}: {
  readonly coverage: ReturnType<typeof useAnswer<'coverage.summary'>>;
}) {
  return coverage.error === null ? (
    <Loading label="coverage" />
  ) : (
    <Failed what="Coverage" error={coverage.error} onRetry={() => void coverage.refetch()} />
  );
}

function Gaps({ gaps, nothing }: { readonly gaps: readonly Lack[]; readonly nothing: boolean }) {
  if (nothing) return <Box color="text-status-inactive">Nothing was scanned yet.</Box>;
  if (gaps.length === 0) {
    return <StatusIndicator type="success">Everything asked for was read</StatusIndicator>;
  }
  return (
    <SpaceBetween size="s">
      {gaps.slice(0, MAX_SHOWN).map((gap) => (
        <div key={`${gap.status} ${gap.name} ${gap.action ?? gap.reason}`} title={gap.reason}>
          <StatusIndicator type={gap.status === 'denied' ? 'error' : 'warning'} wrapText>
            {gap.name}: {gap.status === 'partial' ? 'read in part' : gap.status} in {placesOf(gap)}
          </StatusIndicator>
          <Box fontSize="body-s" color="text-body-secondary">
            {gap.action === null ? gap.reason : <>Grant {gap.action}</>}
          </Box>
        </div>
      ))}
      {gaps.length > MAX_SHOWN ? (
        <Box fontSize="body-s">and {gaps.length - MAX_SHOWN} more</Box>
      ) : null}
    </SpaceBetween>
  );
}

function placesOf({ places, examples }: Lack): string {
  return places <= examples.length ? examples.join(', ') : countOf(places, 'place');
}
