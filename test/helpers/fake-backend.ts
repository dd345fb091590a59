import type { Backend } from '../../electron/backend/create-backend.ts';
import type { BackendEvent, Job } from '../../shared/api/answers.ts';
import type { Answers, Api, Method } from '../../shared/api/contract.ts';
import { goodInputs } from './sample-inputs.ts';

/** A backend for host tests: what was called, canned answers, and events on demand. */
export interface FakeBackend extends Backend {
  readonly calls: { readonly method: Method; readonly input: unknown }[];
  emit(event: BackendEvent): void;
  readonly closed: () => boolean;
}

/** What a fake answers: a value, or a function of the input that may throw. */
export type FakeAnswers = {
  readonly [M in Method]?: Answers[M] | ((input: unknown) => Promise<Answers[M]>);
};

/**
 * A backend that answers each method with what the test gave, or else echoes `{ method, input }`,
 * so that carriers can be seen to carry both ways unchanged.
 */
export function fakeBackend(answers: FakeAnswers = {}): FakeBackend {
  const listeners = new Set<(event: BackendEvent) => void>();
  const calls: { method: Method; input: unknown }[] = [];
  let closed = false;
  const answer = async (method: Method, input: unknown): Promise<unknown> => {
    calls.push({ method, input });
    const given = answers[method];
    if (typeof given === 'function') return given(input);
    return given === undefined ? { method, input } : given;
  };
  const methods = Object.keys(goodInputs) as Method[];
  return {
    api: Object.fromEntries(
      methods.map((method) => [method, (input: unknown) => answer(method, input)]),
    ) as unknown as Api,
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      closed = true;
    },
    calls,
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
    closed: () => closed,
  };
}

/** A job as tests need it. */
export function sampleJob(changes: Partial<Job> = {}): Job {
  return {
    id: 'j1',
    kind: 'scan',
    state: 'running',
    startedAt: '2026-11-20T12:00:00Z',
    endedAt: null,
    steps: [],
    remainingMs: null,
    error: null,
    watchingUsd: '0',
    summary: null,
    ...changes,
  };
}
