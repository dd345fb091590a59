import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import { exactCount } from '../../format.ts';
import type { PagedExport } from './use-paged-export.ts';

/** How far an export is, with the way to stop it; nothing while there is none. */
export function ExportProgress({
  progress,
  cancel,
}: Pick<PagedExport<unknown>, 'progress' | 'cancel'>) {
  if (progress === null) return null;
  const { done, total } = progress;
  return (
    <Alert type="info" action={<Button onClick={cancel}>Cancel</Button>}>
      <ProgressBar
        label="Exporting"
        value={total === 0 ? 0 : (done / total) * 100}
        additionalInfo={total === 0 ? '' : `${exactCount(done)} of ${exactCount(total)}`}
      />
    </Alert>
  );
}
