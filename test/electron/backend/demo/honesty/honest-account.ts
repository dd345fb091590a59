import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { keepByKey } from '../../../../../electron/backend/demo/world/keep.ts';
import { accountForTests, type ClientConfig } from '../../../../helpers/simulated-client.ts';
import { type HonestyCase, world } from './honesty-case.ts';

/** The simulated account whose answers are proven, and who asks it. */
export interface HonestAccount {
  /** Signs as the case says: the management account's user, or Assay's role in another account. */
  configOf(one: Pick<HonestyCase, 'accountId' | 'region'>): Promise<ClientConfig>;
}

/** Starts the account for the tests of one file. */
export function honestAccount(): HonestAccount {
  const account = accountForTests(world);
  const rootAccount = world.identityOf(world.rootKey.accessKeyId)?.accountId;
  const credentials = keepByKey((accountId) =>
    accountId === rootAccount
      ? Promise.resolve(account.config().credentials)
      : assumed(accountId, account.config()),
  );
  return {
    configOf: async ({ accountId, region }) =>
      account.config({ region, credentials: await credentials(accountId) }),
  };
}

async function assumed(
  accountId: string,
  config: ClientConfig,
): Promise<ClientConfig['credentials']> {
  const RoleArn = world.readerRoleArns.find((arn) => arn.includes(`:${accountId}:`));
  const command = new AssumeRoleCommand({ RoleArn, RoleSessionName: 'honesty' });
  const { Credentials } = await new STSClient(config).send(command);
  return {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    ...(Credentials?.SessionToken === undefined ? {} : { sessionToken: Credentials.SessionToken }),
  };
}
