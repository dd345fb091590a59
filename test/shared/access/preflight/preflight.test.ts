import { describe, expect, test } from 'vitest';
import { foundationArn, reading, systemProfile } from '../catalogue/offered.ts';
import { AWS_OWN, controlPolicy, governed, identity, people, refused } from '../world/readings.ts';
import {
  ANYTHING,
  answered,
  OFFERED,
  preflightOf,
  SONNET,
  scpOnWorkloads,
  US_SONNET,
  userWith,
} from './asking.ts';

const INVOKE = { Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: '*' };

describe('the sentence of a call', () => {
  test('a direct call that is allowed', () => {
    const called = 'amazon.nova-pro-v1:0';
    expect(answered(preflightOf([...OFFERED, userWith(INVOKE)], { called }))).toEqual([
      'allowed',
      'ana may call amazon.nova-pro-v1:0 from us-east-1 over bedrock-runtime.',
    ]);
  });

  test('a call over mantle that nothing allows', () => {
    const called = 'anthropic.claude-opus-4-8';
    const [decision, sentence] = answered(
      preflightOf([...OFFERED, userWith(INVOKE)], { called, plane: 'bedrock-mantle' }),
    );
    expect(decision).toBe('denied');
    expect(sentence).toContain(
      'ana may not call anthropic.claude-opus-4-8 from us-east-1 over bedrock-mantle: no policy of ana allows bedrock-mantle:CreateInference for arn:aws:bedrock-mantle:',
    );
  });

  test('a permissions boundary that leaves a destination out', () => {
    const boundary = 'arn:aws:iam::222222222222:policy/edge';
    const within = {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: '*',
          Resource: [
            US_SONNET.profileArn,
            foundationArn(SONNET),
            foundationArn(SONNET, 'us-west-2'),
          ],
        },
      ],
    };
    const inlinePolicies = [
      { name: 'all', document: JSON.stringify({ Version: '2012-10-17', Statement: [ANYTHING] }) },
    ];
    const ana = identity('user', 'ana', { inlinePolicies, permissionsBoundaryArn: boundary });
    const policy = {
      arn: boundary,
      name: 'edge',
      document: JSON.stringify(within),
      versionId: 'v1',
    };
    expect(answered(preflightOf([...OFFERED, people([ana], [policy])]))).toEqual([
      'denied',
      `us.${SONNET} may be served in us-east-2, but the permissions boundary of ana does not allow bedrock:InvokeModel for ${foundationArn(SONNET, 'us-east-2')}. us-east-1 and us-west-2 are allowed.`,
    ]);
  });

  test('two policies that keep it from two destinations are named each', () => {
    const deny = (Sid: string, region: string) => ({
      Sid,
      Effect: 'Deny',
      Action: 'bedrock:*',
      Resource: '*',
      Condition: { StringEquals: { 'aws:RequestedRegion': region } },
    });
    const readings = [
      ...OFFERED,
      userWith(ANYTHING, deny('NoOhio', 'us-east-2')),
      ...scpOnWorkloads('no-oregon', deny('NoOregon', 'us-west-2')),
    ];
    expect(answered(preflightOf(readings))[1]).toBe(
      `us.${SONNET} may be served in us-east-2, which the policy models (inline) denies. us.${SONNET} may be served in us-west-2, which the SCP no-oregon (OU Workloads) denies. us-east-1 is allowed.`,
    );
  });

  test('the source Region of a profile that does not serve there', () => {
    const profile = systemProfile(`us.${SONNET}`, ['us-east-2', 'us-west-2']);
    const offered = [reading('inference-profiles', [profile])];
    const models = profile.modelArns;
    const allow = { ...INVOKE, Resource: [profile.profileArn, ...models] };
    expect(answered(preflightOf([...offered, userWith(allow)]))[1]).toContain(
      'may be served in us-east-1 (its source Region), but no policy of ana allows',
    );
  });

  test('conditions are told by their keys', () => {
    const mfa = { ...INVOKE, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
    const called = 'amazon.nova-pro-v1:0';
    expect(answered(preflightOf([...OFFERED, userWith(mfa)], { called }))).toEqual([
      'conditional',
      'ana may call amazon.nova-pro-v1:0 from us-east-1 over bedrock-runtime, depending on aws:MultiFactorAuthPresent.',
    ]);
  });

  test('an SCP that was not read leaves it open', () => {
    const hidden = controlPolicy('hidden', ['root'], {
      content: refused('organizations:DescribePolicy'),
    });
    const readings = [...OFFERED, userWith(ANYTHING), ...governed([...AWS_OWN, hidden])];
    const called = 'amazon.nova-pro-v1:0';
    expect(answered(preflightOf(readings, { called }))).toEqual([
      'unknown',
      'Whether ana may call amazon.nova-pro-v1:0 from us-east-1 over bedrock-runtime is not known: an SCP was not read.',
    ]);
  });
});
