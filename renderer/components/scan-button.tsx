import Button from '@cloudscape-design/components/button';
import { useAnswer } from '../queries/use-answer.ts';
import { useCall } from '../queries/use-call.ts';
import { Failed } from './states.tsx';

/** Starts a scan of every connection; waits while a job runs. */
export function ScanButton() {
  const scan = useCall('scan.start', { changes: ['job.current'] });
  const job = useAnswer('job.current', {});
  const running = job.data?.state === 'running';
  if (scan.error !== null) {
    return <Failed what="The scan" error={scan.error} onRetry={() => scan.mutate({})} />;
  }
  return (
    <Button iconName="refresh" loading={running || scan.isPending} onClick={() => scan.mutate({})}>
      Scan
    </Button>
  );
}
