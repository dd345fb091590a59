import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Answers, Input, Method } from '../../shared/api/contract.ts';
import { unwrap } from '../../shared/api/result.ts';
import type { AppError } from '../../shared/model/app-error.ts';
import { usePageApi } from './page-api.ts';

/** How a question is asked. */
export interface AnswerOptions {
  /** `false` waits: nothing is asked yet. */
  readonly enabled?: boolean;
  /**
   * Shows the last answer until the new one is there (`isPlaceholderData`), so that nothing jumps;
   * never that of another period, whose figures would stand under the wrong dates.
   */
  readonly keepPrevious?: boolean;
}

/** The cache key of a question; `answerKey(method)` covers all its inputs. */
export function answerKey<M extends Method>(method: M, input?: Input<M>): readonly unknown[] {
  return input === undefined ? [method] : [method, input];
}

/** The answer of a reading method: `data` when it succeeded, `error` with code and words when not. */
export function useAnswer<M extends Method>(
  method: M,
  input: Input<M>,
  options: AnswerOptions = {},
): UseQueryResult<Answers[M], AppError> {
  const { call } = usePageApi();
  return useQuery<Answers[M], AppError>({
    queryKey: answerKey(method, input),
    queryFn: async () => unwrap(await call(method, input)),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true
      ? {
          placeholderData: (data, query) =>
            samePeriod(query?.queryKey[1], input) ? keepPreviousData(data) : undefined,
        }
      : {}),
  });
}

/** Whether two inputs ask for the same days; inputs without days do. */
export function samePeriod(before: unknown, now: unknown): boolean {
  return dayOf(before, 'from') === dayOf(now, 'from') && dayOf(before, 'to') === dayOf(now, 'to');
}

function dayOf(input: unknown, end: 'from' | 'to'): unknown {
  return typeof input === 'object' && input !== null && end in input
    ? Reflect.get(input, end)
    : undefined;
}
