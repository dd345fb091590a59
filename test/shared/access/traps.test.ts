import { describe, expect, test } from 'vitest';
import { ACCOUNT, foundationArn, reading } from './catalogue/offered.ts';
import {
  ANYTHING,
  answered,
  GLOBAL_SONNET,
  OFFERED,
  preflightOf,
  SONNET,
  scpOnWorkloads,
  US_REGIONS,
  US_SONNET,
  userWith,
} from './preflight/asking.ts';

const INVOKE = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];
const PROFILE = { Effect: 'Allow', Action: INVOKE, Resource: US_SONNET.profileArn };
const modelIn = (...regions: readonly string[]) => ({
  Effect: 'Allow',
  Action: INVOKE,
  Resource: regions.map((region) => foundationArn(SONNET, region)),
});

describe('a profile and its foundation models must both be allowed', () => {
  test('the profile alone is denied at every destination', () => {
    expect(answered(preflightOf([...OFFERED, userWith(PROFILE)]))).toEqual([
      'denied',
      `us.${SONNET} may be served in us-east-1, us-east-2 and us-west-2, but no policy of ana allows bedrock:InvokeModel for ${[
        'us-east-1',
        'us-east-2',
      ]
        .map((region) => foundationArn(SONNET, region))
        .join(
          ', ',
        )} and ${foundationArn(SONNET, 'us-west-2')}. None of its destinations is allowed.`,
    ]);
  });

  test('the foundation models alone are denied at the profile', () => {
    expect(answered(preflightOf([...OFFERED, userWith(modelIn(...US_REGIONS))]))).toEqual([
      'denied',
      `ana may not call us.${SONNET} from us-east-1 over bedrock-runtime: no policy of ana allows bedrock:InvokeModel for ${US_SONNET.profileArn}. The models behind it are allowed.`,
    ]);
  });

  test('a policy that names the source Region only fails in the others', () => {
    const [decision, sentence] = answered(
      preflightOf([...OFFERED, userWith(PROFILE, modelIn('us-east-1'))]),
    );
    expect(decision).toBe('denied');
    expect(sentence).toContain('may be served in us-east-2 and us-west-2, but no policy of ana');
    expect(sentence).toMatch(/us-east-1 is allowed\.$/);
  });

  test('both together are allowed', () => {
    expect(answered(preflightOf([...OFFERED, userWith(PROFILE, modelIn(...US_REGIONS))]))).toEqual([
      'allowed',
      `ana may call us.${SONNET} from us-east-1 over bedrock-runtime; all 4 resources of the call are allowed.`,
    ]);
  });

  test('models that are allowed through the profile alone cannot be called directly', () => {
    const through = {
      ...modelIn(...US_REGIONS),
      Condition: { StringLike: { 'bedrock:InferenceProfileArn': US_SONNET.profileArn } },
    };
    const nova = { ...through, Resource: foundationArn('amazon.nova-pro-v1:0') };
    const readings = [...OFFERED, userWith(PROFILE, through, nova)];
    expect(answered(preflightOf(readings))[0]).toBe('allowed');
    expect(answered(preflightOf(readings, { called: 'amazon.nova-pro-v1:0' }))[0]).toBe('denied');
  });
});

describe('an SCP that denies Regions sees destinations that the caller never chose', () => {
  const regionDeny = (...regions: readonly string[]) =>
    scpOnWorkloads('deny-regions', {
      Effect: 'Deny',
      NotAction: ['iam:*', 'organizations:*', 'sts:*', 'aws-marketplace:*'],
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': regions } },
    });

  test('it is named with Region, policy and unit, and so are the destinations that are fine', () => {
    const readings = [...OFFERED, userWith(ANYTHING), ...regionDeny('us-east-1', 'us-west-2')];
    expect(answered(preflightOf(readings))).toEqual([
      'denied',
      `us.${SONNET} may be served in us-east-2, which the SCP deny-regions (OU Workloads) denies. us-east-1 and us-west-2 are allowed.`,
    ]);
  });

  test('it leaves direct calls alone', () => {
    const readings = [...OFFERED, userWith(ANYTHING), ...regionDeny('us-east-1')];
    expect(answered(preflightOf(readings, { called: 'amazon.nova-pro-v1:0' }))[0]).toBe('allowed');
  });

  test('a global profile has the Region `unspecified`, which a list of Regions denies', () => {
    const called = GLOBAL_SONNET.profileId;
    const without = [...OFFERED, userWith(ANYTHING), ...regionDeny(...US_REGIONS)];
    expect(answered(preflightOf(without, { called }))).toEqual([
      'denied',
      `global.${SONNET} may be served in any commercial Region (aws:RequestedRegion unspecified), which the SCP deny-regions (OU Workloads) denies. us-east-1 is allowed.`,
    ]);
    const with_ = [...OFFERED, userWith(ANYTHING), ...regionDeny('us-east-1', 'unspecified')];
    expect(answered(preflightOf(with_, { called }))[0]).toBe('allowed');
  });

  test('a Deny on `unspecified` stops global profiles and nothing else', () => {
    const deny = {
      Effect: 'Deny',
      Action: 'bedrock:InvokeModel*',
      Resource: '*',
      Condition: { StringEquals: { 'aws:RequestedRegion': 'unspecified' } },
    };
    const readings = [...OFFERED, userWith(ANYTHING, deny)];
    expect(answered(preflightOf(readings, { called: GLOBAL_SONNET.profileId }))[0]).toBe('denied');
    expect(answered(preflightOf(readings))[0]).toBe('allowed');
  });
});

describe('an SCP that denies Regions save for geographic profiles', () => {
  const approved = { 'aws:RequestedRegion': ['us-east-1'] };
  const aware = scpOnWorkloads(
    'regions-with-cris',
    {
      Sid: 'OtherServices',
      Effect: 'Deny',
      NotAction: ['iam:*', 'sts:*', 'aws-marketplace:*', ...INVOKE],
      Resource: '*',
      Condition: { StringNotEquals: approved },
    },
    {
      Sid: 'InferenceOutside',
      Effect: 'Deny',
      Action: INVOKE,
      Resource: '*',
      Condition: {
        StringNotEquals: approved,
        ArnNotLike: { 'bedrock:InferenceProfileArn': 'arn:aws:bedrock:*:*:inference-profile/us.*' },
      },
    },
  );

  test('lets the profile through to all its destinations', () => {
    expect(answered(preflightOf([...OFFERED, userWith(ANYTHING), ...aware]))[0]).toBe('allowed');
  });

  test('denies a global profile', () => {
    const readings = [...OFFERED, userWith(ANYTHING), ...aware];
    const [decision, sentence] = answered(
      preflightOf(readings, { called: GLOBAL_SONNET.profileId }),
    );
    expect(decision).toBe('denied');
    expect(sentence).toContain('the SCP regions-with-cris (OU Workloads) denies');
  });

  test('denies a direct call outside the approved Regions', () => {
    const nova = { ...OFFERED[0], region: 'us-west-2' };
    const readings = [...OFFERED, nova as (typeof OFFERED)[number], userWith(ANYTHING), ...aware];
    const asked = { called: 'amazon.nova-pro-v1:0', region: 'us-west-2' };
    expect(answered(preflightOf(readings, asked))[0]).toBe('denied');
  });
});

describe('the first call of a model of AWS Marketplace subscribes', () => {
  const model = (agreementStatus: string) =>
    reading('model-availability', [
      {
        modelId: SONNET,
        askedIn: 'us-east-1',
        availability: {
          read: true,
          value: {
            agreementStatus,
            agreementError: null,
            authorizationStatus: 'AUTHORIZED',
            entitlementAvailability: 'AVAILABLE',
            regionAvailability: 'AVAILABLE',
          },
        },
      },
    ]);
  const noSubscribe = scpOnWorkloads('no-marketplace', {
    Effect: 'Deny',
    Action: 'aws-marketplace:Subscribe',
    Resource: '*',
  });

  test('an SCP that denies subscribing blocks it though the call itself is allowed', () => {
    const outcome = preflightOf([
      ...OFFERED,
      model('NOT_AVAILABLE'),
      userWith(ANYTHING),
      ...noSubscribe,
    ]);
    expect(answered(outcome)[0]).toBe('allowed');
    expect(gatesOf(outcome)).toMatchObject({
      agreement: 'closed',
      'marketplace-subscribe': 'closed',
    });
  });

  test('once there is an agreement nobody has to subscribe', () => {
    const outcome = preflightOf([
      ...OFFERED,
      model('AVAILABLE'),
      userWith(ANYTHING),
      ...noSubscribe,
    ]);
    expect(gatesOf(outcome)).toMatchObject({ agreement: 'open' });
    expect(gatesOf(outcome)).not.toHaveProperty('marketplace-subscribe');
  });
});

describe('a Deny on calls without a guardrail', () => {
  const GUARDRAIL = `arn:aws:bedrock:us-east-1:${ACCOUNT}:guardrail/abc123def456:1`;
  const readings = [
    ...OFFERED,
    userWith(ANYTHING, {
      Effect: 'Deny',
      Action: INVOKE,
      Resource: '*',
      Condition: { StringNotEquals: { 'bedrock:GuardrailIdentifier': GUARDRAIL } },
    }),
  ];

  test.each([US_SONNET.profileId, 'amazon.nova-pro-v1:0'])(
    'breaks calls of %s whose client drops the guardrail',
    (called) => {
      const without = { 'bedrock:GuardrailIdentifier': [] };
      const outcome = preflightOf(readings, { called, keys: without });
      expect(answered(outcome)[0]).toBe('denied');
      expect(answered(outcome)[1]).toContain('the policy models');
      const keys = { 'bedrock:GuardrailIdentifier': [GUARDRAIL] };
      expect(answered(preflightOf(readings, { called, keys }))[0]).toBe('allowed');
    },
  );

  test('while nobody says whether there is one it depends on the key', () => {
    expect(answered(preflightOf(readings))).toEqual([
      'conditional',
      `ana may call us.${SONNET} from us-east-1 over bedrock-runtime, depending on bedrock:GuardrailIdentifier.`,
    ]);
  });
});

function gatesOf(outcome: ReturnType<typeof preflightOf>): Readonly<Record<string, string>> {
  const gates = outcome.found ? outcome.gates : [];
  return Object.fromEntries(gates.map(({ gate, state }) => [gate, state]));
}
