import type { Call } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';

/** IAM's answer for a user, role, key or report that is not there. */
export function noSuchEntity(what: string): WireFault {
  return new WireFault('NoSuchEntity', 404, `${what} cannot be found.`);
}

/** @throws WireFault `NoSuchEntity` when the account of the caller has no user of that name. */
export function requireUser({ world, identity }: Call, name: string): void {
  const account = world.accounts.find((one) => one.accountId === identity.accountId);
  const known = account?.authorization.identities.some(
    (one) => one.kind === 'user' && one.name === name,
  );
  if (known !== true) throw noSuchEntity(`The user with name ${name}`);
}
