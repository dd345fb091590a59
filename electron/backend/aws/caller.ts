import { lookup } from 'node:dns/promises';
import { AppError } from '../../../shared/model/app-error.ts';
import type { ReadOutcome, Unread } from '../../../shared/model/dataset.ts';
import { dnsSuffix, globalRegionOf, partitionOf } from '../../../shared/model/partition.ts';
import { type CallContext, classifyError, type IamAction } from './classify-error.ts';
import { errorFacts } from './error-facts.ts';
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
  /** Whether this computer finds AWS at all; asked where the name of an endpoint is not found. */
  readonly findsAws?: () => Promise<boolean>;
}

/** A caller for one account and Region. */
export function createCaller(options: CallerOptions): Caller {
  const { signal, findsAws = () => findsName(options.region), ...context } = options;
  let made = 0;
  return {
    calls: () => made,
    call: async (action, send) => {
      throwIfCancelled(signal);
      made += 1;
      try {
        return await unlessAborted(send({ abortSignal: signal }), signal);
      } catch (error) {
        throwIfCancelled(signal);
        const outcome = classifyError(error, { ...context, action });
        const missing = outcome.status === 'unavailable' && errorFacts(error).code === 'ENOTFOUND';
        if (missing && !(await findsAws())) throw new CallFailure(offline(action), error);
        throw new CallFailure(outcome, error);
      }
    },
  };
}

/**
 * Requests end at once when they are aborted, but a role that is being assumed for one does not: the
 * SDK loads credentials without the signal, with retries and pauses that take many seconds.
 */
const GRACE_MS = 200;

/** What the work gives; some moments after an abort it is no longer waited for. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const leave = () => {
      timer = setTimeout(() => reject(signal.reason), GRACE_MS);
    };
    const forget = () => {
      signal.removeEventListener('abort', leave);
      clearTimeout(timer);
    };
    signal.addEventListener('abort', leave, { once: true });
    work.then(resolve, reject).finally(forget);
  });
}

/** Looks for a name of the partition's that is there whatever a Region offers. */
async function findsName(region: string): Promise<boolean> {
  const partition = partitionOf(region);
  try {
    await lookup(`sts.${globalRegionOf(partition)}.${dnsSuffix(partition)}`);
    return true;
  } catch {
    return false;
  }
}

/** Without a network every Region would look as if it lacked the service. */
function offline(action: IamAction): Unread {
  const reason = `${action} was not asked: this computer finds no name of AWS, so it seems to be offline.`;
  return { status: 'failed', reason };
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
