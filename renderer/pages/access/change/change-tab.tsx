import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { PolicyFoundRow } from '../../../../shared/api/access-answers.ts';
import { Empty, Failed, Loading } from '../../../components/states.tsx';
import { textFilter, useFilters } from '../../../filters.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { PolicyEditor } from './policy-editor.tsx';
import { PolicySelect } from './policy-select.tsx';

const changeFilters = { policy: textFilter('policy') } as const;

/** A policy as it would be, and the decisions that would change; nothing is sent. */
export function ChangeTab() {
  const [{ policy }, update] = useFilters(changeFilters);
  const answer = useAnswer(
    'access.policies-found',
    { offset: 0, limit: 1, policyId: policy },
    { enabled: policy !== '' },
  );
  const chosen = answer.data?.rows[0];
  return (
    <SpaceBetween size="m">
      <Container
        header={
          <Header variant="h2" description="Edit it here and look. Nothing is sent to AWS.">
            A policy as it would be
          </Header>
        }
      >
        <PolicySelect
          chosen={chosen}
          value={policy}
          onChange={(policyId) => update({ policy: policyId })}
        />
      </Container>
      {answer.error === null ? (
        <Chosen {...{ chosen, policy }} loading={answer.isPending} />
      ) : (
        <Failed what="The policy" error={answer.error} onRetry={() => void answer.refetch()} />
      )}
    </SpaceBetween>
  );
}

interface ChosenProps {
  readonly chosen: PolicyFoundRow | undefined;
  readonly loading: boolean;
  readonly policy: string;
}

function Chosen({ chosen, loading, policy }: ChosenProps) {
  if (policy === '') {
    return (
      <Empty title="Choose a policy or an SCP">
        Change its text, or take it away, and every decision that would change stands here.
      </Empty>
    );
  }
  if (loading) return <Loading label="the policy" height={420} />;
  if (chosen === undefined || chosen.document === null) {
    return (
      <Empty title="This policy was not read">
        <Box variant="code">{policy}</Box>
      </Empty>
    );
  }
  return <PolicyEditor key={chosen.policyId} policy={{ ...chosen, document: chosen.document }} />;
}
