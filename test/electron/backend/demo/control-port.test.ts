import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type ControlPort,
  openControlPort,
} from '../../../../electron/backend/demo/control-port.ts';
import { createFaults } from '../../../../electron/backend/demo/faults.ts';

const faults = createFaults();
let control: ControlPort;

beforeAll(async () => {
  control = await openControlPort(faults, {
    operations: ['bedrock:ListGuardrails', 's3:ListBucket'],
  });
});
afterAll(() => control.close());
beforeEach(() => faults.clear());

async function ask(method: string, body?: unknown, url = control.url, token = control.token) {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

const throttle = { operation: 'bedrock:*', kind: 'throttle', region: 'us-east-1', forMs: 30_000 };

test('POST switches on, GET lists, DELETE clears', async () => {
  expect(await ask('GET')).toEqual({ status: 200, body: { faults: [] } });
  expect(await ask('POST', throttle)).toEqual({ status: 200, body: { faults: [throttle] } });
  expect(faults.list()).toEqual([throttle]);
  await ask('POST', { operation: '*', kind: 'fail', rate: 0.1 });
  const left = await ask('DELETE', undefined, `${control.url}?operation=bedrock:*`);
  expect(left.body).toEqual({ faults: [{ operation: '*', kind: 'fail', rate: 0.1 }] });
  expect((await ask('DELETE')).body).toEqual({ faults: [] });
});

describe('it refuses', () => {
  test.each<readonly [string, unknown, RegExp]>([
    ['a kind that there is not', { operation: '*', kind: 'explode' }, /is one of throttle, deny/],
    ['a member that there is not', { operation: '*', kind: 'deny', regions: [] }, /regions/],
    ['a rate over 1', { operation: '*', kind: 'fail', rate: 2 }, /rate/],
    ['an operation without its service', { operation: 'X', kind: 'deny' }, /service:Operation/],
    ['a service that there is not', { operation: 'nope:*', kind: 'deny' }, /bedrock, s3\.$/],
    [
      'an operation that there is not',
      { operation: 's3:Nope', kind: 'deny' },
      /no operation 's3:N/,
    ],
    ['what is no object', 'deny', /object/],
  ])('%s', async (_name, body, says) => {
    const answer = await ask('POST', body);
    expect(answer).toEqual({ status: 400, body: { error: expect.stringMatching(says) } });
    expect(faults.list()).toEqual([]);
  });

  test('a wrong token, another path, another method', async () => {
    expect(await ask('POST', throttle, control.url, 'x')).toMatchObject({ status: 401 });
    expect(await ask('GET', undefined, control.url.replace('/faults', '/'))).toMatchObject({
      status: 404,
    });
    expect(await ask('PUT', throttle)).toMatchObject({ status: 405 });
    expect(faults.list()).toEqual([]);
  });
});
