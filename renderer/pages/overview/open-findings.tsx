import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { FindingsAnswer } from '../../../shared/api/answers.ts';
import type { Finding } from '../../../shared/model/finding.ts';
import { PageLink } from '../../components/page-link.tsx';
import { SeverityBadge } from '../../components/severity-badge.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { useAnswer } from '../../queries/use-answer.ts';
import { failingRules, failureWords, unknownWords } from './failing-rules.ts';

const MAX_SHOWN = 5;

/** The rules that fail, gravest first. */
export function OpenFindings() {
  const answer = useAnswer('findings.list', {});
  const open = (answer.data?.findings ?? []).filter(({ status }) => status === 'fail');
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
      {failingRules(open)
        .slice(0, MAX_SHOWN)
        .map((rule) => (
          <div key={rule.ruleId} className="badge-row">
            <SeverityBadge severity={rule.severity} />
            <div>
              <PageLink to="/findings" query={{ rule: rule.ruleId }}>
                {titles.get(rule.ruleId) ?? rule.ruleId}
              </PageLink>
              <Box fontSize="body-s" color="text-body-secondary">
                {failureWords(rule.findings)}
              </Box>
            </div>
          </div>
        ))}
      <UnknownCount answer={answer} />
    </SpaceBetween>
  );
}

function UnknownCount({ answer }: { readonly answer: FindingsAnswer }) {
  const words = unknownWords(answer.findings);
  if (words === '') return null;
  return (
    <PageLink to="/findings" query={{ status: 'unknown' }}>
      {words}
    </PageLink>
  );
}
