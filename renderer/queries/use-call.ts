import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answers, Input, Method } from '../../shared/api/contract.ts';
import { unwrap } from '../../shared/api/result.ts';
import type { AppError } from '../../shared/model/app-error.ts';
import { usePageApi } from './page-api.ts';
import { answerKey } from './use-answer.ts';

/** What a call changes. */
export interface CallOptions {
  /** Methods whose answers are out of date once the call succeeded; `'all'` for everything. */
  readonly changes?: readonly Method[] | 'all';
}

/** A method that does something, as a mutation: `mutate(input)`, `isPending`, `error`. */
export function useCall<M extends Method>(
  method: M,
  options: CallOptions = {},
): UseMutationResult<Answers[M], AppError, Input<M>> {
  const { call } = usePageApi();
  const cache = useQueryClient();
  const changes = options.changes ?? [];
  return useMutation<Answers[M], AppError, Input<M>>({
    mutationFn: async (input) => unwrap(await call(method, input)),
    async onSuccess() {
      const keys = changes === 'all' ? [undefined] : changes.map((each) => answerKey(each));
      await Promise.all(
        keys.map((queryKey) => cache.invalidateQueries(queryKey === undefined ? {} : { queryKey })),
      );
    },
  });
}
