import type { BackendEvent, PromptRun } from '../../../shared/api/answers.ts';
import type { ApiError } from '../../../shared/api/result.ts';

type PromptEvent = Extract<
  BackendEvent,
  { readonly type: 'prompt-text' | 'prompt-done' | 'prompt-failed' }
>;

/** One answer being made: from the click to the cost. `text` is what has streamed in so far. */
export type RunState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'starting'; readonly early: readonly PromptEvent[] }
  | { readonly phase: 'streaming'; readonly runId: string; readonly text: string }
  | { readonly phase: 'done'; readonly run: PromptRun }
  | { readonly phase: 'failed'; readonly error: ApiError; readonly text: string };

export type RunAction =
  | { readonly type: 'start' }
  | { readonly type: 'started'; readonly runId: string }
  | { readonly type: 'refused'; readonly error: ApiError }
  | PromptEvent;

export const IDLE: RunState = { phase: 'idle' };

/**
 * The next state of a run. Events travel apart from the answer that names the run, so those that
 * come before it are kept and applied once the run has its id; those of other runs are ignored.
 */
export function nextRunState(state: RunState, action: RunAction): RunState {
  switch (action.type) {
    case 'start':
      return { phase: 'starting', early: [] };
    case 'started':
      return state.phase === 'starting' ? startStreaming(action.runId, state.early) : state;
    case 'refused':
      return state.phase === 'starting'
        ? { phase: 'failed', error: action.error, text: '' }
        : state;
    default:
      return withEvent(state, action);
  }
}

/** Whether a run is under way, so that it can be cancelled and no second one starts. */
export function isRunning(state: RunState): boolean {
  return state.phase === 'starting' || state.phase === 'streaming';
}

function startStreaming(runId: string, early: readonly PromptEvent[]): RunState {
  return early.reduce<RunState>(withEvent, { phase: 'streaming', runId, text: '' });
}

function withEvent(state: RunState, event: PromptEvent): RunState {
  if (state.phase === 'starting') return { ...state, early: [...state.early, event] };
  if (state.phase !== 'streaming' || state.runId !== event.runId) return state;
  if (event.type === 'prompt-text') return { ...state, text: state.text + event.text };
  if (event.type === 'prompt-done') return { phase: 'done', run: event.run };
  return { phase: 'failed', error: event.error, text: state.text };
}
