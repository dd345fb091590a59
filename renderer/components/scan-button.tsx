import Button from '@cloudscape-design/components/button';
import { useAnswer } from '../queries/use-answer.ts';
import { useScan } from './use-action.ts';

/** Starts a scan of every connection; waits while a job runs. */
export function ScanButton() {
  const scan = useScan();
  const job = useAnswer('job.current', {});
  return (
    <Button
      iconName="refresh"
      loading={job.data?.state === 'running' || scan.running}
      onClick={scan.run}
    >
      Scan
    </Button>
  );
}
