import './prompt-lab.css';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { reachedConnections } from '../../../shared/api/connected-accounts.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { Empty, Failed } from '../../components/states.tsx';
import { useAnswer } from '../../queries/use-answer.ts';
import { useWorkspace } from '../../workspace.ts';
import { AnswerCard } from './answer-card.tsx';
import { EstimateLine } from './estimate-line.tsx';
import { LabOptions } from './lab-options.tsx';
import { PromptFields } from './prompt-fields.tsx';
import { runLabel } from './run-label.ts';
import { isRunning } from './run-state.ts';
import { useLabForm } from './use-lab-form.ts';
import { usePromptEstimate } from './use-prompt-estimate.ts';
import { usePromptRun } from './use-prompt-run.ts';

/** Tries a prompt on an approved model: its price before, the answer, and its cost after. */
export function PromptLabPage() {
  const workspace = useWorkspace();
  const models = useAnswer('models.list', {});
  const connections = reachedConnections(workspace.connections);
  const lab = useLabForm(connections, models.data ?? []);
  const estimate = usePromptEstimate(lab.checked);
  const run = usePromptRun();
  const send = () => {
    const input = lab.submit();
    if (input !== null && !isRunning(run.state)) void run.start(input);
  };
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Prompt lab"
        description={
          workspace.demo
            ? 'Simulated: nothing is billed. Prices are those of the real models.'
            : 'Prompts are billed to the account of the connection.'
        }
        actions={
          <Button
            variant="primary"
            onClick={send}
            disabled={connections.length === 0}
            loading={isRunning(run.state)}
            loadingText="The model is answering"
          >
            {runLabel(lab.checked.ok ? estimate.data : undefined)}
          </Button>
        }
      />
      {models.error === null ? null : (
        <Failed what="Models" error={models.error} onRetry={() => void models.refetch()} />
      )}
      {connections.length === 0 ? (
        <NoConnection />
      ) : (
        <div className="lab-form">
          <PromptFields
            {...lab}
            estimate={<EstimateLine checked={lab.checked} estimate={estimate} />}
            onSend={send}
          />
          <LabOptions {...lab} connections={connections} loading={models.isPending} />
        </div>
      )}
      <div className="lab-answers">
        <AnswerCard
          title={lab.sentTo?.title ?? ''}
          subtitle={lab.sentTo?.subtitle ?? ''}
          state={run.state}
          onCancel={() => void run.cancel()}
        />
      </div>
    </SpaceBetween>
  );
}

function NoConnection() {
  const settings = (
    <PageLink to="/settings" query={{ tab: 'connections' }}>
      Add a connection
    </PageLink>
  );
  return (
    <Empty title="No connection to send a prompt through" action={settings}>
      A prompt goes to a model of the account and Region that a connection names.
    </Empty>
  );
}
