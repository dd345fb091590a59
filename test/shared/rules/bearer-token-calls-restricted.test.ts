import { describe, expect, test } from 'vitest';
import type { EffectiveAccess } from '../../../shared/model/dataset.ts';
import { bearerTokenCallsRestricted } from '../../../shared/rules/access/bearer-token-calls-restricted.ts';
import { access, allActions, effective, IAM_DENIED, IAM_UNKNOWN } from './access-builders.ts';
import { judge, verdictOf } from './builders.ts';

describe('calls with API keys are restricted', () => {
  test.each<[string, Partial<EffectiveAccess>, string, string]>([
    [
      'pass: denied',
      {},
      'pass',
      'batch-etl is not allowed bedrock:CallWithBearerToken or bedrock-mantle:CallWithBearerToken.',
    ],
    [
      'pass: under conditions',
      { actions: { ...allActions('denied'), 'bedrock:CallWithBearerToken': 'conditional' } },
      'pass',
      'batch-etl is allowed bedrock:CallWithBearerToken only under conditions of the request.',
    ],
    [
      'fail: the first',
      {
        actions: {
          ...allActions('denied'),
          'bedrock:CallWithBearerToken': 'allowed',
          'bedrock-mantle:CallWithBearerToken': 'unknown',
        },
      },
      'fail',
      'batch-etl is allowed bedrock:CallWithBearerToken.',
    ],
    [
      'fail: the second',
      {
        actions: {
          ...allActions('denied'),
          'bedrock:CallWithBearerToken': 'conditional',
          'bedrock-mantle:CallWithBearerToken': 'allowed',
        },
      },
      'fail',
      'batch-etl is allowed bedrock-mantle:CallWithBearerToken.',
    ],
    [
      'fail: both',
      { actions: allActions('allowed') },
      'fail',
      'batch-etl is allowed bedrock:CallWithBearerToken and bedrock-mantle:CallWithBearerToken.',
    ],
    [
      'unknown',
      {
        actions: {
          ...allActions('denied'),
          'bedrock:CallWithBearerToken': 'unknown',
          'bedrock-mantle:CallWithBearerToken': 'conditional',
        },
      },
      'unknown',
      'Whether batch-etl is allowed bedrock:CallWithBearerToken rests on policies that could not be read.',
    ],
  ])('%s', (_, over, status, reason) => {
    expect(verdictOf(judge(bearerTokenCallsRestricted, effective([access(over)])))).toEqual([
      status,
      reason,
    ]);
  });

  test('none: nobody to judge', () => {
    const linked = access({ kind: 'service-linked-role', allowed: ['a', 'b', 'c'] });
    expect(verdictOf(judge(bearerTokenCallsRestricted, effective([linked])))).toEqual([
      'not-applicable',
      'nothing here to judge',
    ]);
  });

  test('unknown: the policies of the account were not read', () => {
    const findings = judge(bearerTokenCallsRestricted, effective([], IAM_DENIED));
    expect(verdictOf(findings)).toEqual(['unknown', IAM_UNKNOWN]);
  });

  test('none: who calls no model', () => {
    const outside = access({ allowed: [], actions: allActions('allowed') });
    expect(verdictOf(judge(bearerTokenCallsRestricted, effective([outside])))[0]).toBe(
      'not-applicable',
    );
  });
});
