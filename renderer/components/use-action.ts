import type { Input, Method } from '../../shared/api/contract.ts';
import { type CallOptions, useCall } from '../queries/use-call.ts';
import { useNotices } from './notices.tsx';

/** What an action is called when it fails, and what it changes. */
export interface ActionOptions extends CallOptions {
  /** `The scan could not start`. */
  readonly failure: string;
}

/** A method to run from a menu or a key, where no place of its own shows an error: a message does. */
export function useAction<M extends Method>(
  method: M,
  { failure, ...options }: ActionOptions,
): { readonly run: (input: Input<M>) => void; readonly running: boolean } {
  const { notify } = useNotices();
  const call = useCall(method, options);
  return {
    run: (input) =>
      call.mutate(input, {
        onError: ({ message }) => notify({ type: 'error', header: failure, content: message }),
      }),
    running: call.isPending,
  };
}

/** Starts a scan of every connection. */
export function useScan(): { readonly run: () => void; readonly running: boolean } {
  const { run, running } = useAction('scan.start', {
    failure: 'The scan could not start',
    changes: ['job.current'],
  });
  return { run: () => run({}), running };
}
