import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { BackendEvent, Job } from '../../shared/api/answers.ts';
import { usePageApi } from './page-api.ts';
import { answerKey } from './use-answer.ts';

/** Calls `listener` with every event of the backend while the component is shown. */
export function useBackendEvents(listener: (event: BackendEvent) => void): void {
  const { onEvent } = usePageApi();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => onEvent((event) => latest.current(event)), [onEvent]);
}

/** Keeps the cache true: progress goes in directly, finished work and changes ask again. */
export function useFreshAnswers(): void {
  const cache = useQueryClient();
  useBackendEvents((event) => {
    if (event.type === 'job') takeJob(cache, event.job);
    if (event.type === 'workspace') void cache.invalidateQueries();
  });
}

function takeJob(cache: QueryClient, job: Job): void {
  const key = answerKey('job.current', {});
  const before = cache.getQueryData<Job | null>(key) ?? null;
  cache.setQueryData(key, job);
  if (job.state === 'running' && finishedSteps(before) === finishedSteps(job)) return;
  void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'job.current' });
}

function finishedSteps(job: Job | null): number {
  return (job?.steps ?? []).filter(({ state }) => state !== 'waiting' && state !== 'running')
    .length;
}
