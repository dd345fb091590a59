import { describe, expect, test } from 'vitest';
import type { EffectiveAccess } from '../../../shared/model/dataset.ts';
import { guardrailRequiredToInvoke } from '../../../shared/rules/access/guardrail-required-to-invoke.ts';
import { access, effective, IAM_DENIED, IAM_UNKNOWN } from './access-builders.ts';
import { judge, verdictOf } from './builders.ts';

describe('calls need a guardrail', () => {
  test.each<[string, Partial<EffectiveAccess>, string, string]>([
    ['pass', {}, 'pass', 'batch-etl may call 1 model, none without a guardrail.'],
    [
      'fail',
      { unguarded: ['test.model'] },
      'fail',
      'batch-etl may call 1 of 1 model without a guardrail, granted by models (statement 1).',
    ],
    [
      'unknown',
      { unknown: ['b'] },
      'unknown',
      'Whether batch-etl may call 1 model rests on policies that could not be read.',
    ],
  ])('%s', (_, over, status, reason) => {
    expect(verdictOf(judge(guardrailRequiredToInvoke, effective([access(over)])))).toEqual([
      status,
      reason,
    ]);
  });

  test('none: nobody to judge', () => {
    const linked = access({ kind: 'service-linked-role', allowed: ['a', 'b', 'c'] });
    expect(verdictOf(judge(guardrailRequiredToInvoke, effective([linked])))).toEqual([
      'not-applicable',
      'nothing here to judge',
    ]);
  });

  test('unknown: the policies of the account were not read', () => {
    const findings = judge(guardrailRequiredToInvoke, effective([], IAM_DENIED));
    expect(verdictOf(findings)).toEqual(['unknown', IAM_UNKNOWN]);
  });
});
