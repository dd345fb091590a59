import type { Job, JobStep } from '../../../shared/api/answers.ts';
import { printable } from '../../../shared/model/printable.ts';

/** Where progress is told; `live` terminals may rewrite their last line. */
export interface Terminal {
  write(text: string): void;
  readonly live: boolean;
}

const MARKS = {
  waiting: ' ',
  running: '·',
  done: '✓',
  partial: '!',
  failed: '✗',
} satisfies Record<JobStep['state'], string>;

/** Tells a job's progress: one line for every step that ended, and the running one where it is live. */
export function jobLines(terminal: Terminal): (job: Job) => void {
  const told = new Set<string>();
  let pending = false;
  const clear = () => {
    if (pending) terminal.write('\r\u001b[2K');
    pending = false;
  };
  return (job) => {
    clear();
    for (const step of job.steps) {
      const key = `${job.id} ${step.id}`;
      if (step.state === 'waiting' || step.state === 'running' || told.has(key)) continue;
      told.add(key);
      terminal.write(`${stepText(step)}\n`);
    }
    const running = job.steps.find((step) => step.state === 'running');
    if (!terminal.live || running === undefined || job.state !== 'running') return;
    terminal.write(stepText(running, job.remainingMs));
    pending = true;
  };
}

function stepText(step: JobStep, remainingMs: number | null = null): string {
  const counts = step.total === null ? (step.done > 0 ? ` ${step.done}` : '') : countText(step);
  const left = remainingMs === null ? '' : `, ${Math.ceil(remainingMs / 1000)} s left`;
  const note = step.note === null ? '' : ` (${step.note})`;
  return printable(`  ${MARKS[step.state]} ${step.title}${counts}${left}${note}`);
}

function countText(step: JobStep): string {
  return step.done === step.total ? ` ${step.done}` : ` ${step.done}/${step.total}`;
}
