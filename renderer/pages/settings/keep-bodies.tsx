import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { Failed, Loading } from '../../components/states.tsx';
import { useAnswer } from '../../queries/use-answer.ts';
import { useCall } from '../../queries/use-call.ts';
import { useWorkspace } from '../../workspace.ts';

/** Whether prompts and answers stay on this machine after they were counted. */
export function KeepBodies() {
  const { folder } = useWorkspace();
  const settings = useAnswer('settings.get', {});
  const save = useCall('settings.update', { changes: ['settings.get'] });
  if (settings.error !== null) {
    const retry = () => void settings.refetch();
    return <Failed what="Privacy" error={settings.error} onRetry={retry} />;
  }
  if (settings.data === undefined) return <Loading label="privacy" />;
  const { keepBodies } = settings.data;
  return (
    <Container header={<Header variant="h2">Prompts and answers</Header>}>
      <SpaceBetween size="s">
        <Toggle
          checked={keepBodies}
          disabled={save.isPending}
          description="Invocation logs hold what people asked and what models answered"
          onChange={({ detail }) => save.mutate({ keepBodies: detail.checked })}
        >
          Keep prompts and answers
        </Toggle>
        {keepBodies ? (
          <Alert type="warning" header="Prompts and answers are kept, unencrypted by Assay">
            Invocation logs that are read from now on stay in {folder}/spool, with whatever personal
            or secret text people sent to models. Whoever can read the folder can read them. What
            was read before is not fetched again. Switching this off keeps no more; to remove what
            is there, delete the folder's spool.
          </Alert>
        ) : null}
        {save.error === null ? null : <Alert type="error">{save.error.message}</Alert>}
      </SpaceBetween>
    </Container>
  );
}
