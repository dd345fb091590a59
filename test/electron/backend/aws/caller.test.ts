import { once } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  CallFailure,
  createCaller,
  type SendOptions,
} from '../../../../electron/backend/aws/caller.ts';

const notFound = () =>
  Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND x'), { code: 'ENOTFOUND' }));

async function outcomeOf(findsAws: boolean, send: () => Promise<never> = notFound) {
  const { call } = createCaller({
    region: 'eu-north-1',
    profile: null,
    identified: true,
    signal: new AbortController().signal,
    findsAws: async () => findsAws,
  });
  const failure = await call('bedrock:ListGuardrails', send).catch((error: unknown) => error);
  return failure instanceof CallFailure ? failure.outcome : failure;
}

describe('an endpoint whose name is not found', () => {
  it('is not offered in the Region where other names of AWS are found', async () => {
    expect(await outcomeOf(true)).toMatchObject({ status: 'unavailable' });
  });

  it('says nothing of the Region where no name of AWS is found', async () => {
    const outcome = await outcomeOf(false);
    expect(outcome).toMatchObject({ status: 'failed', reason: expect.stringMatching(/offline/) });
  });

  it('is the only reason to look for another name', async () => {
    const denied = () =>
      Promise.reject(Object.assign(new Error('no'), { name: 'AccessDeniedException' }));
    expect(await outcomeOf(false, denied)).toMatchObject({ status: 'denied' });
  });
});

describe('a cancelled call', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  const calling = (send: (options: SendOptions) => Promise<unknown>, signal: AbortSignal) =>
    createCaller({ region: 'eu-north-1', profile: null, identified: true, signal }).call(
      'bedrock:ListGuardrails',
      send,
    );

  it('ends with its request', async () => {
    const abort = new AbortController();
    const call = calling(
      ({ abortSignal }) => once(abortSignal, 'abort').then(() => 1),
      abort.signal,
    );
    abort.abort();
    await expect(call).resolves.toBe(1);
  });

  it('waits but a moment for what does not heed the signal, such as a role being assumed', async () => {
    vi.useFakeTimers();
    const abort = new AbortController();
    const call = calling(() => new Promise(() => undefined), abort.signal);
    const ended = expect(call).rejects.toMatchObject({ code: 'cancelled' });
    abort.abort();
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(250);
    await ended;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is not made after the signal', async () => {
    const send = vi.fn(async () => 1);
    await expect(calling(send, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
    expect(send).not.toHaveBeenCalled();
  });
});
