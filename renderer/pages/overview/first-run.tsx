import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { CopyPolicy } from '../../components/copy-policy.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { Failed } from '../../components/states.tsx';
import { countOf } from '../../format.ts';
import { useAnswer } from '../../queries/use-answer.ts';
import { useCall } from '../../queries/use-call.ts';
import { ProfileRow } from './profile-row.tsx';

const MAX_PROFILES = 6;

/** The first screen of an empty workspace: three doors. */
export function FirstRun() {
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Overview"
        description="Nothing is here yet. Choose what to look at; Assay only reads, and keeps everything on this machine."
      />
      <div className="panel-grid">
        <DemoDoor />
        <ProfileDoor />
        <FolderDoor />
      </div>
    </SpaceBetween>
  );
}

function DemoDoor() {
  const open = useCall('workspace.open-demo', { changes: 'all' });
  return (
    <Container fitHeight header={<Header variant="h2">Explore the demo account</Header>}>
      <SpaceBetween size="s">
        <Box variant="p">
          A simulated organisation with 90 days of traffic, good and bad guardrails and an incident.
          Needs no credentials and costs nothing.
        </Box>
        <Button variant="primary" loading={open.isPending} onClick={() => open.mutate({})}>
          Open the demo
        </Button>
        {open.error === null ? null : <Failed what="The demo" error={open.error} />}
      </SpaceBetween>
    </Container>
  );
}

function ProfileDoor() {
  const profiles = useAnswer('profiles.list', {});
  const found = profiles.data ?? [];
  return (
    <Container
      fitHeight
      header={<Header variant="h2">Connect an AWS profile</Header>}
      footer={<CopyPolicy label="Copy the read-only policy" />}
    >
      <SpaceBetween size="s">
        <Box variant="p">
          {found.length === 0
            ? 'No profile was found in ~/.aws. The default credential chain works too.'
            : `${countOf(found.length, 'profile')} found on this machine. A test is one call that costs nothing:`}
        </Box>
        {found.slice(0, MAX_PROFILES).map((profile) => (
          <ProfileRow key={profile.name} profile={profile} />
        ))}
        <PageLink to="/settings" query={{ tab: 'connections' }}>
          {found.length > MAX_PROFILES
            ? `All ${found.length} profiles`
            : 'A role, more Regions or another endpoint'}
        </PageLink>
        {profiles.error === null ? null : <Failed what="Profiles" error={profiles.error} />}
      </SpaceBetween>
    </Container>
  );
}

function FolderDoor() {
  const [folder, setFolder] = useState('');
  const start = useCall('import.start', { changes: ['job.current'] });
  const open = () => start.mutate({ folder: folder.trim() });
  return (
    <Container fitHeight header={<Header variant="h2">Open a folder of logs</Header>}>
      <SpaceBetween size="s">
        <Box variant="p">
          Exported CloudTrail and model invocation logs, gzipped or not, nested as they are. Each
          file's outcome is listed.
        </Box>
        <FormField label="Folder" stretch>
          <Input
            value={folder}
            placeholder="/home/me/cloudtrail-export"
            onChange={({ detail }) => setFolder(detail.value)}
            onKeyDown={({ detail }) => {
              if (detail.key === 'Enter' && folder.trim() !== '') open();
            }}
          />
        </FormField>
        <Button disabled={folder.trim() === ''} loading={start.isPending} onClick={open}>
          Import
        </Button>
        {start.error === null ? null : <Failed what="The import" error={start.error} />}
      </SpaceBetween>
    </Container>
  );
}
