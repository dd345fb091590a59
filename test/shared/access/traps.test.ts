import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../../shared/access/catalogue/create-catalogue.ts';
import type { CallPart } from '../../../shared/access/catalogue/route.ts';
import { judgeRoute } from '../../../shared/access/preflight/judge-route.ts';
import { partDecider } from '../../../shared/access/preflight/part-decider.ts';
import { OPEN_CONTEXT } from '../../../shared/access/world/access-world.ts';
import { createAccessWorld } from '../../../shared/access/world/create-world.ts';
import { ACCOUNT, foundationArn, reading } from './catalogue/offered.ts';
import {
  ANYTHING,
  answered,
  GLOBAL_SONNET,
  OFFERED,
  organised,
  preflightOf,
  SONNET,
  scpOnWorkloads,
  US_REGIONS,
  US_SONNET,
  userWith,
} from './preflight/asking.ts';
import { AT, identity, MEMBER, people } from './world/readings.ts';

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
      `ana may not call us.${SONNET} from us-east-1: no policy of ana allows bedrock:InvokeModel for ${US_SONNET.profileArn}. The models behind it are allowed.`,
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
      `ana may call us.${SONNET} from us-east-1; all 4 resources of the call are allowed.`,
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
      `ana may call us.${SONNET} from us-east-1, depending on bedrock:GuardrailIdentifier.`,
    ]);
  });
});

describe('the user of a long-term API key with AmazonBedrockLimitedAccess', () => {
  // The statements of version 2 that matter here (AWS Managed Policy Reference,
  // AmazonBedrockLimitedAccess, edited 2025-12-05); its control-plane actions are left out.
  const limited = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Models',
        Effect: 'Allow',
        Action: ['bedrock:Get*', 'bedrock:List*', 'bedrock:CallWithBearerToken', ...INVOKE],
        Resource: '*',
      },
      { Effect: 'Allow', Action: 'kms:DescribeKey', Resource: 'arn:*:kms:*:::*' },
      {
        Effect: 'Allow',
        Action: ['iam:ListRoles', 'ec2:DescribeVpcs', 'ec2:DescribeSubnets'],
        Resource: '*',
      },
      {
        Effect: 'Allow',
        Action: ['bedrock-mantle:CallWithBearerToken', 'bedrock-mantle:CreateInference'],
        Resource: '*',
      },
    ],
  });
  const arn = 'arn:aws:iam::aws:policy/AmazonBedrockLimitedAccess';
  const user = identity('user', 'BedrockAPIKey-x7qk', { attachedPolicyArns: [arn] });
  const readings = [
    ...OFFERED,
    people(
      [user],
      [{ arn, name: 'AmazonBedrockLimitedAccess', versionId: 'v2', document: limited }],
    ),
  ];

  test('may call every model on both planes, with a bearer token', () => {
    const world = createAccessWorld(organised(readings));
    const routes = createCatalogue(readings).routesIn(MEMBER);
    expect(new Set(routes.map(({ plane }) => plane)).size).toBe(2);
    const decide = deciderOf(world);
    for (const route of routes) {
      expect(judgeRoute(route, 'invoke', decide).decision).toBe('allowed');
    }
    for (const plane of ['bedrock', 'bedrock-mantle']) {
      expect(decide(`${plane}:CallWithBearerToken`, ANY).decision).toBe('allowed');
    }
  });

  test('may look around in IAM and the network, and at no key of an account', () => {
    const decide = deciderOf(createAccessWorld(organised(readings)));
    const own = { ...ANY, resource: `arn:aws:kms:us-east-1:${MEMBER}:key/k` };
    expect(decide('iam:ListRoles', ANY).decision).toBe('allowed');
    expect(decide('ec2:DescribeVpcs', ANY).decision).toBe('allowed');
    expect(
      decide('kms:DescribeKey', { ...ANY, resource: 'arn:aws:kms:us-east-1:::key/k' }).decision,
    ).toBe('allowed');
    expect(decide('kms:DescribeKey', own).decision).toBe('denied');
    expect(decide('iam:CreateUser', ANY).decision).toBe('denied');
  });

  test('an SCP against bearer tokens stops the key and leaves signed calls', () => {
    const scp = scpOnWorkloads('no-api-keys', {
      Effect: 'Deny',
      Action: ['bedrock:CallWithBearerToken', 'bedrock-mantle:CallWithBearerToken'],
      Resource: '*',
    });
    const decide = deciderOf(createAccessWorld([...readings, ...scp]));
    expect(decide('bedrock:CallWithBearerToken', ANY).decision).toBe('denied');
    expect(answered(preflightOf([...readings, ...scp]))[0]).toBe('allowed');
  });
});

const ANY: CallPart = {
  role: 'called',
  resource: '*',
  resourceAccount: null,
  requestedRegion: 'us-east-1',
  keys: {},
};

function deciderOf(world: ReturnType<typeof createAccessWorld>) {
  const [principal] = world.principals;
  if (principal === undefined) throw new Error('nobody');
  return partDecider({ principal, world, choice: OPEN_CONTEXT, at: AT });
}

function gatesOf(outcome: ReturnType<typeof preflightOf>): Readonly<Record<string, string>> {
  const gates = outcome.found ? outcome.gates : [];
  return Object.fromEntries(gates.map(({ gate, state }) => [gate, state]));
}
