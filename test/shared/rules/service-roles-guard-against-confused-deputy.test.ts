import { describe, expect, test } from 'vitest';
import type { IamIdentity } from '../../../shared/model/dataset.ts';
import { serviceRolesGuardAgainstConfusedDeputy } from '../../../shared/rules/access/service-roles-guard-against-confused-deputy.ts';
import { ACCOUNT, judge, verdictOf } from './builders.ts';
import { authorization, denied, policyOf, role } from './identity-builders.ts';

const trusting = (condition?: object, service = 'bedrock.amazonaws.com') => ({
  Effect: 'Allow',
  Principal: { Service: service },
  Action: 'sts:AssumeRole',
  ...(condition === undefined ? {} : { Condition: condition }),
});
const trusted = (...statements: readonly object[]): Partial<IamIdentity> => ({
  trustPolicy: policyOf(...statements),
});
const OWN = { StringEquals: { 'aws:SourceAccount': ACCOUNT } };
const sourceArn = (value: string) => ({ ArnLike: { 'AWS:SourceArn': value } });

describe('roles of Bedrock name the account they are assumed for', () => {
  test.each<[string, Partial<IamIdentity>, string, RegExp]>([
    ['pass: account', trusted(trusting(OWN)), 'pass', /by bedrock\.amazonaws\.com for named/],
    [
      'pass: ARN',
      trusted(trusting(sourceArn(`arn:aws:bedrock:us-east-1:${ACCOUNT}:agent/*`))),
      'pass',
      /named/,
    ],
    ['fail: nothing', trusted(trusting()), 'fail', /for anybody/],
    [
      'fail: AgentCore',
      trusted(trusting(undefined, 'bedrock-agentcore.amazonaws.com')),
      'fail',
      /agentcore/,
    ],
    ['fail: any ARN', trusted(trusting(sourceArn('arn:aws:bedrock:*:*:agent/*'))), 'fail', /any/],
    [
      'fail: IfExists',
      trusted(trusting({ StringEqualsIfExists: { 'aws:SourceAccount': ACCOUNT } })),
      'fail',
      /anybody/,
    ],
    [
      'fail: everyone but',
      trusted(trusting({ StringNotEquals: { 'aws:SourceAccount': ACCOUNT } })),
      'fail',
      /anybody/,
    ],
    ['fail: one of two statements', trusted(trusting(OWN), trusting()), 'fail', /anybody/],
    [
      'none: another service',
      trusted(trusting(undefined, 'lambda.amazonaws.com')),
      'not-applicable',
      /no role/,
    ],
    [
      'none: service-linked',
      { ...trusted(trusting()), path: '/aws-service-role/bedrock.amazonaws.com/' },
      'not-applicable',
      /no role/,
    ],
    ['none: denies', trusted({ ...trusting(), Effect: 'Deny' }), 'not-applicable', /no role/],
    ['unknown: not accepted', trusted({ ...trusting(OWN), Colour: 'red' }), 'unknown', /accepts/],
  ])('%s', (_, over, status, reason) => {
    const all = authorization([role('worker', [], over)]);
    const [found, why] = verdictOf(judge(serviceRolesGuardAgainstConfusedDeputy, [all]));
    expect([found, why]).toEqual([status, expect.stringMatching(reason)]);
  });

  test('unknown: roles denied', () => {
    const found = judge(serviceRolesGuardAgainstConfusedDeputy, [denied('account-authorization')]);
    expect(verdictOf(found)[0]).toBe('unknown');
  });
});
