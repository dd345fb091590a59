import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { useState } from 'react';
import type { AccessExplanation } from '../../../../shared/api/access-answers.ts';
import { BreakableWords } from '../../../components/breakable.tsx';
import { Failed, Loading } from '../../../components/states.tsx';
import { countOf, exactCount } from '../../../format.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { windowWords } from '../access-words.ts';
import { DecisionBadge } from '../parts/decision-badge.tsx';
import { GapsNote } from '../parts/gaps-note.tsx';
import { useQuestion } from '../use-question.ts';
import { ExplainLinks } from './explain-links.tsx';
import { gateGroups } from './gate-groups.ts';
import { GateList } from './gate-list.tsx';
import { GuardrailChoices } from './guardrail-choices.tsx';
import { PolicyTexts } from './policy-texts.tsx';
import { RouteList } from './route-list.tsx';

interface ExplainPanelProps {
  readonly principalArn: string;
  readonly modelId: string;
}

/** One cell as a proof, asked for when it is opened. */
export function ExplainPanel({ principalArn, modelId }: ExplainPanelProps) {
  const question = useQuestion();
  const answer = useAnswer(
    'access.explain',
    { ...question, principalArn, modelId },
    { keepPrevious: true },
  );
  if (answer.error !== null) {
    return (
      <Failed what="The explanation" error={answer.error} onRetry={() => void answer.refetch()} />
    );
  }
  if (answer.data === undefined) return <Loading label="the explanation" height={420} />;
  return <Explanation explanation={answer.data} />;
}

function Explanation({ explanation }: { readonly explanation: AccessExplanation }) {
  const [tab, setTab] = useState('proof');
  const { decision, sentence, routes, gates, guardrails, use, principalArn } = explanation;
  return (
    <SpaceBetween size="m">
      <SpaceBetween size="xxs">
        <DecisionBadge decision={decision} />
        <Box variant="strong">
          <BreakableWords text={sentence} />
        </Box>
        <Box color="text-body-secondary">{useWords(use)}</Box>
      </SpaceBetween>
      <ExplainLinks explanation={explanation} />
      <GapsNote gaps={explanation.gaps} />
      <Tabs
        ariaLabel="About this access"
        activeTabId={tab}
        onChange={({ detail }) => setTab(detail.activeTabId)}
        tabs={[
          {
            id: 'proof',
            label: `Ways (${exactCount(routes.length)})`,
            content: <RouteList routes={routes} />,
          },
          {
            id: 'gates',
            label: `Guardrails and gates (${exactCount(gateGroups(gates).length)})`,
            content: (
              <SpaceBetween size="m">
                <GuardrailChoices choices={guardrails} />
                <GateList gates={gates} />
              </SpaceBetween>
            ),
          },
          {
            id: 'policies',
            label: 'Policies',
            content: tab === 'policies' ? <PolicyTexts principalArn={principalArn} /> : null,
          },
        ]}
      />
    </SpaceBetween>
  );
}

/** What was really called: `9,412 calls in 90 days, 2026-08-23 to 2026-11-20 (UTC); last on 2026-11-20.` */
function useWords({ calls, window, lastDay }: AccessExplanation['use']): string {
  if (calls === 0 || lastDay === null) return `Never called in ${windowWords(window)}.`;
  return `${countOf(calls, 'call')} in ${windowWords(window)}; last on ${lastDay}.`;
}
