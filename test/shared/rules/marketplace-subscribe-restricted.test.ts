import { describe, expect, test } from 'vitest';
import type { EffectiveAccess } from '../../../shared/model/dataset.ts';
import { marketplaceSubscribeRestricted } from '../../../shared/rules/access/marketplace-subscribe-restricted.ts';
import { access, allActions, effective, IAM_DENIED, IAM_UNKNOWN } from './access-builders.ts';
import { judge, verdictOf } from './builders.ts';

describe('subscribing to models is restricted', () => {
  test.each<[string, Partial<EffectiveAccess>, string, string]>([
    [
      'pass: denied',
      {},
      'pass',
      'batch-etl is not allowed aws-marketplace:Subscribe or bedrock:CreateFoundationModelAgreement.',
    ],
    [
      'pass: under conditions',
      { actions: { ...allActions('denied'), 'aws-marketplace:Subscribe': 'conditional' } },
      'pass',
      'batch-etl is allowed aws-marketplace:Subscribe only under conditions of the request.',
    ],
    [
      'fail: the first',
      {
        actions: {
          ...allActions('denied'),
          'aws-marketplace:Subscribe': 'allowed',
          'bedrock:CreateFoundationModelAgreement': 'unknown',
        },
      },
      'fail',
      'batch-etl is allowed aws-marketplace:Subscribe.',
    ],
    [
      'fail: the second',
      {
        actions: {
          ...allActions('denied'),
          'aws-marketplace:Subscribe': 'conditional',
          'bedrock:CreateFoundationModelAgreement': 'allowed',
        },
      },
      'fail',
      'batch-etl is allowed bedrock:CreateFoundationModelAgreement.',
    ],
    [
      'fail: both',
      { actions: allActions('allowed') },
      'fail',
      'batch-etl is allowed aws-marketplace:Subscribe and bedrock:CreateFoundationModelAgreement.',
    ],
    [
      'unknown',
      {
        actions: {
          ...allActions('denied'),
          'aws-marketplace:Subscribe': 'unknown',
          'bedrock:CreateFoundationModelAgreement': 'conditional',
        },
      },
      'unknown',
      'Whether batch-etl is allowed aws-marketplace:Subscribe rests on policies that could not be read.',
    ],
  ])('%s', (_, over, status, reason) => {
    expect(verdictOf(judge(marketplaceSubscribeRestricted, effective([access(over)])))).toEqual([
      status,
      reason,
    ]);
  });

  test('none: nobody to judge', () => {
    const linked = access({ kind: 'service-linked-role', allowed: ['a', 'b', 'c'] });
    expect(verdictOf(judge(marketplaceSubscribeRestricted, effective([linked])))).toEqual([
      'not-applicable',
      'nothing here to judge',
    ]);
  });

  test('unknown: the policies of the account were not read', () => {
    const findings = judge(marketplaceSubscribeRestricted, effective([], IAM_DENIED));
    expect(verdictOf(findings)).toEqual(['unknown', IAM_UNKNOWN]);
  });

  test('none: who calls no model', () => {
    const outside = access({ allowed: [], actions: allActions('allowed') });
    expect(verdictOf(judge(marketplaceSubscribeRestricted, effective([outside])))[0]).toBe(
      'not-applicable',
    );
  });
});
