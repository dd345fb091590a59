import { describe, expect, test } from 'vitest';
import type { Part } from '../../../shared/model/dataset.ts';
import { resourcePoliciesShareKnowingly } from '../../../shared/rules/access/resource-policies-share-knowingly.ts';
import { ACCOUNT, DENIED, judge, reading, unread, verdictOf } from './builders.ts';
import { policyOf } from './identity-builders.ts';

const OTHER = '999900001111';
const ARN = `arn:aws:bedrock:us-east-1:${ACCOUNT}:guardrail/g`;
const none = reading('agent-resource-policies', []);
const guardrail = (policy: Part<string | null>) =>
  reading('resource-policies', [{ resourceArn: ARN, resourceType: 'guardrail', policy }]);
const shared = (principal: unknown, condition?: object) => ({
  Effect: 'Allow',
  Principal: principal,
  Action: 'bedrock:ApplyGuardrail',
  Resource: ARN,
  ...(condition === undefined ? {} : { Condition: condition }),
});
const organisation = { StringEquals: { 'aws:PrincipalOrgID': 'o-abc' } };
const other = { AWS: `arn:aws:iam::${OTHER}:role/app` };

describe('resource policies share within the organisation only', () => {
  test.each<[string, object, string, RegExp]>([
    ['pass: own account', shared({ AWS: ACCOUNT }), 'pass', /1 statement allows/],
    ['pass: organisation', shared('*', organisation), 'pass', /1 statement allows/],
    ['pass: other, in it', shared(other, organisation), 'pass', /1 statement allows/],
    ['pass: a refusal', { ...shared('*'), Effect: 'Deny' }, 'pass', /0 statements/],
    ['fail: anybody', shared('*'), 'fail', /lets in anybody without/],
    ['fail: anybody by list', shared({ AWS: ['*'] }), 'fail', /anybody/],
    ['fail: another account', shared(other), 'fail', new RegExp(`account ${OTHER} without`)],
    [
      'fail: a service for anybody',
      shared({ Service: 'bedrock.amazonaws.com' }),
      'fail',
      /bedrock\.amazonaws\.com on behalf of any account/,
    ],
    [
      'fail: a condition on something else',
      shared('*', { Bool: { 'aws:SecureTransport': 'true' } }),
      'fail',
      /anybody/,
    ],
    [
      'fail: all but an organisation',
      shared('*', { StringNotEquals: { 'aws:PrincipalOrgID': 'o-abc' } }),
      'fail',
      /anybody/,
    ],
    ['unknown: no policy', { Effect: 'Maybe' }, 'unknown', /cannot be judged/],
  ])('%s', (_, statement, status, reason) => {
    const policy = guardrail({ read: true, value: policyOf(statement) });
    const [found, why] = verdictOf(judge(resourcePoliciesShareKnowingly, [policy, none]));
    expect([found, why]).toEqual([status, expect.stringMatching(reason)]);
  });

  test.each([
    ['none', guardrail({ read: true, value: null }), 'not-applicable'],
    ['unknown: not read', guardrail({ read: false, outcome: DENIED }), 'unknown'],
    ['unknown: denied', unread('resource-policies', DENIED), 'unknown'],
  ])('%s', (_, policies, status) => {
    const found = judge(resourcePoliciesShareKnowingly, [policies, none]);
    expect(verdictOf(found)[0]).toBe(status);
  });

  test('fail: a knowledge base', () => {
    const policy = { read: true, value: policyOf(shared('*')) } as const;
    const resourceArn = `arn:aws:bedrock:us-east-1:${ACCOUNT}:knowledge-base/KB1`;
    const bases = reading('agent-resource-policies', [{ resourceArn, resourceName: 'kb', policy }]);
    const readings = [guardrail({ read: true, value: null }), bases];
    const [finding] = judge(resourcePoliciesShareKnowingly, readings);
    expect(finding).toMatchObject({ status: 'fail', resource: resourceArn });
  });
});
