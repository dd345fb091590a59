import { AppError } from '../../../shared/model/app-error.ts';
import type { ReadOutcome } from '../../../shared/model/dataset.ts';
import { type CallContext, classifyError, type IamAction } from './classify-error.ts';
import { plainSentence } from './plain-sentence.ts';

/** A call that AWS did not answer, with the outcome that names why. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';
  readonly outcome: ReadOutcome;

  constructor(outcome: Exclude<ReadOutcome, { readonly status: 'collected' }>, cause: unknown) {
    super(outcome.reason, { cause });
    this.outcome = outcome;
  }
}

/** What every SDK call gets: the signal that cancels it. */
export interface SendOptions {
  readonly abortSignal: AbortSignal;
}

/** Makes AWS calls for one reading: counts them and turns their errors into outcomes. */
export interface Caller {
  /** @throws CallFailure with the outcome; AppError `cancelled` when the signal was given. */
  call<T>(action: IamAction, send: (options: SendOptions) => Promise<T>): Promise<T>;
  /** Calls made so far, without the SDK's retries. */
  calls(): number;
}

export interface CallerOptions extends Omit<CallContext, 'action'> {
  readonly signal: AbortSignal;
}

/** A caller for one account and Region. */
export function createCaller({ signal, ...context }: CallerOptions): Caller {
  let made = 0;
  return {
    calls: () => made,
    call: async (action, send) => {
      throwIfCancelled(signal);
      made += 1;
      try {
        return await send({ abortSignal: signal });
      } catch (error) {
        throwIfCancelled(signal);
        throw new CallFailure(classifyError(error, { ...context, action }), error);
      }
    },
  };
}

/** @throws AppError `cancelled` when the work was cancelled. */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled', 'Cancelled; what was read so far is kept.');
}

/**
 * The outcome behind anything a reading threw; a cancellation is thrown on, because it is no outcome.
 */
export function outcomeOf(thrown: unknown, subject: string): ReadOutcome {
  if (thrown instanceof CallFailure) return thrown.outcome;
  if (thrown instanceof AppError && thrown.code === 'cancelled') throw thrown;
  if (thrown instanceof AppError && thrown.code === 'aws-failed') {
    return { status: 'failed', reason: `${subject}: ${thrown.message}` };
  }
  if (thrown instanceof AppError) return { status: 'failed', reason: thrown.message };
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return { status: 'failed', reason: `${subject} could not be read: ${plainSentence(reason)}` };
}
