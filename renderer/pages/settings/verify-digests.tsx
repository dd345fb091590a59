import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import type { Settings } from '../../../shared/api/answers.ts';
import { PageLink } from '../../components/page-link.tsx';
import { useCall } from '../../queries/use-call.ts';

/** Whether scans prove that nobody changed, removed or added a log file of a trail. */
export function VerifyDigests({ settings: { verifyDigests } }: { readonly settings: Settings }) {
  const save = useCall('settings.update', { changes: ['settings.get', 'policy.get'] });
  return (
    <Container header={<Header variant="h2">Integrity of log files</Header>}>
      <SpaceBetween size="s">
        <Toggle
          checked={verifyDigests}
          disabled={save.isPending}
          description="Scans then read the digest files of CloudTrail and, once, every log file that they list; S3 charges the requests"
          onChange={({ detail }) => save.mutate({ verifyDigests: detail.checked })}
        >
          Verify CloudTrail digests in scans
        </Toggle>
        {verifyDigests ? (
          <span>
            What was changed, is missing or was never listed is named in{' '}
            <PageLink to="/settings" query={{ tab: 'coverage' }}>
              Coverage
            </PageLink>
            ; the{' '}
            <PageLink to="/settings" query={{ tab: 'policy' }}>
              policy
            </PageLink>{' '}
            holds what it needs.
          </span>
        ) : null}
        {save.error === null ? null : <Alert type="error">{save.error.message}</Alert>}
      </SpaceBetween>
    </Container>
  );
}
