import type { PrincipalElement } from '../policy/policy.ts';
import type { Caller } from './caller.ts';
import { readCaller } from './caller.ts';

/**
 * How a statement of a resource policy names the caller, the nearest way first. `direct`: everyone,
 * the user or the very session; `role`: the role behind a session; `account`: the caller's account,
 * which leaves the grant to the account's own policies; null where it does not name it.
 */
export type NamedAs = 'direct' | 'role' | 'account' | null;

/**
 * How a `Principal` element names the caller; `NotPrincipal` names everyone else. A `NotPrincipal`
 * spares a caller whom it lists by user, session or role; the account alone does not. A role is
 * listed by its whole ARN; the path of the role behind a session is not known, only its name.
 * (IAM User Guide, "AWS JSON policy elements: Principal" and "NotPrincipal".)
 */
export function namedAs(element: PrincipalElement, caller: Caller): NamedAs {
  const named = nearest(element, caller);
  if (!element.except) return named;
  const spared =
    named === 'direct' || named === 'role' || (named === 'account' && caller.kind === 'root');
  return spared ? null : 'direct';
}

function nearest(element: PrincipalElement, caller: Caller): NamedAs {
  if (element.everyone) return 'direct';
  if (caller.kind === 'service') return element.services.includes(caller.arn) ? 'direct' : null;
  let best: NamedAs = null;
  for (const listed of element.aws) {
    const named = namesCaller(listed, caller);
    if (named === 'direct') return 'direct';
    if (named === 'role' || best === null) best = named;
  }
  return best;
}

function namesCaller(listed: string, caller: Caller): NamedAs {
  if (listed === caller.account) return 'account';
  if (listed === caller.arn) return caller.kind === 'role' ? 'role' : 'direct';
  const other = readCaller(listed);
  if (other.account !== caller.account) return null;
  if (other.kind === 'root') return 'account';
  return caller.kind === 'session' && other.kind === 'role' && other.name === caller.name
    ? 'role'
    : null;
}
