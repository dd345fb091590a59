import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { FindingsAnswer } from '../../../shared/api/answers.ts';
import { type Finding, SEVERITIES } from '../../../shared/model/finding.ts';
import { PageLink } from '../../components/page-link.tsx';
import { SeverityBadge } from '../../components/severity-badge.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { countOf, shortArn } from '../../format.ts';
import { useAnswer } from '../../queries/use-answer.ts';

const MAX_SHOWN = 5;

/** The gravest open findings. */
export function OpenFindings() {
  const answer = useAnswer('findings.list', {});
  const open = gravestFirst(
    (answer.data?.findings ?? []).filter(({ status }) => status === 'fail'),
  );
  return (
    <Container
      fitHeight
      header={
        <Header
          variant="h2"
          actions={
            <PageLink to="/findings">{open.length === 0 ? 'All' : `All ${open.length}`}</PageLink>
          }
        >
          Needs attention
        </Header>
      }
    >
      {answer.data !== undefined ? (
        <Findings open={open} answer={answer.data} />
      ) : answer.error === null ? (
        <Loading label="findings" />
      ) : (
        <Failed what="Findings" error={answer.error} onRetry={() => void answer.refetch()} />
      )}
    </Container>
  );
}

interface FindingsProps {
  readonly open: readonly Finding[];
  readonly answer: FindingsAnswer;
}

function Findings({ open, answer }: FindingsProps) {
  if (answer.takenAt === null) {
    return <Box color="text-status-inactive">Scan an account to see what its rules say.</Box>;
  }
  if (open.length === 0) {
    return <StatusIndicator type="success">No rule fails</StatusIndicator>;
  }
  const titles = new Map(answer.rules.map(({ id, title }) => [id, title]));
  return (
    <SpaceBetween size="s">
      {open.slice(0, MAX_SHOWN).map((finding) => (
        <div key={finding.id} title={finding.reason}>
          <SpaceBetween direction="horizontal" size="xs" alignItems="center">
            <SeverityBadge severity={finding.severity} />
            <PageLink to="/findings" query={{ rule: finding.ruleId, id: finding.id }}>
              {titles.get(finding.ruleId) ?? finding.ruleId}
            </PageLink>
          </SpaceBetween>
          <Box fontSize="body-s" color="text-body-secondary">
            {shortArn(finding.resource)} in {finding.accountId} {finding.region}
          </Box>
        </div>
      ))}
      <UnknownCount answer={answer} />
    </SpaceBetween>
  );
}

function UnknownCount({ answer }: { readonly answer: FindingsAnswer }) {
  const unknown = answer.findings.filter(({ status }) => status === 'unknown').length;
  if (unknown === 0) return null;
  return (
    <PageLink to="/findings" query={{ status: 'unknown' }}>
      {countOf(unknown, 'answer')} unknown, because something was not read
    </PageLink>
  );
}

function gravestFirst(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}
