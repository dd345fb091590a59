import type { AccessKeyLastUsed, AccessKeyMetadata } from '@aws-sdk/client-iam';
import type { AccessKey, AccessKeyUse } from '../../../../shared/model/dataset.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { paginate } from '../../aws/paginate.ts';
import { instant, list, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { identitiesIn } from './identities-in.ts';
import { keyStatus } from './key-status.ts';
import { unlessGone } from './unless-gone.ts';

/** IAM throttles an account as a whole, whoever asks. */
const AT_ONCE = 4;
/** What IAM writes where it knows of no use. */
const NONE = 'N/A';

/** The access keys of every user of an account with their last use; IAM lists them user by user. */
export const accessKeys: Collector<'access-keys'> = {
  dataset: 'access-keys',
  title: 'Access keys of users and their last use',
  scope: 'account',
  iamActions: ['iam:ListAccessKeys', 'iam:GetAccessKeyLastUsed'],
  follows: ['account-authorization'],
  collect: async (context) => {
    const users = (await identitiesIn(context)).filter(({ kind }) => kind === 'user');
    const keys = await inParallel(users, AT_ONCE, ({ name }) => keysOf(context, name));
    return keys.flat();
  },
};

async function keysOf(context: CollectContext, userName: string): Promise<readonly AccessKey[]> {
  const listed = await unlessGone(() => listKeys(context, userName), []);
  return inParallel(listed, 1, async (key) => {
    const id = text(key.AccessKeyId, 'AccessKeyMetadata.AccessKeyId');
    return toAccessKey(key, userName, await lastUseOf(context, id));
  });
}

async function listKeys(
  { clients, region, call }: CollectContext,
  UserName: string,
): Promise<readonly AccessKeyMetadata[]> {
  const pages = paginate(
    (Marker) =>
      call('iam:ListAccessKeys', async (options) =>
        (await clients.iam(region)).listAccessKeys({ UserName, Marker }, options),
      ),
    (page) => (page.IsTruncated === true ? page.Marker : undefined),
  );
  const keys: AccessKeyMetadata[] = [];
  for await (const page of pages) keys.push(...list(page.AccessKeyMetadata));
  return keys;
}

function lastUseOf(context: CollectContext, AccessKeyId: string): Promise<AccessKey['lastUsed']> {
  const { clients, region, call, part } = context;
  return part('iam:GetAccessKeyLastUsed', async () => {
    const answer = await call('iam:GetAccessKeyLastUsed', async (options) =>
      (await clients.iam(region)).getAccessKeyLastUsed({ AccessKeyId }, options),
    );
    return toAccessKeyUse(answer.AccessKeyLastUsed);
  });
}

/** One key of a user. */
export function toAccessKey(
  key: AccessKeyMetadata,
  userName: string,
  lastUsed: AccessKey['lastUsed'],
): AccessKey {
  return {
    accessKeyId: text(key.AccessKeyId, 'AccessKeyMetadata.AccessKeyId'),
    userName,
    status: keyStatus(key.Status),
    createdAt: instant(key.CreateDate),
    lastUsed,
  };
}

/** The last use; null where AWS has no date, which it says with `N/A` for service and Region. */
export function toAccessKeyUse(use: AccessKeyLastUsed | undefined): AccessKeyUse | null {
  const at = instant(use?.LastUsedDate);
  if (at === null) return null;
  return { at, service: known(use?.ServiceName), region: known(use?.Region) };
}

function known(text: string | undefined): string | null {
  return text === undefined || text === NONE ? null : text;
}
