import { describe, expect, test } from 'vitest';
import type { EffectiveAccess } from '../../../shared/model/dataset.ts';
import { noUnboundedModelAccess } from '../../../shared/rules/access/no-unbounded-model-access.ts';
import { access, effective, IAM_DENIED, IAM_UNKNOWN } from './access-builders.ts';
import { judge, verdictOf } from './builders.ts';

describe('nobody may call every model', () => {
  test.each<[string, Partial<EffectiveAccess>, string, string]>([
    [
      'fail: all models',
      { allowed: ['a', 'b', 'c'] },
      'fail',
      'batch-etl may call 3 models: all that the account can call, granted by models (statement 1).',
    ],
    [
      'fail: all models, some under conditions',
      { allowed: ['a'], conditional: ['b', 'c'] },
      'fail',
      'batch-etl may call 3 models, 2 of them under conditions of the request: all that the account can call, granted by models (statement 1).',
    ],
    ['pass: some models', {}, 'pass', 'batch-etl may call 1 model, of 3 models.'],
    [
      'pass: what is unknown cannot make it all',
      { unknown: ['b'] },
      'pass',
      'batch-etl may call 1 model, of 3 models.',
    ],
    [
      'unknown: perhaps all',
      { unknown: ['b', 'c'] },
      'unknown',
      'Whether batch-etl may call 2 models rests on policies that could not be read.',
    ],
  ])('%s', (_, over, status, reason) => {
    expect(verdictOf(judge(noUnboundedModelAccess, effective([access(over)])))).toEqual([
      status,
      reason,
    ]);
  });

  test('none: nobody to judge', () => {
    const linked = access({ kind: 'service-linked-role', allowed: ['a', 'b', 'c'] });
    expect(verdictOf(judge(noUnboundedModelAccess, effective([linked])))).toEqual([
      'not-applicable',
      'nothing here to judge',
    ]);
  });

  test('unknown: the policies of the account were not read', () => {
    const findings = judge(noUnboundedModelAccess, effective([], IAM_DENIED));
    expect(verdictOf(findings)).toEqual(['unknown', IAM_UNKNOWN]);
  });
});
