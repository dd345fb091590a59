import Alert from '@cloudscape-design/components/alert';
import { When } from '../components/when.tsx';
import { useWorkspace } from '../workspace.ts';

/** Says that the newest scan failed, on every page: its figures may be old or not there at all. */
export function ScanFailureNotice() {
  const { lastScanFailure, lastScanAt } = useWorkspace();
  if (lastScanFailure === null) return null;
  const kept = lastScanAt === null ? 'Nothing was read yet.' : 'What was read before is shown.';
  return (
    <Alert type="warning" header="The last scan failed">
      <When at={lastScanFailure.at} />: {lastScanFailure.message} {kept}
    </Alert>
  );
}
