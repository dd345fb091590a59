import { CloudWatchClient, ListMetricsCommand } from '@aws-sdk/client-cloudwatch';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { beforeAll, expect, test } from 'vitest';
import { accountForTests } from '../../../../helpers/simulated-client.ts';
import {
  createSmallWorld,
  DENIED_ACCOUNT,
  readerArn,
  SMALL_ACCOUNT,
} from '../../../../helpers/small-world/small-world.ts';

const account = accountForTests(createSmallWorld());
let client: STSClient;
beforeAll(() => {
  client = new STSClient(account.config());
});

const assume = (RoleArn: string) =>
  client.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'test' }));

test('who am I', async () => {
  expect(await client.send(new GetCallerIdentityCommand({}))).toMatchObject({
    Account: SMALL_ACCOUNT,
    Arn: `arn:aws:iam::${SMALL_ACCOUNT}:user/admin`,
    UserId: `AIDA${SMALL_ACCOUNT}`,
  });
});

test('a role of another account, with credentials that are fresh and work', async () => {
  const credentials = fromTemporaryCredentials({
    params: { RoleArn: readerArn(DENIED_ACCOUNT), RoleSessionName: 'test' },
    masterCredentials: { ...account.world.rootKey },
    clientConfig: { endpoint: account.endpoint(), region: 'us-east-1' },
  });
  const { endpoint, region } = account.config();
  const assumed = new STSClient({ endpoint, region, credentials });
  const identity = await assumed.send(new GetCallerIdentityCommand({}));
  expect(identity.Arn).toBe(`arn:aws:sts::${DENIED_ACCOUNT}:assumed-role/AssayReader/test`);
  const { Credentials } = await assume(readerArn(DENIED_ACCOUNT));
  expect(Credentials?.Expiration?.getTime()).toBeGreaterThan(Date.now());
});

test('a role that does not exist is denied by name', async () => {
  const RoleArn = `arn:aws:iam::${SMALL_ACCOUNT}:role/Nobody`;
  await expect(assume(RoleArn)).rejects.toMatchObject({
    name: 'AccessDenied',
    message: expect.stringContaining(
      `is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`,
    ),
  });
});

test.each([undefined, 'another token'])(
  'temporary keys with the token %s',
  async (sessionToken) => {
    const { Credentials } = await assume(readerArn(SMALL_ACCOUNT));
    const credentials = {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      ...(sessionToken === undefined ? {} : { sessionToken }),
    };
    const metrics = new CloudWatchClient(account.config({ credentials }));
    await expect(metrics.send(new ListMetricsCommand({}))).rejects.toMatchObject({
      name: 'InvalidClientTokenId',
    });
  },
);
