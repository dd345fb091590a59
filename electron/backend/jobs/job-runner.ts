import { randomUUID } from 'node:crypto';
import type {
  BackendEvent,
  IngestSummary,
  Job,
  JobQuestion,
  JobStep,
} from '../../../shared/api/answers.ts';
import { toApiError } from '../../../shared/api/result.ts';
import { AppError } from '../../../shared/model/app-error.ts';
import { type Instant, msOfInstant } from '../../../shared/model/period.ts';
import type { Usd } from '../../../shared/model/usd.ts';

/** How a job's work ended when it did not throw. */
export interface JobResult {
  readonly state: 'done' | 'partial';
  readonly watchingUsd: Usd;
  readonly summary: IngestSummary | null;
}

/** What the work of a job is given. */
export interface JobContext {
  readonly jobId: string;
  readonly signal: AbortSignal;
  /** Replaces the steps shown to the user. */
  readonly report: (steps: readonly JobStep[]) => void;
  /** Shows a question and waits for its answer; a cancelled job answers no. */
  readonly ask: (question: JobQuestion) => Promise<boolean>;
}

export type JobWork = (context: JobContext) => Promise<JobResult>;

/** Runs one scan or import at a time and tells its progress. */
export interface JobRunner {
  start(kind: Job['kind'], work: JobWork): Job;
  /** The running job, or the one that ended last; null before the first. */
  current(): Job | null;
  /** @throws AppError `not-found` when no job of that id runs. */
  cancel(jobId: string): void;
  /** @throws AppError `not-found` when the job waits for no answer. */
  answer(jobId: string, go: boolean): void;
  /** Cancels what runs and waits for its end. */
  close(): Promise<void>;
}

export interface JobRunnerOptions {
  readonly now: () => Instant;
  readonly emit: (event: BackendEvent) => void;
  /** Least time between two progress events of one job, in milliseconds. */
  readonly quietMs?: number;
}

interface Running {
  readonly abort: AbortController;
  readonly questions: Questions;
  readonly ended: Promise<void>;
}

/** Makes the one runner of a workspace. */
export function createJobRunner(options: JobRunnerOptions): JobRunner {
  let job: Job | null = null;
  let running: Running | null = null;
  const publish = throttled(options.quietMs ?? 150, () => {
    if (job !== null) options.emit({ type: 'job', job });
  });
  const update = (change: Partial<Job>) => {
    if (job !== null) job = { ...job, ...change };
    publish(change.state !== undefined || change.question !== undefined);
  };
  const run = async (started: Job, work: JobWork, begun: Omit<Running, 'ended'>) => {
    const { abort, questions } = begun;
    const report = (steps: readonly JobStep[]) =>
      update({ steps, remainingMs: remaining(started, steps, options.now()) });
    try {
      const result = await work({
        jobId: started.id,
        signal: abort.signal,
        report,
        ask: (question) => questions.ask(question, abort.signal),
      });
      const cancelled = abort.signal.aborted ? failure(null, abort.signal) : {};
      update({ ...result, ...cancelled, endedAt: options.now(), remainingMs: null });
    } catch (thrown) {
      update({ ...failure(thrown, abort.signal), endedAt: options.now(), remainingMs: null });
    } finally {
      running = null;
    }
  };
  return {
    start(kind, work) {
      if (running !== null) throw busy(job);
      const started = newJob(kind, options.now());
      const abort = new AbortController();
      job = started;
      publish(true);
      const questions = createQuestions((question) => update({ question }));
      const begun = { abort, questions };
      running = { ...begun, ended: Promise.resolve().then(() => run(started, work, begun)) };
      return started;
    },
    current: () => job,
    cancel(jobId) {
      if (running === null || job?.id !== jobId) {
        throw new AppError('not-found', 'This job is not running any more.');
      }
      running.abort.abort();
    },
    answer(jobId, go) {
      if (running === null || job?.id !== jobId || !running.questions.answer(go)) {
        throw new AppError('not-found', 'This job waits for no answer.');
      }
    },
    async close() {
      running?.abort.abort();
      await running?.ended;
    },
  };
}

interface Questions {
  ask(question: JobQuestion, signal: AbortSignal): Promise<boolean>;
  /** False when nothing was asked. */
  answer(go: boolean): boolean;
}

/** One question at a time; `show` is told of it, and of its end. */
function createQuestions(show: (question: JobQuestion | null) => void): Questions {
  let settle: ((go: boolean) => void) | null = null;
  return {
    ask: (question, signal) =>
      new Promise((resolve) => {
        settle = (go) => {
          settle = null;
          show(null);
          resolve(go);
        };
        signal.addEventListener('abort', () => settle?.(false), { once: true });
        show(question);
        if (signal.aborted) settle(false);
      }),
    answer(go) {
      if (settle === null) return false;
      settle(go);
      return true;
    },
  };
}

function newJob(kind: Job['kind'], startedAt: Instant): Job {
  return {
    id: randomUUID(),
    kind,
    state: 'running',
    startedAt,
    endedAt: null,
    steps: [],
    remainingMs: null,
    error: null,
    watchingUsd: '0',
    summary: null,
    question: null,
  };
}

function failure(thrown: unknown, signal: AbortSignal): Pick<Job, 'state' | 'error'> {
  if (signal.aborted) {
    const message = 'Cancelled; what was read until then is kept.';
    return { state: 'cancelled', error: { code: 'cancelled', message } };
  }
  return { state: 'failed', error: toApiError(thrown) };
}

function busy(job: Job | null): AppError {
  const what = job?.kind === 'import' ? 'An import' : 'A scan';
  return new AppError('conflict', `${what} is running. Wait for its end or cancel it first.`);
}

/** Time left by the pace so far, once all steps know how much of them is done. */
function remaining(job: Job, steps: readonly JobStep[], now: Instant): number | null {
  const shares = steps.flatMap((step) => step.share ?? []);
  if (shares.length === 0 || shares.length < steps.length) return null;
  const share = shares.reduce((sum, one) => sum + one, 0) / shares.length;
  const elapsed = msOfInstant(now) - msOfInstant(job.startedAt);
  return share < 0.05 ? null : Math.round((elapsed * (1 - share)) / share);
}

/** Calls at most once per `quietMs`, always for `urgent`, and once more after the last call. */
function throttled(quietMs: number, call: () => void): (urgent: boolean) => void {
  let timer: NodeJS.Timeout | null = null;
  return (urgent) => {
    if (urgent) {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      call();
    } else if (timer === null) {
      timer = setTimeout(() => {
        timer = null;
        call();
      }, quietMs);
    }
  };
}
