import {
  type EntityType,
  GetAccountAuthorizationDetailsCommand,
  type GetAccountAuthorizationDetailsCommandOutput,
  IAMClient,
  paginateGetAccountAuthorizationDetails,
} from '@aws-sdk/client-iam';
import { beforeAll, expect, test } from 'vitest';
import { accountForTests } from '../../../../helpers/simulated-client.ts';
import { smallAuthorization } from '../../../../helpers/small-world/small-iam.ts';
import { smallInvocation } from '../../../../helpers/small-world/small-invocation.ts';
import { createSmallWorld, SMALL_ACCOUNT } from '../../../../helpers/small-world/small-world.ts';

const account = accountForTests(createSmallWorld({ invocations: [smallInvocation({})] }));
const expected = smallAuthorization(SMALL_ACCOUNT);
let client: IAMClient;
beforeAll(() => {
  client = new IAMClient(account.config());
});

async function read(MaxItems?: number, Filter?: EntityType[]) {
  const pages: GetAccountAuthorizationDetailsCommandOutput[] = [];
  const input = { MaxItems, Filter };
  for await (const page of paginateGetAccountAuthorizationDetails({ client }, input)) {
    pages.push(page);
  }
  return {
    sizes: pages.map((page) => sizeOf(page)),
    users: pages.flatMap((page) => page.UserDetailList ?? []),
    groups: pages.flatMap((page) => page.GroupDetailList ?? []),
    roles: pages.flatMap((page) => page.RoleDetailList ?? []),
    policies: pages.flatMap((page) => page.Policies ?? []),
  };
}

function sizeOf(page: GetAccountAuthorizationDetailsCommandOutput): number {
  const { UserDetailList, GroupDetailList, RoleDetailList, Policies } = page;
  return [UserDetailList, GroupDetailList, RoleDetailList, Policies].reduce(
    (sum, list) => sum + (list?.length ?? 0),
    0,
  );
}

test('100 entities a page, all of them in the end', async () => {
  const { sizes, users, groups, roles, policies } = await read();
  expect(sizes).toEqual([100, 100, 34]);
  const arns = [...users, ...groups, ...roles, ...policies].map((one) => one.Arn);
  const worlds = [...expected.identities, ...expected.policies].map((one) => one.arn);
  expect(arns).toEqual(worlds);
});

test('documents survive percent-encoding; links to groups, policies and boundaries are there', async () => {
  const { users, roles, policies } = await read(1000);
  const [user] = expected.identities;
  expect(decodeURIComponent(users[0]?.UserPolicyList?.[0]?.PolicyDocument ?? '')).toBe(
    user?.inlinePolicies[0]?.document,
  );
  expect(users[0]?.UserPolicyList?.[0]?.PolicyDocument).not.toMatch(/["'(){} !*]/);
  expect(users[0]?.GroupList).toEqual(['group-0']);
  expect(users[0]?.CreateDate).toEqual(new Date(user?.createdAt ?? ''));
  expect(users[0]?.UserId).toMatch(/^AIDA[A-Z2-7]{17}$/);
  const own = `arn:aws:iam::${SMALL_ACCOUNT}:policy/team/invoke`;
  expect(roles[0]?.PermissionsBoundary?.PermissionsBoundaryArn).toBe(own);
  expect(roles[1]?.PermissionsBoundary).toBeUndefined();
  expect(roles[0]?.RoleId, 'the id that its events carry').toBe('AROACALLER');
  expect(roles[1]?.RoleId).toMatch(/^AROA[A-Z2-7]{17}$/);
  expect(roles[0]?.AttachedManagedPolicies).toEqual([{ PolicyName: 'invoke', PolicyArn: own }]);
  expect(policies[0]).toMatchObject({
    Arn: own,
    Path: '/team/',
    AttachmentCount: 110,
    PermissionsBoundaryUsageCount: 1,
  });
  expect(decodeURIComponent(policies[0]?.PolicyVersionList?.[0]?.Document ?? '')).toBe(
    expected.policies[0]?.document,
  );
});

test.each<[EntityType[], number]>([
  [['User'], 120],
  [['Group', 'Role'], 112],
  [['LocalManagedPolicy'], 1],
  [['AWSManagedPolicy'], 1],
])('filtered by %j', async (filter, count) => {
  const { sizes } = await read(50, filter);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(count);
});

test.each([{ MaxItems: 1001 }, { Marker: 'nope' }, { Filter: ['Nobody' as EntityType] }])(
  '%j is a ValidationError',
  async (input) => {
    const refused = client.send(new GetAccountAuthorizationDetailsCommand(input));
    await expect(refused).rejects.toMatchObject({ name: 'ValidationError' });
  },
);
