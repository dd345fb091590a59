import { describe, expect, test } from 'vitest';
import type { AccessWorld } from '../../../../shared/access/world/access-world.ts';
import {
  AWS_OWN,
  controlPolicy,
  denied,
  governed,
  identity,
  MANAGEMENT,
  MEMBER,
  ORGANIZATION_ID,
  OUTSIDER,
  only,
  organization,
  organizationWithout,
  people,
  reading,
  refused,
  worldOf,
} from './readings.ts';

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
