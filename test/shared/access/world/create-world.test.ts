import { describe, expect, test } from 'vitest';
import type { AccessPrincipal, AccessWorld } from '../../../../shared/access/world/access-world.ts';
import { createAccessWorld } from '../../../../shared/access/world/create-world.ts';
import type { DatasetReading } from '../../../../shared/model/dataset.ts';
import {
  AWS_OWN,
  allowing,
  controlPolicy,
  denied,
  document,
  governed,
  identity,
  known,
  MANAGEMENT,
  MEMBER,
  ORGANIZATION_ID,
  OUTSIDER,
  organization,
  organizationWithout,
  people,
  reading,
  refused,
} from './readings.ts';

const READER = { arn: 'arn:aws:iam::aws:policy/Reader', name: 'Reader', versionId: 'v3' };

function only(world: AccessWorld): AccessPrincipal {
  const [principal, ...others] = world.principals;
  expect(others).toEqual([]);
  if (principal === undefined) throw new Error('nobody');
  return principal;
}

function worldOf(...readings: readonly DatasetReading[]): AccessWorld {
  return createAccessWorld(readings);
}

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

describe('organisations', () => {
  const role = people([identity('role', 'fn')]);
  const vias = (world: AccessWorld) =>
    only(world).policies.scps?.map((level) => level.map(({ name, via }) => `${name}: ${via}`));

  test('SCPs stand level by level, and AWS’s own are known without being told', () => {
    const world = worldOf(role, ...governed([...AWS_OWN, controlPolicy('edge', ['Workloads'])]));
    expect(vias(world)).toEqual([
      ['FullAWSAccess: root'],
      ['FullAWSAccess: OU Workloads', 'edge: OU Workloads'],
      ['FullAWSAccess: account platform'],
    ]);
    expect(
      only(world)
        .policies.scps?.flat()
        .map(({ policy }) => policy.problems),
    ).toEqual([[], [], [], []]);
    const rcps = world.resources.get(MEMBER)?.rcps?.flat();
    expect(rcps?.map(({ type, policy }) => [type, policy.problems])).toEqual(
      Array.from({ length: 3 }, () => ['rcp', []]),
    );
    expect(world.gaps.map(({ consequence }) => consequence)).toEqual([
      `Who there is in account ${MANAGEMENT} is not known.`,
    ]);
  });

  test('the organisation and the path to the account are condition keys', () => {
    const world = worldOf(role, ...governed());
    const path = `${ORGANIZATION_ID}/r-ex01/ou-ex01-workload/`;
    expect(only(world).keys).toMatchObject({
      'aws:PrincipalOrgID': [ORGANIZATION_ID],
      'aws:PrincipalOrgPaths': [path],
    });
    expect(world.resources.get(MEMBER)?.keys).toEqual({
      'aws:ResourceOrgID': [ORGANIZATION_ID],
      'aws:ResourceOrgPaths': [path],
    });
    expect(world.accountNames.get(MEMBER)).toBe('platform');
  });

  test('neither SCPs nor RCPs bear on the management account', () => {
    const ruler = people(
      [identity('role', 'fn', { arn: `arn:aws:iam::${MANAGEMENT}:role/fn` })],
      [],
      MANAGEMENT,
    );
    const world = worldOf(ruler, ...governed());
    expect(only(world).policies.scps).toBeNull();
    expect(world.resources.get(MANAGEMENT)?.rcps).toBeNull();
    expect(only(world).keys).toMatchObject({ 'aws:PrincipalOrgID': [ORGANIZATION_ID] });
  });

  test.each([
    [
      'in no organisation',
      [reading('organization', MEMBER, [], { status: 'unavailable', reason: 'none' })],
    ],
    [
      'where SCPs are not enabled',
      governed(AWS_OWN, organizationWithout('SERVICE_CONTROL_POLICY')),
    ],
    [
      'with consolidated billing alone',
      governed(AWS_OWN, organization({ featureSet: 'CONSOLIDATED_BILLING' })),
    ],
  ])('no SCPs %s', (_, readings) => {
    expect(only(worldOf(role, ...readings)).policies.scps).toBeNull();
  });

  test('an account outside of organisations has no organisation in its requests', () => {
    const none = reading('organization', OUTSIDER, [], { status: 'unavailable', reason: 'none' });
    const world = worldOf(people([identity('user', 'ana')], [], OUTSIDER), none);
    expect(only(world).keys).toMatchObject({
      'aws:PrincipalOrgID': [],
      'aws:PrincipalOrgPaths': [],
    });
    expect(world.gaps).toEqual([]);
  });

  test('a member that nobody was told the tree of has unknown SCPs', () => {
    const tree = {
      read: false,
      outcome: { status: 'unavailable', reason: 'Only the management account may read it.' },
    } as const;
    const world = worldOf(role, reading('organization', MEMBER, [organization({ tree })]));
    const [level, ...others] = only(world).policies.scps ?? [];
    expect(others).toEqual([]);
    expect(level).toEqual([expect.objectContaining({ type: 'scp', document: null })]);
    expect(only(world).keys).not.toHaveProperty(['aws:PrincipalOrgPaths']);
    expect(world.gaps).toEqual([
      expect.objectContaining({
        dataset: 'organization',
        action: null,
        consequence: `Which SCPs and RCPs bear on account ${MEMBER} is not known.`,
      }),
    ]);
  });

  test.each([
    [
      'the organisation',
      [reading('organization', MEMBER, [], denied('organizations:DescribeOrganization'))],
      'organizations:DescribeOrganization',
    ],
    [
      'its policies',
      [
        reading('organization', MANAGEMENT, [organization()]),
        reading('organization-policies', MANAGEMENT, [], denied('organizations:ListPolicies')),
      ],
      'organizations:ListPolicies',
    ],
    ['their kind', governed(AWS_OWN.slice(1)), null],
  ])('SCPs are unknown where %s could not be read', (_, readings, action) => {
    const world = worldOf(role, ...readings);
    expect(only(world).policies.scps).toEqual([
      [expect.objectContaining({ type: 'scp', document: null })],
    ]);
    const gaps = world.gaps.filter(({ dataset }) => dataset !== 'account-authorization');
    expect(gaps.map((gap) => gap.action)).toContain(action);
  });

  test('a document that was refused is an unread policy where it is attached', () => {
    const secret = controlPolicy('secret', ['Workloads'], {
      content: refused('organizations:DescribePolicy'),
    });
    const world = worldOf(role, ...governed([...AWS_OWN, secret]));
    const unread = only(world)
      .policies.scps?.flat()
      .filter((policy) => policy.document === null);
    expect(unread?.map(({ name, via }) => [name, via])).toEqual([['secret', 'OU Workloads']]);
    expect(world.gaps).toContainEqual(
      expect.objectContaining({
        dataset: 'organization-policies',
        accountId: MANAGEMENT,
        action: 'organizations:DescribePolicy',
        consequence: 'What SCP secret says is not known.',
      }),
    );
  });

  test('a policy whose targets were refused may stand on every level', () => {
    const loose = controlPolicy('loose', [], {
      targets: refused('organizations:ListTargetsForPolicy'),
    });
    const world = worldOf(role, ...governed([...AWS_OWN, loose]));
    expect(vias(world)?.map((level) => level.at(-1))).toEqual([
      'loose: perhaps root',
      'loose: perhaps OU Workloads',
      'loose: perhaps account platform',
    ]);
    expect(
      world.gaps.filter(({ action }) => action === 'organizations:ListTargetsForPolicy'),
    ).toHaveLength(1);
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
