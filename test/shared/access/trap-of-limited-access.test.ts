import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../../shared/access/catalogue/create-catalogue.ts';
import type { CallPart } from '../../../shared/access/catalogue/route.ts';
import { judgeRoute } from '../../../shared/access/preflight/judge-route.ts';
import { partDecider } from '../../../shared/access/preflight/part-decider.ts';
import { OPEN_CONTEXT } from '../../../shared/access/world/access-world.ts';
import { createAccessWorld } from '../../../shared/access/world/create-world.ts';
import { answered, OFFERED, organised, preflightOf, scpOnWorkloads } from './preflight/asking.ts';
import { AT, identity, MEMBER, people } from './world/readings.ts';

const INVOKE = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];

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
