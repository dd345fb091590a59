import { describe, expect, test } from 'vitest';
import type { CallPart } from '../../../../shared/access/catalogue/route.ts';
import { decide } from '../../../../shared/access/evaluate/decide.ts';
import { type ContextChoice, OPEN_CONTEXT } from '../../../../shared/access/world/access-world.ts';
import { createAccessWorld } from '../../../../shared/access/world/create-world.ts';
import { requestOf } from '../../../../shared/access/world/request-of.ts';
import type { DatasetReading } from '../../../../shared/model/dataset.ts';
import {
  AT,
  AWS_OWN,
  controlPolicy,
  document,
  governed,
  identity,
  known,
  MEMBER,
  people,
  reading,
  refused,
} from './readings.ts';

const MODEL = 'arn:aws:bedrock:us-west-2::foundation-model/anthropic.claude-sonnet-5-5';
const PROFILE = `arn:aws:bedrock:us-east-1:${MEMBER}:application-inference-profile/p1`;

const CALLED: CallPart = {
  role: 'called',
  resource: PROFILE,
  resourceAccount: MEMBER,
  requestedRegion: 'us-east-1',
  keys: { 'bedrock:PromptRouterArn': [] },
};
const DESTINATION: CallPart = {
  role: 'destination',
  resource: MODEL,
  resourceAccount: null,
  requestedRegion: 'us-west-2',
  keys: { 'bedrock:InferenceProfileArn': [PROFILE] },
};

function ask(
  part: CallPart,
  readings: readonly DatasetReading[],
  choice: ContextChoice = OPEN_CONTEXT,
) {
  const world = createAccessWorld(readings);
  const [principal] = world.principals;
  if (principal === undefined) throw new Error('nobody');
  return requestOf({ principal, part, action: 'bedrock:InvokeModel', world, choice, at: AT });
}

function decided(...given: Parameters<typeof ask>) {
  const { request, policies } = ask(...given);
  return decide(request, policies);
}

function may(condition: object, tags: Readonly<Record<string, string>> = {}) {
  const statement = { Effect: 'Allow', Action: 'bedrock:*', Resource: '*', Condition: condition };
  const inlinePolicies = [{ name: 'own', document: document(statement) }];
  return people([identity('user', 'ana', { tags, inlinePolicies })]);
}

describe('condition keys', () => {
  const { context } = ask(DESTINATION, [may({})]).request;

  test.each([
    ['aws:RequestedRegion', ['us-west-2']],
    ['bedrock:InferenceProfileArn', [PROFILE]],
    ['aws:SecureTransport', ['true']],
    ['aws:ViaAWSService', ['false']],
    ['aws:CalledViaFirst', 'absent'],
    ['aws:CurrentTime', [AT]],
    ['aws:EpochTime', ['1795168800']],
    ['aws:PrincipalIsAWSService', ['false']],
    ['aws:PrincipalTag/team', 'absent'],
    ['aws:resourcetag/team', 'absent'],
    ['aws:SourceArn', 'absent'],
    ['aws:username', ['ana']],
    ['aws:SourceIp', 'unknown'],
    ['aws:MultiFactorAuthPresent', 'unknown'],
    ['bedrock:GuardrailIdentifier', 'unknown'],
    ['aws:RequestTag/team', 'unknown'],
    ['aws:ResourceAccount', 'unknown'],
  ])('%s', (key, value) => {
    expect(context.value(key)).toEqual(value);
  });

  test('what the reader fixes stands above what is known, whatever its case', () => {
    const keys = {
      'aws:requestedregion': ['eu-west-1'],
      'aws:SourceVpce': [],
      'aws:SourceIp': ['203.0.113.9'],
    };
    const fixed = ask(DESTINATION, [may({})], { ...OPEN_CONTEXT, keys }).request.context;
    expect(fixed.value('aws:RequestedRegion')).toEqual(['eu-west-1']);
    expect(fixed.value('aws:SourceVpce')).toBe('absent');
    expect(fixed.value('aws:SourceIp')).toEqual(['203.0.113.9']);
  });

  test('tags of the profile that is called, and its organisation', () => {
    const profile = {
      profileId: 'p1',
      profileArn: PROFILE,
      profileName: 'p1',
      description: null,
      type: 'APPLICATION',
      status: 'ACTIVE',
      modelArns: [],
      createdAt: null,
      updatedAt: null,
      tags: known([{ key: 'team', value: 'search' }]),
    } as const;
    const readings = [may({}), reading('inference-profiles', MEMBER, [profile]), ...governed()];
    const of = ask(CALLED, readings).request.context;
    expect(of.value('aws:ResourceTag/team')).toEqual(['search']);
    expect(of.value('aws:ResourceTag/stage')).toBe('absent');
    expect(of.value('aws:ResourceOrgID')).toEqual(['o-exampleorg1']);
    expect(of.value('aws:ResourceAccount')).toEqual([MEMBER]);
    expect(ask(CALLED, [may({})]).request.context.value('aws:ResourceTag/team')).toBe('unknown');
  });
});

describe('decisions', () => {
  test.each([
    ['a tag that the user has', { StringEquals: { 'aws:PrincipalTag/team': 'search' } }, 'allowed'],
    ['a tag that it has not', { StringEquals: { 'aws:PrincipalTag/stage': 'search' } }, 'denied'],
    [
      'an address that nobody told',
      { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
      'conditional',
    ],
  ])('by %s', (_, condition, decision) => {
    const readings = [may(condition, { team: 'search' }), ...governed()];
    expect(decided(DESTINATION, readings).decision).toBe(decision);
  });

  test('an SCP that denies a destination’s Region', () => {
    const edge = controlPolicy('edge', ['Workloads'], {
      content: known(
        document({
          Effect: 'Deny',
          Action: '*',
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } },
        }),
      ),
    });
    const readings = [may({}), ...governed([...AWS_OWN, edge])];
    expect(decided(CALLED, readings).decision).toBe('allowed');
    expect(decided(DESTINATION, readings)).toMatchObject({
      decision: 'denied',
      by: 'explicit-deny',
    });
  });

  test('an RCP holds what the account owns, and not AWS’s models', () => {
    const shut = controlPolicy('shut', ['platform'], {
      type: 'RESOURCE_CONTROL_POLICY',
      content: known(
        document({ Effect: 'Deny', Principal: '*', Action: 'bedrock:*', Resource: '*' }),
      ),
    });
    const readings = [may({}), ...governed([...AWS_OWN, shut])];
    expect(decided(CALLED, readings).decision).toBe('denied');
    expect(decided(DESTINATION, readings).decision).toBe('allowed');
  });

  test('a policy that was not read leaves it unknown, until it is taken to allow', () => {
    const secret = controlPolicy('secret', ['Workloads'], {
      content: refused('organizations:DescribePolicy'),
    });
    const readings = [may({}), ...governed([...AWS_OWN, secret])];
    expect(decided(DESTINATION, readings)).toMatchObject({ decision: 'unknown', by: 'scp' });
    const taken = { ...OPEN_CONTEXT, assumeUnreadAllows: true };
    expect(decided(DESTINATION, readings, taken).decision).toBe('allowed');
  });

  test('an unread policy in place of all others grants when it is taken to allow', () => {
    const lost = people([
      identity('user', 'ana', { attachedPolicyArns: ['arn:aws:iam::aws:policy/Lost'] }),
    ]);
    expect(decided(DESTINATION, [lost, ...governed()]).decision).toBe('unknown');
    const taken = { ...OPEN_CONTEXT, assumeUnreadAllows: true };
    expect(decided(DESTINATION, [lost, ...governed()], taken).decision).toBe('allowed');
  });
});
