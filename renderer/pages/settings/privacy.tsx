import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useWorkspace } from '../../workspace.ts';

/** What is kept, where, and what never is. */
export function PrivacySection() {
  const { folder } = useWorkspace();
  return (
    <Container header={<Header variant="h2">What is kept</Header>}>
      <ul className="settings-list">
        <li>Everything is kept in {folder} on this machine, and sent nowhere.</li>
        <li>
          Of an event: who, what, when, from where, and how it ended. Of an invocation: model,
          principal, tokens, times, guardrail and how it ended.
        </li>
        <li>Prompts and answers are not put into the store, the log file or an export.</li>
        <li>
          CloudTrail files read from S3 stay in the folder's spool, compressed, so that raw records
          can be shown. Invocation logs, which hold prompts and answers, leave it as soon as they
          are counted, unless the switch above keeps them.
        </li>
        <li>
          Credentials are never stored or logged, and never reach this page: the AWS SDK resolves
          them for each scan.
        </li>
        <li>
          Assay calls the AWS endpoints of its connections and nothing else: no telemetry, and
          nothing loaded from elsewhere.
        </li>
      </ul>
    </Container>
  );
}
