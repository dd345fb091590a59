import type { BackendEvent, Job } from '../../../shared/api/answers.ts';
import type { Call } from '../../../shared/api/contract.ts';
import { type Result, unwrap } from '../../../shared/api/result.ts';

/** A caller of the contract: what a host's terminal side works with. */
export interface Caller {
  readonly call: Call;
  onEvent(listener: (event: BackendEvent) => void): () => void;
}

/**
 * Starts a job and follows it to its end; an aborted signal cancels it and its end is awaited.
 * @throws AppError when the job cannot be started.
 */
export async function runJob(
  caller: Caller,
  start: () => Promise<Result<Job>>,
  options: { readonly onJob: (job: Job) => void; readonly signal: AbortSignal },
): Promise<Job> {
  const seen = new Map<string, Job>();
  let wake = () => {};
  const stop = caller.onEvent((event) => {
    if (event.type !== 'job') return;
    seen.set(event.job.id, event.job);
    options.onJob(event.job);
    wake();
  });
  try {
    const started = unwrap(await start());
    if (!seen.has(started.id)) seen.set(started.id, started);
    const cancel = () => void caller.call('job.cancel', { jobId: started.id });
    if (options.signal.aborted) cancel();
    options.signal.addEventListener('abort', cancel, { once: true });
    for (;;) {
      const job = seen.get(started.id) ?? started;
      if (job.state !== 'running') return job;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    stop();
  }
}
