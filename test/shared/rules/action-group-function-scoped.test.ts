import { describe, expect, test } from 'vitest';
import type { ActionGroupFunction } from '../../../shared/model/dataset.ts';
import { actionGroupFunctionScoped } from '../../../shared/rules/access/action-group-function-scoped.ts';
import { ACCOUNT, DENIED, judge, reading, unread, verdictOf } from './builders.ts';
import { allow, authorization, policyOf, role, roleArn } from './identity-builders.ts';

const ARN = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:refund`;
const invoked = (who: object) =>
  policyOf({ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: ARN, ...who });
const bedrock = { Principal: { Service: 'bedrock.amazonaws.com' } };
const own = { Condition: { StringEquals: { 'AWS:SourceAccount': ACCOUNT } } };

const func = (over: Partial<ActionGroupFunction> = {}): ActionGroupFunction => ({
  name: ARN,
  uses: [{ dataset: 'agents', by: 'agent/A' }],
  settings: {
    read: true,
    value: {
      functionArn: ARN,
      runtime: null,
      roleArn: roleArn('refund'),
      kmsKeyArn: null,
      vpcId: null,
      environmentVariableNames: [],
      lastModified: null,
    },
  },
  resourcePolicy: { read: true, value: invoked({ ...bedrock, ...own }) },
  ...over,
});
const policy = (who: object) => ({ resourcePolicy: { read: true, value: invoked(who) } }) as const;
const narrow = [allow('dynamodb:GetItem', 'arn:aws:dynamodb:us-east-1:1:table/orders')];

interface Given {
  readonly over?: Partial<ActionGroupFunction>;
  readonly statements?: readonly object[];
}

describe('functions of agents are scoped', () => {
  test.each<[string, Given, string, RegExp]>([
    [
      'pass',
      {},
      'pass',
      /role refund is allowed no action that this rule watches on every resource\. Its resource policy lets in whom it names/,
    ],
    [
      'pass: no policy',
      { over: { resourcePolicy: { read: true, value: null } } },
      'pass',
      /no res/,
    ],
    ['fail: wide role', { statements: [allow('*')] }, 'fail', /role refund may use iam:PassRole/],
    ['fail: every table', { statements: [allow('dynamodb:*')] }, 'fail', /dynamodb:GetItem/],
    ['fail: anybody', { over: policy({ Principal: '*' }) }, 'fail', /lets in anybody/],
    ['fail: for anybody', { over: policy(bedrock) }, 'fail', /on behalf of any account/],
    [
      'fail: both',
      { over: policy({ Principal: '*' }), statements: [allow('*')] },
      'fail',
      /iam:PassRole.*anybody/,
    ],
    [
      'unknown: policy not read',
      { over: { resourcePolicy: { read: false, outcome: DENIED } } },
      'unknown',
      /resource policy was not read/,
    ],
    [
      'fail: policy not read, role too wide',
      { over: { resourcePolicy: { read: false, outcome: DENIED } }, statements: [allow('*')] },
      'fail',
      /iam:PassRole/,
    ],
    ['none: of a flow', { over: { uses: [] } }, 'not-applicable', /no function is run by an agent/],
    [
      'none: no such function',
      { over: { settings: { read: true, value: null } } },
      'not-applicable',
      /no function/,
    ],
  ])('%s', (_, { over = {}, statements = narrow }, status, reason) => {
    const functions = reading('action-group-functions', [func(over)]);
    const readings = [functions, authorization([role('refund', statements)])];
    const [found, why] = verdictOf(judge(actionGroupFunctionScoped, readings));
    expect([found, why]).toEqual([status, expect.stringMatching(reason)]);
  });

  test('unknown: functions denied', () => {
    const readings = [unread('action-group-functions', DENIED), authorization([])];
    expect(verdictOf(judge(actionGroupFunctionScoped, readings))[0]).toBe('unknown');
  });
});
