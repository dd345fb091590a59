import { describe, expect, test } from 'vitest';
import {
  allowing,
  denied,
  document,
  identity,
  known,
  MEMBER,
  only,
  people,
  reading,
  refused,
  worldOf,
} from './readings.ts';

const READER = { arn: 'arn:aws:iam::aws:policy/Reader', name: 'Reader', versionId: 'v3' };

describe('identity policies', () => {
  test('inline, attached and those of groups stand with how they come to bear', () => {
    const world = worldOf(
      people(
        [
          identity('user', 'ana', {
            groups: ['reviewers'],
            attachedPolicyArns: [READER.arn],
            inlinePolicies: [{ name: 'own', document: allowing('bedrock:InvokeModel') }],
          }),
          identity('group', 'reviewers', {
            attachedPolicyArns: [READER.arn],
            inlinePolicies: [{ name: 'shared', document: allowing('bedrock:ListGuardrails') }],
          }),
        ],
        [{ ...READER, document: allowing('bedrock:Get*') }],
      ),
    );
    expect(only(world).policies.identity.map(({ name, via, id }) => [name, via, id])).toEqual([
      ['own', 'inline', `arn:aws:iam::${MEMBER}:user/ana inline own`],
      ['Reader', 'attached', READER.arn],
      ['shared', 'group reviewers', `arn:aws:iam::${MEMBER}:group/reviewers inline shared`],
      ['Reader', 'group reviewers', READER.arn],
    ]);
  });

  test('a document that many principals have is read once', () => {
    const roles = ['a', 'b'].map((name) =>
      identity('role', name, {
        inlinePolicies: [{ name: 'same', document: allowing('bedrock:*') }],
        attachedPolicyArns: [READER.arn],
      }),
    );
    const [one, other] = worldOf(
      people(roles, [{ ...READER, document: allowing('bedrock:Get*') }]),
    ).principals;
    const policies = [one, other].map((principal) => principal?.policies.identity ?? []);
    expect(policies[0]?.[0]?.policy).toBe(policies[1]?.[0]?.policy);
    expect(policies[0]?.[1]).toBe(policies[1]?.[1]);
  });

  test('an attached policy and a boundary that AWS did not answer with are not read', () => {
    const user = identity('user', 'ana', {
      attachedPolicyArns: [READER.arn],
      permissionsBoundaryArn: `arn:aws:iam::${MEMBER}:policy/limits/edge`,
    });
    const { identity: own, boundary } = only(worldOf(people([user]))).policies;
    expect(own[0]).toMatchObject({ name: 'Reader', document: null, via: 'attached' });
    expect(own[0]?.policy.problems).toEqual([
      expect.objectContaining({
        severity: 'error',
        message: expect.stringContaining('iam:GetAccountAuthorizationDetails'),
      }),
    ]);
    expect(boundary).toMatchObject({ type: 'boundary', name: 'edge', document: null });
  });
});

describe('kinds', () => {
  const federated = document({
    Effect: 'Allow',
    Principal: { Federated: `arn:aws:iam::${MEMBER}:saml-provider/x` },
    Action: 'sts:AssumeRoleWithSAML',
  });
  const both = document({
    Effect: 'Allow',
    Principal: { Service: 'lambda.amazonaws.com', AWS: MEMBER },
    Action: 'sts:AssumeRole',
  });

  test.each([
    [identity('user', 'ana'), 'user', 'ana'],
    [identity('user', 'holder'), 'api-key-user', 'holder'],
    [identity('user', 'BedrockAPIKey-x7qk'), 'api-key-user', 'BedrockAPIKey-x7qk'],
    [identity('role', 'fn'), 'service-role', 'fn'],
    [identity('role', 'both', { trustPolicy: both }), 'role', 'both'],
    [identity('role', 'people', { trustPolicy: federated }), 'role', 'people'],
    [identity('role', 'unread', { trustPolicy: null }), 'role', 'unread'],
    [
      identity('role', 'AWSServiceRoleForBedrock', {
        path: '/aws-service-role/bedrock.amazonaws.com/',
      }),
      'service-linked-role',
      'AWSServiceRoleForBedrock',
    ],
    [
      identity('role', 'AWSReservedSSO_Science_3f9d1c7be2a40586', {
        path: '/aws-reserved/sso.amazonaws.com/eu-west-1/',
        trustPolicy: federated,
      }),
      'identity-center',
      'Science (SSO)',
    ],
  ] as const)('%o', (one, kind, name) => {
    const key = {
      credentialId: 'ACCA1',
      userName: 'holder',
      madeForKey: false,
      alias: null,
      status: 'Active',
      createdAt: null,
      expiresAt: null,
    } as const;
    const world = worldOf(people([one]), reading('api-keys', MEMBER, [key]));
    expect(only(world)).toMatchObject({ kind, name });
  });
});

describe('tags of principals', () => {
  const tagging = document({
    Effect: 'Allow',
    Principal: { Service: 'pods.eks.amazonaws.com' },
    Action: ['sts:AssumeRole', 'sts:TagSession'],
  });
  const tags = { team: 'search' };
  const exact = { 'aws:PrincipalTag/team': ['search'], 'aws:PrincipalTag/*': [] };

  test('a user has its own, and no others', () => {
    expect(only(worldOf(people([identity('user', 'ana', { tags })]))).keys).toMatchObject(exact);
  });

  test('so has a role whose sessions cannot be tagged', () => {
    expect(only(worldOf(people([identity('role', 'fn', { tags })]))).keys).toMatchObject(exact);
  });

  test.each([
    ['may be tagged', tagging],
    ['were not read', null],
  ])('those of a role whose sessions %s are unknown', (_, trustPolicy) => {
    const { keys } = only(worldOf(people([identity('role', 'pod', { tags, trustPolicy })])));
    expect(Object.keys(keys).filter((key) => key.startsWith('aws:PrincipalTag'))).toEqual([]);
  });
});

describe('what was not read', () => {
  test('nobody is known in an account that did not tell', () => {
    const world = worldOf(
      reading('account-authorization', MEMBER, [], denied('iam:GetAccountAuthorizationDetails')),
    );
    expect(world.principals).toEqual([]);
    expect(world.gaps).toContainEqual(
      expect.objectContaining({
        dataset: 'account-authorization',
        accountId: MEMBER,
        action: 'iam:GetAccountAuthorizationDetails',
        consequence: `Who there is in account ${MEMBER} is not known.`,
      }),
    );
  });

  test('resource policies are unread by their resource, or as a whole', () => {
    const arn = `arn:aws:bedrock:us-east-1:${MEMBER}:custom-model/m`;
    const policy = {
      resourceArn: arn,
      resourceType: 'custom-model',
      policy: refused('bedrock:GetResourcePolicy'),
    } as const;
    const whole = reading(
      'agent-resource-policies',
      MEMBER,
      [],
      denied('bedrock:GetResourcePolicy'),
    );
    const world = worldOf(reading('resource-policies', MEMBER, [policy]), whole);
    expect(world.resources.get(MEMBER)?.resourcePolicies.get(arn)).toMatchObject({
      document: null,
    });
    const gaps = world.gaps.filter(({ action }) => action === 'bedrock:GetResourcePolicy');
    expect(gaps.map(({ dataset }) => dataset)).toEqual([
      'resource-policies',
      'agent-resource-policies',
    ]);
  });
});

describe('resources', () => {
  test('tags of profiles are known whole, or not at all; AWS’s own profiles have none', () => {
    const profile = (name: string, rest: object) => ({
      profileId: name,
      profileArn: `arn:aws:bedrock:us-east-1:${MEMBER}:application-inference-profile/${name}`,
      profileName: name,
      description: null,
      type: 'APPLICATION' as const,
      status: 'ACTIVE',
      modelArns: [],
      createdAt: null,
      updatedAt: null,
      tags: null,
      ...rest,
    });
    const profiles = [
      profile('tagged', { tags: known([{ key: 'team', value: 'search' }]) }),
      profile('refused', { tags: refused('bedrock:ListTagsForResource') }),
      profile('system', {}),
    ];
    const tags = worldOf(reading('inference-profiles', MEMBER, profiles)).resources.get(
      MEMBER,
    )?.resourceTags;
    const of = (name: string) =>
      tags?.get(`arn:aws:bedrock:us-east-1:${MEMBER}:application-inference-profile/${name}`);
    expect(of('tagged')).toEqual({ 'aws:ResourceTag/team': ['search'], 'aws:ResourceTag/*': [] });
    expect(of('refused')).toBeUndefined();
    expect(of('system')).toEqual({ 'aws:ResourceTag/*': [] });
  });
});
