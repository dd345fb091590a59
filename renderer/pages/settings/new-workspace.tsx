import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { countOf } from '../../format.ts';
import { useAnswer } from '../../queries/use-answer.ts';
import { useCall } from '../../queries/use-call.ts';
import { useWorkspace } from '../../workspace.ts';
import { FolderForm } from './folder-form.tsx';
import { folderBeside } from './folders.ts';

/** The first of two steps out of the demo: a folder for the real account's workspace. */
export function NewWorkspace() {
  const { folder } = useWorkspace();
  const profiles = useAnswer('profiles.list', {});
  const open = useCall('workspace.open', { changes: 'all' });
  const names = (profiles.data ?? []).map(({ name }) => name);
  return (
    <Container
      header={
        <Header variant="h2" description="Step 1 of 2: a workspace. Step 2: the connection.">
          Connect an account
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Box variant="p">
          The demo account stays by itself, so a real account gets a workspace of its own: a folder
          on this machine with everything Assay knows about it. The demo can be opened again at any
          time.
        </Box>
        <FolderForm
          label="Folder for the workspace"
          description="It is made if it does not exist; a workspace that is there is opened."
          initial={folderBeside(folder, 'my-organisation')}
          action="Open the workspace"
          busy={open.isPending}
          error={open.error?.message}
          onSubmit={(chosen) => open.mutate({ folder: chosen })}
        />
        {profiles.data === undefined ? null : (
          <Box color="text-body-secondary">
            {names.length === 0
              ? 'No AWS profile was found on this machine; the default credential chain can be used.'
              : `${countOf(names.length, 'profile')} found on this machine: ${names.join(', ')}.`}
          </Box>
        )}
      </SpaceBetween>
    </Container>
  );
}
