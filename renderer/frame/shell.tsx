import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import { ModelColoursProvider } from '../charts/use-colours.tsx';
import { ClockProvider } from '../clock.tsx';
import { Failed } from '../components/states.tsx';
import { useAnswer } from '../queries/use-answer.ts';
import { useFreshAnswers } from '../queries/use-backend-events.ts';
import { WorkspaceProvider } from '../workspace.ts';
import { Layout } from './layout.tsx';

/** Opens the workspace, then shows the frame; until then says what it waits for or what went wrong. */
export function Shell() {
  useFreshAnswers();
  const workspace = useAnswer('workspace.get', {});
  if (workspace.data !== undefined) {
    return (
      <WorkspaceProvider value={workspace.data}>
        <ClockProvider now={workspace.data.now}>
          <ModelColoursProvider>
            <Layout />
          </ModelColoursProvider>
        </ClockProvider>
      </WorkspaceProvider>
    );
  }
  return (
    <Box padding="xxl" textAlign="center">
      {workspace.error === null ? (
        <>
          <Spinner /> Opening the workspace
        </>
      ) : (
        <Failed
          what="The workspace"
          error={workspace.error}
          onRetry={() => void workspace.refetch()}
        />
      )}
    </Box>
  );
}
