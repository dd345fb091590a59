import { describe, expect, test } from 'vitest';
import type { EffectiveAccess } from '../../../shared/model/dataset.ts';
import { onlyApprovedModelsInvokable } from '../../../shared/rules/access/only-approved-models-invokable.ts';
import { access, effective, IAM_DENIED, IAM_UNKNOWN } from './access-builders.ts';
import { judge, OWNED, verdictOf } from './builders.ts';

describe('only approved models can be called', () => {
  test.each<[string, Partial<EffectiveAccess>, string, string]>([
    ['pass: approved', {}, 'pass', 'batch-etl may call 1 model, all approved.'],
    [
      'pass: an unknown model is approved',
      { unknown: ['test.model'] },
      'pass',
      'batch-etl may call 1 model, all approved.',
    ],
    [
      'fail: others too',
      { allowed: ['test.model', 'a', 'b', 'c', 'd'] },
      'fail',
      'batch-etl may call 5 models; 4 of them are not approved: a, b, c, and 1 more, granted by models (statement 1).',
    ],
    [
      'fail: under conditions',
      { conditional: ['a'] },
      'fail',
      'batch-etl may call 2 models, 1 of them under conditions of the request; 1 of them is not approved: a, granted by models (statement 1).',
    ],
    [
      'unknown: perhaps others',
      { unknown: ['b'] },
      'unknown',
      'Whether batch-etl may call 1 model rests on policies that could not be read.',
    ],
  ])('%s', (_, over, status, reason) => {
    expect(verdictOf(judge(onlyApprovedModelsInvokable, effective([access(over)])))).toEqual([
      status,
      reason,
    ]);
  });

  test('none: nobody to judge', () => {
    const linked = access({ kind: 'service-linked-role', allowed: ['a', 'b', 'c'] });
    expect(verdictOf(judge(onlyApprovedModelsInvokable, effective([linked])))).toEqual([
      'not-applicable',
      'nothing here to judge',
    ]);
  });

  test('unknown: the policies of the account were not read', () => {
    const findings = judge(onlyApprovedModelsInvokable, effective([], IAM_DENIED));
    expect(verdictOf(findings)).toEqual(['unknown', IAM_UNKNOWN]);
  });

  test('an empty list is not applicable and says what to do', () => {
    const findings = judge(onlyApprovedModelsInvokable, effective([access()]), {
      approvedModels: [],
    });
    expect(verdictOf(findings)[0]).toBe('not-applicable');
  });

  test('an own model counts as the foundation model behind it', () => {
    const allowed = ['arn:aws:bedrock:us-east-1:111122223333:custom-model-deployment/cm1'];
    const judged = (lookup: typeof OWNED | undefined) =>
      judge(
        onlyApprovedModelsInvokable,
        effective([access({ allowed })]),
        lookup === undefined ? {} : { lookup },
      )[0]?.status;
    expect([judged(OWNED), judged(undefined)]).toEqual(['pass', 'fail']);
  });
});
