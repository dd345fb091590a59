import { describe, expect, test } from 'vitest';
import type { EffectiveAccess } from '../../../shared/model/dataset.ts';
import { unusedModelAccess } from '../../../shared/rules/access/unused-model-access.ts';
import { access, effective, IAM_DENIED, IAM_UNKNOWN } from './access-builders.ts';
import { judge, verdictOf } from './builders.ts';

describe('model access is used', () => {
  test.each<[string, Partial<EffectiveAccess>, string, string]>([
    [
      'pass',
      {},
      'pass',
      'batch-etl may call 1 model and called 1 model (12 calls seen) in 90 days.',
    ],
    [
      'fail: one of two',
      { allowed: ['test.model', 'a'] },
      'fail',
      'batch-etl may call 2 models; it called 1 model (12 calls seen) in 90 days, granted by models (statement 1).',
    ],
    [
      'fail: none',
      { used: { read: true, value: [] }, grants: [] },
      'fail',
      'batch-etl may call 1 model; it called none that was seen in 90 days.',
    ],
    [
      'fail: calls to what it may no longer call do not count',
      { allowed: ['a'], grants: [] },
      'fail',
      'batch-etl may call 1 model; it called none that was seen in 90 days.',
    ],
    [
      'unknown',
      { unknown: ['a'] },
      'unknown',
      'Whether batch-etl may call 1 model rests on policies that could not be read.',
    ],
  ])('%s', (_, over, status, reason) => {
    expect(verdictOf(judge(unusedModelAccess, effective([access(over)])))).toEqual([
      status,
      reason,
    ]);
  });

  test('unknown: nothing was read that names callers', () => {
    const outcome = { status: 'denied', action: 'cloudtrail:LookupEvents', reason: 'No' } as const;
    const dark = access({ used: { read: false, outcome } });
    const findings = judge(unusedModelAccess, effective([dark]));
    expect(verdictOf(findings)).toEqual([
      'unknown',
      'batch-etl may call 1 model; whether it called them in 90 days is not known: cloudtrail:LookupEvents is denied.',
    ]);
    expect(findings[0]?.missing).toMatchObject([{ action: 'cloudtrail:LookupEvents' }]);
  });

  test('none: nobody to judge', () => {
    const linked = access({ kind: 'service-linked-role', allowed: ['a', 'b', 'c'] });
    expect(verdictOf(judge(unusedModelAccess, effective([linked])))).toEqual([
      'not-applicable',
      'nothing here to judge',
    ]);
  });

  test('unknown: the policies of the account were not read', () => {
    const findings = judge(unusedModelAccess, effective([], IAM_DENIED));
    expect(verdictOf(findings)).toEqual(['unknown', IAM_UNKNOWN]);
  });
});
