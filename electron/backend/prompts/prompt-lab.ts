import { randomUUID } from 'node:crypto';
import type { BackendEvent, PromptEstimate } from '../../../shared/api/answers.ts';
import { toApiError } from '../../../shared/api/result.ts';
import { AppError } from '../../../shared/model/app-error.ts';
import { dayOf, type Instant } from '../../../shared/model/period.ts';
import { asAppError } from '../aws/identity.ts';
import { assertApproved } from './approval.ts';
import { estimatePrompt } from './estimate-prompt.ts';
import type { PromptCall } from './prompt-call.ts';
import { runPrompt } from './run-prompt.ts';

/** Estimates and runs prompts; approval is enforced here, whatever the page shows. */
export interface PromptLab {
  /** @throws AppError `not-approved`, `aws-denied`, `aws-unavailable` or `aws-failed`. */
  estimate(call: PromptCall): Promise<PromptEstimate>;
  /**
   * Starts a run; its text, end or failure come as events.
   * @throws AppError `not-approved` before anything is sent.
   */
  run(call: PromptCall): { readonly runId: string };
  /** @throws AppError `not-found` when the run has ended. */
  cancel(runId: string): void;
  /** Cancels what runs and waits for its end. */
  close(): Promise<void>;
}

export interface PromptLabOptions {
  readonly now: () => Instant;
  /** A monotonic clock in milliseconds. */
  readonly clock: () => number;
  readonly emit: (event: BackendEvent) => void;
}

interface Running {
  readonly abort: AbortController;
  readonly end: Promise<void>;
}

/** Makes the prompt lab of a backend. */
export function createPromptLab(options: PromptLabOptions): PromptLab {
  const running = new Map<string, Running>();
  const start = async (runId: string, call: PromptCall, signal: AbortSignal) => {
    const onText = (text: string) => options.emit({ type: 'prompt-text', runId, text });
    try {
      const day = dayOf(options.now());
      const run = await runPrompt({ runId, day }, call, { signal, clock: options.clock, onText });
      options.emit({ type: 'prompt-done', runId, run });
    } catch (thrown) {
      options.emit({ type: 'prompt-failed', runId, error: toApiError(asAppError(thrown)) });
    } finally {
      running.delete(runId);
      call.clients.close();
    }
  };
  return {
    estimate: (call) => estimate(call, options.now()),
    run(call) {
      refuseUnapproved(call);
      const runId = randomUUID();
      const abort = new AbortController();
      const end = new Promise<void>((resolve) => {
        setImmediate(() => resolve(start(runId, call, abort.signal)));
      });
      running.set(runId, { abort, end });
      return { runId };
    },
    cancel(runId) {
      const run = running.get(runId);
      if (run === undefined) throw new AppError('not-found', 'This run has ended already.');
      run.abort.abort();
    },
    async close() {
      const runs = [...running.values()];
      for (const run of runs) run.abort.abort();
      await Promise.all(runs.map((run) => run.end));
    },
  };
}

function refuseUnapproved({ request, approvedModels, pricing, clients }: PromptCall): void {
  try {
    assertApproved(request.modelId, approvedModels, pricing.profiles);
  } catch (thrown) {
    clients.close();
    throw thrown;
  }
}

async function estimate(call: PromptCall, now: Instant): Promise<PromptEstimate> {
  try {
    return await estimatePrompt(call, dayOf(now));
  } catch (thrown) {
    throw asAppError(thrown);
  } finally {
    call.clients.close();
  }
}
