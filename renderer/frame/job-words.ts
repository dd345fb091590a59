import type { Job, JobStep } from '../../shared/api/answers.ts';
import { formatMoney } from '../../shared/model/money-text.ts';
import { countOf, exactCount } from '../format.ts';

/** How far a job is: its current step with counts, how many steps are done, and the time left. */
export function jobProgress(job: Job): {
  readonly percent: number;
  readonly label: string;
  readonly detail: string;
} {
  const finished = job.steps.filter(isFinished).length;
  const current = job.steps.find(({ state }) => state === 'running');
  const left = job.remainingMs === null ? '' : `, ${timeLeft(job.remainingMs)}`;
  return {
    percent: Math.round((100 * sharesOf(job.steps)) / Math.max(1, job.steps.length)),
    label: current === undefined ? 'Starting' : stepWords(current),
    detail: `${finished} of ${countOf(job.steps.length, 'step')} done${left}`,
  };
}

/**
 * An estimate of the time left, from milliseconds, no more exact than it can be: `a few seconds left`,
 * `about 25 s left`, `about 3 min left`.
 */
export function timeLeft(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 10) return 'a few seconds left';
  const fives = Math.round(seconds / 5) * 5;
  if (fives < 60) return `about ${fives} s left`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `about ${minutes} min left`;
  return `about ${countOf(Math.round(minutes / 60), 'hour')} left`;
}

/** A step with its counts: `Events of eu-west-1: 1,200 of 5,600`. */
export function stepWords({ title, done, total }: JobStep): string {
  if (total !== null && total > 0) return `${title}: ${exactCount(done)} of ${exactCount(total)}`;
  return done > 0 ? `${title}: ${exactCount(done)}` : title;
}

/** What an ended job did, in whole sentences. */
export function jobResult(job: Job): string {
  const { summary, steps } = job;
  const added =
    summary === null
      ? ''
      : `${countOf(summary.events, 'event')} and ${countOf(summary.invocations, 'invocation')} added. `;
  const open = steps.filter(({ state }) => state === 'failed' || state === 'partial');
  const gaps = open.map(({ title, note }) => (note === null ? title : `${title}: ${note}`));
  const gapWords =
    gaps.length === 0
      ? ''
      : `Not complete: ${gaps.slice(0, 3).join('; ')}${gaps.length > 3 ? ` and ${gaps.length - 3} more` : ''}. `;
  const cost = job.kind === 'scan' ? `The AWS calls cost ${formatMoney(job.watchingUsd)}.` : '';
  return `${added}${gapWords}${cost}`.trim();
}

/** How a job ended, in whole sentences: why it failed, or what it did. */
export function jobEnd(job: Job): string {
  const words = job.error?.message ?? jobResult(job);
  return words === '' || /[.!?]$/.test(words) ? words : `${words}.`;
}

/** The heading of a job's message. */
export function jobTitle({ kind, state }: Pick<Job, 'kind' | 'state'>): string {
  const name = kind === 'scan' ? 'Scan' : 'Import';
  const words = {
    running: 'running',
    done: 'finished',
    partial: 'finished with gaps',
    failed: 'failed',
    cancelled: 'cancelled; what was read is kept',
  } as const;
  return `${name} ${words[state]}`;
}

function isFinished({ state }: JobStep): boolean {
  return state !== 'waiting' && state !== 'running';
}

/** All steps count, not only the one that is named: several run at once, and the bar never falls. */
function sharesOf(steps: readonly JobStep[]): number {
  return steps.reduce((sum, step) => sum + (isFinished(step) ? 1 : (step.share ?? 0)), 0);
}
