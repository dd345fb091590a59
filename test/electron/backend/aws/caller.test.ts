import { describe, expect, it } from 'vitest';
import { CallFailure, createCaller } from '../../../../electron/backend/aws/caller.ts';

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
