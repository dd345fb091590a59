import { useReducer } from 'react';
import type { Input } from '../../../shared/api/contract.ts';
import { useNotices } from '../../components/notices.tsx';
import { usePageApi } from '../../queries/page-api.ts';
import { useBackendEvents } from '../../queries/use-backend-events.ts';
import { IDLE, nextRunState, type RunState } from './run-state.ts';

/** One run of one model, and how to start and stop it. */
export interface PromptRunner {
  readonly state: RunState;
  start(input: Input<'prompt.run'>): Promise<void>;
  cancel(): Promise<void>;
}

/** Runs a prompt and follows its answer as it streams in. */
export function usePromptRun(): PromptRunner {
  const { call } = usePageApi();
  const { notify } = useNotices();
  const [state, dispatch] = useReducer(nextRunState, IDLE);
  useBackendEvents((event) => {
    if (event.type !== 'job' && event.type !== 'workspace' && event.type !== 'budgets')
      dispatch(event);
  });
  return {
    state,
    async start(input) {
      dispatch({ type: 'start' });
      const result = await call('prompt.run', input);
      if (result.ok) dispatch({ type: 'started', runId: result.value.runId });
      else dispatch({ type: 'refused', error: result.error });
    },
    async cancel() {
      if (state.phase !== 'streaming') return;
      const result = await call('prompt.cancel', { runId: state.runId });
      if (result.ok) return;
      notify({ type: 'error', header: 'The run was not stopped', content: result.error.message });
    },
  };
}
