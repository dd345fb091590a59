import Button from '@cloudscape-design/components/button';
import type { FlashbarProps } from '@cloudscape-design/components/flashbar';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef, useState } from 'react';
import type { Job } from '../../shared/api/answers.ts';
import { questionText } from '../../shared/api/job-question.ts';
import { PageLink } from '../components/page-link.tsx';
import { useAction } from '../components/use-action.ts';
import { useLocation } from '../navigation.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { jobEnd, jobProgress, jobTitle } from './job-words.ts';

const TYPES = {
  running: 'in-progress',
  done: 'success',
  partial: 'warning',
  failed: 'error',
  cancelled: 'info',
} as const satisfies Record<Job['state'], FlashbarProps.Type>;

/** The message of the running job, or of one that ended while this page was open; null when none. */
export function useJobMessage(): FlashbarProps.MessageDefinition | null {
  const job = useAnswer('job.current', {}).data ?? null;
  const cancel = useAction('job.cancel', { failure: 'The job could not be cancelled' });
  const answer = useAction('job.answer', { failure: 'The answer could not be sent' });
  const [seen, setSeen] = useState<string | null>(null);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const running = job?.state === 'running' ? job.id : null;
  useEffect(() => {
    if (running !== null) setSeen(running);
  }, [running]);
  useEndOfVisit(job?.state === 'running' ? null : (job?.id ?? null), setDismissed);
  if (job === null) return null;
  if (job.state === 'running' && job.question) {
    const say = (go: boolean) => answer.run({ jobId: job.id, go });
    return askingMessage(job.id, questionText(job.question), { say, busy: answer.running });
  }
  if (job.state === 'running') {
    return runningMessage(job, () => cancel.run({ jobId: job.id }), cancel.running);
  }
  return job.id !== seen || job.id === dismissed
    ? null
    : endedMessage(job, () => setDismissed(job.id));
}

/** Dismisses what ended when the page that it was told on is left: it has been seen there. */
function useEndOfVisit(ended: string | null, dismiss: (id: string) => void): void {
  const { path } = useLocation();
  const told = useRef({ path, ended });
  useEffect(() => {
    const before = told.current;
    told.current = { path, ended };
    if (before.path !== path && before.ended !== null && before.ended === ended) dismiss(ended);
  }, [path, ended, dismiss]);
}

function askingMessage(
  id: string,
  text: string,
  { say, busy }: { readonly say: (go: boolean) => void; readonly busy: boolean },
): FlashbarProps.MessageDefinition {
  return {
    id: `${id} question`,
    type: 'warning',
    header: 'This scan is large',
    content: `${text} Read it anyway?`,
    action: (
      <SpaceBetween direction="horizontal" size="xs">
        <Button onClick={() => say(false)} disabled={busy}>
          Leave it out
        </Button>
        <Button onClick={() => say(true)} loading={busy}>
          Read it
        </Button>
      </SpaceBetween>
    ),
  };
}

function runningMessage(
  job: Job,
  onCancel: () => void,
  cancelling: boolean,
): FlashbarProps.MessageDefinition {
  const { percent, label, detail } = jobProgress(job);
  return {
    id: job.id,
    type: 'in-progress',
    header: jobTitle(job),
    content: (
      <ProgressBar
        variant="flash"
        value={percent}
        label={label}
        additionalInfo={detail}
        ariaLabel={jobTitle(job)}
      />
    ),
    action: (
      <Button onClick={onCancel} loading={cancelling}>
        Cancel
      </Button>
    ),
  };
}

function endedMessage(job: Job, onDismiss: () => void): FlashbarProps.MessageDefinition {
  const gaps = job.state === 'partial' || job.state === 'failed';
  return {
    id: job.id,
    type: TYPES[job.state],
    header: jobTitle(job),
    content: (
      <>
        {jobEnd(job)}{' '}
        {gaps ? (
          <PageLink to="/settings" query={{ tab: 'coverage' }}>
            See what was read and what was not.
          </PageLink>
        ) : null}
      </>
    ),
    dismissible: true,
    dismissLabel: 'Dismiss',
    onDismiss,
  };
}
