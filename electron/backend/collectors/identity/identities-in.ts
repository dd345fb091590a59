import type { AccountAuthorization, IamIdentity } from '../../../../shared/model/dataset.ts';
import type { CollectContext } from '../collector.ts';

/** What `account-authorization` read of the account, as one; empty where it could not be read. */
export async function authorizationIn({ items }: CollectContext): Promise<AccountAuthorization> {
  const found = (await items('account-authorization')).flatMap((reading) => reading.items);
  return {
    identities: found.flatMap(({ identities }) => identities),
    policies: found.flatMap(({ policies }) => policies),
  };
}

/** Every user, group and role of the account. */
export async function identitiesIn(context: CollectContext): Promise<readonly IamIdentity[]> {
  return (await authorizationIn(context)).identities;
}
