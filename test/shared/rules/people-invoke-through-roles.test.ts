import { describe, expect, test } from 'vitest';
import type { ObservedUsage } from '../../../shared/model/dataset.ts';
import { peopleInvokeThroughRoles } from '../../../shared/rules/access/people-invoke-through-roles.ts';
import { ACCOUNT, DENIED, judge, observed, reading, unread } from './builders.ts';

const user = { principalArn: `arn:aws:iam::${ACCOUNT}:user/ci`, calls: 1 };
const root = { principalArn: `arn:aws:iam::${ACCOUNT}:root` };

describe('models are called through roles', () => {
  test.each<[string, readonly Partial<ObservedUsage>[], readonly string[], RegExp]>([
    ['pass: a role', [{}], ['pass'], /app made 1,200 calls .* by sessions of a role/],
    ['fail: a user', [user], ['fail'], /The IAM user ci made 1 call /],
    ['both', [user, {}], ['fail', 'pass'], /ci/],
    ['unknown: unnamed', [{ principalArn: null, calls: 7 }], ['unknown'], /Who made 7 calls/],
    ['none: root has its own rule', [root], ['not-applicable'], /by a user or role/],
    ['none', [], ['not-applicable'], /by a user or role/],
  ])('%s', (_, rows, statuses, reason) => {
    const found = judge(peopleInvokeThroughRoles, [
      reading(
        'observed-usage',
        rows.map((row) => observed(row)),
      ),
    ]);
    expect(found.map(({ status }) => status)).toEqual(statuses);
    expect(found[0]?.reason).toMatch(reason);
  });

  test('unknown: calls denied', () => {
    const found = judge(peopleInvokeThroughRoles, [unread('observed-usage', DENIED)]);
    expect(found.map(({ status }) => status)).toEqual(['unknown']);
  });
});
