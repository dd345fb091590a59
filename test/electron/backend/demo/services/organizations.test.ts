import {
  type ListAccountsCommandOutput,
  Organizations,
  paginateListAccounts,
  paginateListOrganizationalUnitsForParent,
  paginateListPolicies,
} from '@aws-sdk/client-organizations';
import { beforeAll, expect, test } from 'vitest';
import { accountForTests } from '../../../../helpers/simulated-client.ts';
import {
  createSmallWorld,
  DENIED_ACCOUNT,
  readerArn,
  SMALL_ACCOUNT,
  SMALL_KEY,
} from '../../../../helpers/small-world/small-world.ts';

const small = createSmallWorld();
const account = accountForTests(small);
let client: Organizations;
let stranger: Organizations;

beforeAll(() => {
  client = new Organizations(account.config());
  const root = small.identityOf(SMALL_KEY.accessKeyId);
  const session = root === null ? null : small.assumeRole(root, readerArn(DENIED_ACCOUNT), 's');
  if (session === null) throw new Error('the small world refused its own role');
  const { accessKeyId, secretAccessKey, sessionToken } = session;
  const credentials = { accessKeyId, secretAccessKey, sessionToken };
  stranger = new Organizations(account.config({ credentials }));
});

test('accounts come 20 to a page, all of them once', async () => {
  const pages: ListAccountsCommandOutput[] = [];
  for await (const page of paginateListAccounts({ client }, {})) pages.push(page);
  expect(pages.map(({ Accounts }) => Accounts?.length)).toEqual([20, 20, 20, 3]);
  const ids = pages.flatMap(({ Accounts }) => (Accounts ?? []).map(({ Id }) => Id));
  expect(ids).toEqual(small.organizationTree.accounts.map(({ accountId }) => accountId));
  expect(pages[0]?.Accounts?.[1]).toMatchObject({ Status: 'SUSPENDED', State: 'SUSPENDED' });
  expect(pages[0]?.Accounts?.[0]?.JoinedTimestamp).toEqual(new Date('2026-01-02T03:04:05Z'));
});

test('units and policies come in pages too', async () => {
  const units: number[] = [];
  const below = { ParentId: 'r-root', MaxResults: 19 };
  for await (const page of paginateListOrganizationalUnitsForParent({ client }, below)) {
    units.push(page.OrganizationalUnits?.length ?? 0);
  }
  expect(units).toEqual([19, 19, 7]);
  const policies: number[] = [];
  const ofType = { Filter: 'SERVICE_CONTROL_POLICY' } as const;
  for await (const page of paginateListPolicies({ client }, ofType)) {
    policies.push(page.Policies?.length ?? 0);
  }
  expect(policies).toEqual([20, 20, 1]);
});

test('a policy has its document and targets of three kinds', async () => {
  const PolicyId = 'p-small00000000';
  const { Policy } = await client.describePolicy({ PolicyId });
  expect(Policy?.Content).toBe(small.organizationPolicies[0]?.content);
  const { Targets } = await client.listTargetsForPolicy({ PolicyId });
  expect(Targets?.map(({ Type }) => Type)).toEqual(['ROOT', 'ORGANIZATIONAL_UNIT', 'ACCOUNT']);
});

test.each([
  [
    'a parent that is not there',
    () => client.listAccountsForParent({ ParentId: 'ou-root-nothere1' }),
    'ParentNotFoundException',
  ],
  [
    'a policy that is not there',
    () => client.describePolicy({ PolicyId: 'p-nothere1' }),
    'PolicyNotFoundException',
  ],
  [
    'a foreign token',
    () => client.listRoots({ NextToken: 'bm90IG91cnM' }),
    'InvalidInputException',
  ],
  ['too long a page', () => client.listRoots({ MaxResults: 21 }), 'InvalidInputException'],
  [
    'an unknown type',
    () => client.listPolicies({ Filter: 'NO_POLICY' as never }),
    'InvalidInputException',
  ],
  [
    'an SCP in effect',
    () => client.describeEffectivePolicy({ PolicyType: 'SERVICE_CONTROL_POLICY' as never }),
    'InvalidInputException',
  ],
  [
    'the policy of a stranger',
    () =>
      client.describeEffectivePolicy({ PolicyType: 'BEDROCK_POLICY', TargetId: '123456789012' }),
    'TargetNotFoundException',
  ],
  [
    'a policy that does not apply',
    () => client.describeEffectivePolicy({ PolicyType: 'TAG_POLICY' }),
    'EffectivePolicyNotFoundException',
  ],
  [
    'an account outside',
    () => stranger.describeOrganization({}),
    'AWSOrganizationsNotInUseException',
  ],
])('%s is refused as AWS does', async (_, ask, name) => {
  await expect(ask()).rejects.toMatchObject({ name });
});

test('a token of one list is none of another', async () => {
  const { NextToken } = await client.listAccounts({});
  await expect(client.listRoots({ NextToken })).rejects.toMatchObject({
    name: 'InvalidInputException',
  });
});

test('the management account is told the policy in effect for itself', async () => {
  const { EffectivePolicy } = await client.describeEffectivePolicy({
    PolicyType: 'BEDROCK_POLICY',
  });
  expect(EffectivePolicy).toMatchObject({
    TargetId: SMALL_ACCOUNT,
    PolicyContent: '{"bedrock":{}}',
  });
});
