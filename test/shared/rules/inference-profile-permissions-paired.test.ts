import { describe, expect, test } from 'vitest';
import { inferenceProfilePermissionsPaired } from '../../../shared/rules/access/inference-profile-permissions-paired.ts';
import { judge, verdictOf } from './builders.ts';
import { allow, iam, NO_IAM, role, type TestStatement } from './policy-builders.ts';

const PROFILE = 'arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.test.model';
const on = (Resource: string | readonly string[]) =>
  allow(['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'], { Resource });
const MODELS = on('arn:aws:bedrock:*::foundation-model/test.model');
const judged = (statements: readonly TestStatement[], attached: readonly string[] = []) =>
  verdictOf(
    judge(inferenceProfilePermissionsPaired, [
      iam([role(statements, { attachedPolicyArns: attached })], { 'a/models': [MODELS] }),
    ]),
  );

describe('inference profiles are allowed together with their models', () => {
  test('pass: both in one policy, or in two', () => {
    const pass = [
      'pass',
      'app may call the models behind each inference profile that it may call.',
    ];
    expect(judged([on(PROFILE), MODELS])).toEqual(pass);
    expect(judged([on(PROFILE)], ['a/models'])).toEqual(pass);
  });

  test('fail: the profile alone, or the model in one Region', () => {
    const [status, reason] = judged([on(PROFILE)]);
    expect(status).toBe('fail');
    expect(reason).toContain('app, by own (statement 1):');
    expect(reason).toContain('no foundation model behind it');
    const one = on('arn:aws:bedrock:us-east-1::foundation-model/test.model');
    expect(judged([on(PROFILE), one])[1]).toContain('in us-east-1 alone');
  });

  test('the policies of its groups count as those of a user', () => {
    const group = role([MODELS], { kind: 'group', name: 'callers', arn: 'group/callers' });
    const user = (groups: readonly string[]) =>
      role([on(PROFILE)], { kind: 'user', name: 'ann', arn: 'user/ann', groups });
    const judgedOf = (groups: readonly string[]) =>
      verdictOf(judge(inferenceProfilePermissionsPaired, [iam([user(groups), group])]));
    expect(judgedOf(['callers'])[0]).toBe('pass');
    expect(judgedOf([])[0]).toBe('fail');
    expect(judgedOf(['gone'])[0]).toBe('unknown');
  });

  test('none: nobody names a profile', () => {
    expect(judged([MODELS])[0]).toBe('not-applicable');
  });

  test('unknown: a policy or all of IAM was not read', () => {
    expect(judged([on(PROFILE)], ['a/lost'])[0]).toBe('unknown');
    expect(verdictOf(judge(inferenceProfilePermissionsPaired, [NO_IAM]))[0]).toBe('unknown');
  });
});
