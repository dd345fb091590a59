import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ScanFailure, UnfinishedScan } from '../../shared/api/answers.ts';
import { PageLink } from '../components/page-link.tsx';
import { When } from '../components/when.tsx';
import { useWorkspace } from '../workspace.ts';

/**
 * Says on every page that the newest scan failed or was interrupted, and what is not complete: figures may
 * be old, too small or not there at all.
 */
export function ScanFailureNotice() {
  const { lastScanFailure, lastScanAt, unfinishedScan } = useWorkspace();
  if (lastScanFailure === null && unfinishedScan === null) return null;
  const failed = lastScanFailure !== null;
  const kept = lastScanAt === null ? 'Nothing was read yet.' : 'What was read before is shown.';
  return (
    <Alert
      type="warning"
      header={failed ? 'The last scan failed' : 'The last scan was interrupted'}
    >
      <SpaceBetween size="xxs">
        {failed && <Failure failure={lastScanFailure} kept={kept} />}
        {unfinishedScan !== null && <Unfinished scan={unfinishedScan} />}
      </SpaceBetween>
    </Alert>
  );
}

function Failure({ failure, kept }: { readonly failure: ScanFailure; readonly kept: string }) {
  return (
    <span>
      <When at={failure.at} />: {failure.message} {kept}
    </span>
  );
}

function Unfinished({ scan }: { readonly scan: UnfinishedScan }) {
  return (
    <span>
      The scan of <When at={scan.at} /> was interrupted: {scan.sources.join(', ')} may be
      incomplete. Scan again to complete them;{' '}
      <PageLink to="/settings" query={{ tab: 'coverage' }}>
        Coverage
      </PageLink>{' '}
      lists what was read.
    </span>
  );
}
