import { describe, expect, test } from 'vitest';
import type { ObservedUsage } from '../../../shared/model/dataset.ts';
import { rootDoesNotInvoke } from '../../../shared/rules/access/root-does-not-invoke.ts';
import { ACCOUNT, DENIED, judge, observed, reading, unread, verdictOf } from './builders.ts';

const root = { principalArn: `arn:aws:iam::${ACCOUNT}:root`, calls: 2 };
const usage = (...rows: readonly Partial<ObservedUsage>[]) => [
  reading(
    'observed-usage',
    rows.map((row) => observed(row)),
  ),
];

describe('the root user calls no model', () => {
  test.each<[string, readonly Partial<ObservedUsage>[], string, RegExp]>([
    ['pass: a role', [{}], 'pass', /None of 1,200 calls/],
    ['fail: root', [{}, root], 'fail', /made 2 calls in the last 30 days, the last on 2026-11-19/],
    ['fail: root beside unnamed', [{ principalArn: null }, root], 'fail', /2 calls/],
    ['unknown: unnamed', [{}, { principalArn: null, calls: 7 }], 'unknown', /Who made 7 calls/],
    ['none: long ago', [{ ...root, lastDay: '2026-10-01' }], 'not-applicable', /no model/],
  ])('%s', (_, rows, status, reason) => {
    const [found, why] = verdictOf(judge(rootDoesNotInvoke, usage(...rows)));
    expect([found, why]).toEqual([status, expect.stringMatching(reason)]);
  });

  test('unknown: calls denied', () => {
    expect(verdictOf(judge(rootDoesNotInvoke, [unread('observed-usage', DENIED)]))[0]).toBe(
      'unknown',
    );
  });
});
