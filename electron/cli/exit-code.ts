import type { Job } from '../../shared/api/answers.ts';
import { AppError, type ErrorCode } from '../../shared/model/app-error.ts';

/** What the shell is told; documented in docs/cli.md. */
export const EXIT = { ok: 0, findings: 1, usage: 2, failed: 3, interrupted: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const USAGE_CODES: readonly ErrorCode[] = ['invalid-input', 'not-found'];

/** The exit code of an error: a wrong call, Ctrl-C, or something that failed on the way. */
export function exitCodeOf(thrown: unknown): ExitCode {
  if (!(thrown instanceof AppError)) return EXIT.failed;
  if (thrown.code === 'cancelled') return EXIT.interrupted;
  return USAGE_CODES.includes(thrown.code) ? EXIT.usage : EXIT.failed;
}

/** The exit code of a job that ended: partial results are kept, and are not a success. */
export function exitCodeOfJob(job: Job): ExitCode {
  if (job.state === 'cancelled') return EXIT.interrupted;
  return job.state === 'done' ? EXIT.ok : EXIT.failed;
}
