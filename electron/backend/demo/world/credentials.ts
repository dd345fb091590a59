import { type Instant, instantOfMs } from '../../../../shared/model/period.ts';
import { callerOf } from './callers.ts';
import { accessKeyId as keyId, resourceId, secretKey, uniqueId } from './identifiers.ts';
import { ACCOUNT, type AccountPlace } from './organization.ts';
import { readerRoleArn } from './policies.ts';
import { principalNamed } from './principals.ts';
import type { World, WorldIdentity } from './world.ts';

/** The parts of a world that answer who an access key is. */
export type Credentials = Pick<World, 'rootKey' | 'identityOf' | 'assumeRole'>;

/** How long assumed credentials last: the longest that STS gives a role. */
const SESSION_MS = 12 * 3_600_000;

/** The user of the first start, and sessions of Assay's role in every account. */
export function createCredentials(
  now: Instant,
  nowMs: number,
  places: readonly AccountPlace[],
): Credentials {
  const user = callerOf(principalNamed(ACCOUNT.management, 'assay'), null, now.slice(0, 10));
  const root: WorldIdentity = {
    accountId: user.accountId,
    arn: user.arn,
    userId: user.principalId,
    deniedActions: [],
  };
  const issued = new Map([[user.accessKeyId, root]]);
  return {
    rootKey: { accessKeyId: user.accessKeyId, secretAccessKey: secretKey(user.accessKeyId) },
    identityOf: (accessKeyId) => issued.get(accessKeyId) ?? null,
    assumeRole: (caller, roleArn, sessionName) => {
      const identity = caller.arn === root.arn ? readerSession(places, roleArn, sessionName) : null;
      if (identity === null) return null;
      const accessKeyId = keyId('ASIA', identity.arn);
      issued.set(accessKeyId, identity);
      return {
        accessKeyId,
        secretAccessKey: secretKey(accessKeyId),
        sessionToken: resourceId(`session/${identity.arn}`, 120),
        expiration: instantOfMs(nowMs + SESSION_MS),
        identity,
      };
    },
  };
}

function readerSession(
  places: readonly AccountPlace[],
  roleArn: string,
  sessionName: string,
): WorldIdentity | null {
  const place = places.find(({ accountId }) => readerRoleArn(accountId) === roleArn);
  if (place === undefined) return null;
  const roleId = uniqueId('AROA', roleArn);
  const name = roleArn.slice(roleArn.lastIndexOf('/') + 1);
  return {
    accountId: place.accountId,
    arn: `arn:aws:sts::${place.accountId}:assumed-role/${name}/${sessionName}`,
    userId: `${roleId}:${sessionName}`,
    deniedActions: place.deniedActions,
  };
}
