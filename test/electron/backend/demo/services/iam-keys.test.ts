import {
  GenerateServiceLastAccessedDetailsCommand,
  GetAccessKeyLastUsedCommand,
  GetServiceLastAccessedDetailsCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListServiceSpecificCredentialsCommand,
  type ServiceSpecificCredentialMetadata,
} from '@aws-sdk/client-iam';
import { beforeAll, expect, test } from 'vitest';
import { accountForTests } from '../../../../helpers/simulated-client.ts';
import { createSmallWorld, SMALL_ACCOUNT } from '../../../../helpers/small-world/small-world.ts';

let nowMs = 0;
const account = accountForTests(createSmallWorld(), { clock: () => nowMs });
let client: IAMClient;
beforeAll(() => {
  client = new IAMClient(account.config());
});

const ROLE = `arn:aws:iam::${SMALL_ACCOUNT}:role/role-0`;

test('API keys of all users come in pages, in order and once', async () => {
  const found: ServiceSpecificCredentialMetadata[] = [];
  const sizes: number[] = [];
  let Marker: string | undefined;
  do {
    const page = await client.send(
      new ListServiceSpecificCredentialsCommand({ AllUsers: true, Marker }),
    );
    sizes.push(page.ServiceSpecificCredentials?.length ?? 0);
    found.push(...(page.ServiceSpecificCredentials ?? []));
    Marker = page.IsTruncated === true ? page.Marker : undefined;
  } while (Marker !== undefined);
  expect(sizes).toEqual([100, 100, 5]);
  expect(found.map((key) => key.ServiceSpecificCredentialId)).toEqual(
    account.world.apiKeys(SMALL_ACCOUNT).map(({ credentialId }) => credentialId),
  );
});

test.each([
  ['the caller alone', {}, 'NoSuchEntityException'],
  ['a user that is not there', { UserName: 'nobody' }, 'NoSuchEntityException'],
  ['one user and all users', { UserName: 'user-0', AllUsers: true }, 'InvalidInputException'],
  ['a foreign marker', { AllUsers: true, Marker: 'bm90IG91cnM' }, 'ValidationError'],
  ['too long a page', { AllUsers: true, MaxItems: 1001 }, 'ValidationError'],
])('API keys of %s are refused as AWS does', async (_, input, name) => {
  const asked = client.send(new ListServiceSpecificCredentialsCommand(input));
  await expect(asked).rejects.toMatchObject({ name });
});

test.each([
  [{ UserName: 'user-3' }, 2],
  [{ UserName: 'user-3', ServiceName: 'codecommit.amazonaws.com' }, 0],
])('API keys of %j are %i', async (input, count) => {
  const { ServiceSpecificCredentials } = await client.send(
    new ListServiceSpecificCredentialsCommand(input),
  );
  expect(ServiceSpecificCredentials).toHaveLength(count);
});

test('access keys and their last use', async () => {
  const { AccessKeyMetadata } = await client.send(
    new ListAccessKeysCommand({ UserName: 'user-0' }),
  );
  expect(AccessKeyMetadata?.map(({ Status }) => Status)).toEqual(['Active', 'Inactive']);
  const uses = (AccessKeyMetadata ?? []).map(({ AccessKeyId }) =>
    client.send(new GetAccessKeyLastUsedCommand({ AccessKeyId: AccessKeyId ?? '' })),
  );
  const [used, unused] = await Promise.all(uses);
  expect(used?.AccessKeyLastUsed).toEqual({
    LastUsedDate: new Date('2026-11-19T08:00:00Z'),
    ServiceName: 'bedrock',
    Region: 'us-east-1',
  });
  expect(unused?.AccessKeyLastUsed).toEqual({ ServiceName: 'N/A', Region: 'N/A' });
  const none = await client.send(new ListAccessKeysCommand({ UserName: 'user-1' }));
  expect(none.AccessKeyMetadata).toEqual([]);
  const stranger = new GetAccessKeyLastUsedCommand({ AccessKeyId: 'AKIASOMEBODYELSE0000' });
  await expect(client.send(stranger)).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('a report is in progress at first, then complete, and unknown to whom it was not promised', async () => {
  const { JobId = '' } = await client.send(
    new GenerateServiceLastAccessedDetailsCommand({ Arn: ROLE, Granularity: 'ACTION_LEVEL' }),
  );
  expect(JobId).toHaveLength(36);
  const look = () => client.send(new GetServiceLastAccessedDetailsCommand({ JobId }));
  expect((await look()).JobStatus).toBe('IN_PROGRESS');
  nowMs += 1_000;
  const done = await look();
  expect(done.JobStatus).toBe('COMPLETED');
  expect(done.ServicesLastAccessed?.map((service) => service.ServiceNamespace)).toEqual([
    'bedrock',
  ]);
  const other = new GetServiceLastAccessedDetailsCommand({
    JobId: '00000000-0000-0000-0000-000000000000',
  });
  await expect(client.send(other)).rejects.toMatchObject({ name: 'NoSuchEntityException' });
  const nobody = new GenerateServiceLastAccessedDetailsCommand({ Arn: `${ROLE}-gone` });
  await expect(client.send(nobody)).rejects.toMatchObject({ name: 'NoSuchEntityException' });
});
