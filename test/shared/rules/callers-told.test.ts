import { expect, test } from 'vitest';
import { callersTold } from '../../../shared/rules/callers-told.ts';
import type { TrafficOutcome } from '../../../shared/rules/observed-usage.ts';
import { ACCOUNT, DENIED } from './builders.ts';

const SINCE = '2026-08-23';
const COLLECTED = { status: 'collected' } as const;

function source(over: Partial<TrafficOutcome>): TrafficOutcome {
  return {
    source: 'lookup-events',
    accountId: ACCOUNT,
    region: 'us-east-1',
    outcome: COLLECTED,
    actions: [],
    readAt: '2026-11-20T08:00:00Z',
    ...over,
  };
}

function told(sources: readonly TrafficOutcome[], accounts: readonly string[] = []) {
  return callersTold({ told: new Set(accounts), sources, since: SINCE })(ACCOUNT);
}

test('callers are known where their calls are stored, or the event history was read', () => {
  expect(told([], [ACCOUNT])).toEqual(COLLECTED);
  expect(told([source({ outcome: DENIED })], [ACCOUNT])).toEqual(COLLECTED);
  expect(told([source({})])).toEqual(COLLECTED);
  expect(told([source({ outcome: DENIED }), source({ region: 'us-west-2' })])).toEqual(COLLECTED);
});

test.each([
  ['nothing was read', []],
  ['only metrics, which name nobody', [source({ source: 'metrics' })]],
  ['logs that may hold nothing of it', [source({ source: 'invocation-logs' })]],
  ['the history before those days', [source({ readAt: '2026-08-22T23:00:00Z' })]],
  ['the history of another account', [source({ accountId: '999900001111' })]],
])('callers are not known: %s', (_, sources) => {
  const outcome = told(sources);
  expect(outcome.status).toBe('failed');
  expect(JSON.stringify(outcome)).toContain('cloudtrail:LookupEvents');
});

test('a refusal is named before a failure, that of the event history first', () => {
  const failed = { status: 'failed', reason: 'timeout' } as const;
  const logs = { ...DENIED, action: 's3:ListBucket' };
  expect(told([source({ outcome: failed })])).toEqual(failed);
  expect(
    told([
      source({ source: 'cloudtrail-logs', outcome: logs }),
      source({ outcome: failed }),
      source({ outcome: DENIED, region: 'us-west-2' }),
    ]),
  ).toEqual(DENIED);
});
