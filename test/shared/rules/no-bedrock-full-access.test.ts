import { describe, expect, test } from 'vitest';
import type { IamIdentity } from '../../../shared/model/dataset.ts';
import { noBedrockFullAccess } from '../../../shared/rules/access/no-bedrock-full-access.ts';
import { judge, verdictOf } from './builders.ts';
import { allow, deny, iam, NO_IAM, role } from './policy-builders.ts';

const FULL = 'arn:aws:iam::aws:policy/AmazonBedrockFullAccess';
const MODEL = { Resource: 'arn:aws:bedrock:*::foundation-model/test.model' };

describe('nobody is given all of Amazon Bedrock', () => {
  test.each<[string, IamIdentity, string, string]>([
    [
      'fail: bedrock:*',
      role([allow('bedrock:*')]),
      'fail',
      'app is given every action of Amazon Bedrock by own (bedrock:*).',
    ],
    [
      'fail: an administrator',
      role([allow('*')]),
      'fail',
      'app is given every action of Amazon Bedrock by own (*).',
    ],
    [
      'fail: all but IAM',
      role([{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }]),
      'fail',
      'app is given every action of Amazon Bedrock by own (all but iam:*).',
    ],
    [
      'fail: under conditions',
      role([allow('bedrock:*', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } })]),
      'fail',
      'app is given every action of Amazon Bedrock by own (bedrock:*, under conditions).',
    ],
    [
      'fail: the managed policy, of a group',
      role([], { kind: 'group', attachedPolicyArns: [FULL], inlinePolicies: [] }),
      'fail',
      'app is given every action of Amazon Bedrock by AmazonBedrockFullAccess (bedrock:*).',
    ],
    [
      'pass: a part',
      role([allow('bedrock:InvokeModel')]),
      'pass',
      'app is given a part of Amazon Bedrock by own.',
    ],
    [
      'pass: all actions on one model',
      role([allow('bedrock:*', MODEL)]),
      'pass',
      'app is given a part of Amazon Bedrock by own.',
    ],
    [
      'none: a Deny grants nothing',
      role([deny('bedrock:*')]),
      'not-applicable',
      'nothing here to judge',
    ],
    ['none: other services', role([allow('s3:*')]), 'not-applicable', 'nothing here to judge'],
    [
      'none: a service-linked role',
      role([allow('*')], { path: '/aws-service-role/a.amazonaws.com/' }),
      'not-applicable',
      'nothing here to judge',
    ],
    [
      'unknown: a text that was not read',
      role([], { attachedPolicyArns: ['arn:aws:iam::1:policy/lost'] }),
      'unknown',
      'What app is given is not known: the text of lost was not read.',
    ],
  ])('%s', (_, identity, status, reason) => {
    const readings = [iam([identity], { [FULL]: [allow('bedrock:*')] })];
    expect(verdictOf(judge(noBedrockFullAccess, readings))).toEqual([status, reason]);
  });

  test('unknown: denied', () => {
    expect(verdictOf(judge(noBedrockFullAccess, [NO_IAM]))[0]).toBe('unknown');
  });

  test('the evidence holds the statement', () => {
    const [finding] = judge(noBedrockFullAccess, [iam([role([allow('bedrock:*')])])]);
    expect(JSON.stringify(finding?.evidence)).toContain('bedrock:*');
  });
});
