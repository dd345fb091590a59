import type { Operation } from '../catalogue/route.ts';
import type { Policy } from '../policy/policy.ts';
import type { AccessPrincipal, AccessWorld, ResourceSide } from '../world/access-world.ts';
import { policiesOf } from './account-access.ts';
import type { PolicyPlan } from './policy-plan.ts';
import type { RouteRow } from './route-row.ts';

/** By account: the rows of those principals for whom nothing has changed; null for all others. */
export type KnownRows = (
  accountId: string,
) => (principal: AccessPrincipal, operation: Operation) => RouteRow | null;

/** Everybody is judged. */
export const nothingKnown: KnownRows = () => () => null;

/** What was compiled, and what is other now. */
export interface Before {
  readonly before: {
    readonly input: { readonly world: AccessWorld };
    row(principal: AccessPrincipal, operation: Operation): RouteRow | null;
  };
  readonly world: AccessWorld;
  readonly changedKeys: readonly string[];
  readonly planOf: (policy: Policy) => PolicyPlan;
}

/** The rows of principals that are the same object as before and ask for no changed key. */
export function rowsBefore({ before, world, changedKeys, planOf }: Before): KnownRows {
  const changed = changedKeys.map((key) => key.toLowerCase());
  const old = before.input.world;
  const same = new Set(old.principals);
  const asks = (policies: readonly Policy[]) =>
    policies.some((policy) => changed.some((key) => planOf(policy).keys.has(key)));
  const sides = [...world.resources];
  const resourcesStay =
    world.resources.size === old.resources.size &&
    sides.every(([id, side]) => side === old.resources.get(id) && !asks(policiesOn(side)));
  if (!resourcesStay) return nothingKnown;
  return () => (principal, operation) => {
    if (!same.has(principal) || asks(policiesOf(principal.policies))) return null;
    return before.row(principal, operation);
  };
}

function policiesOn({ rcps, resourcePolicies }: ResourceSide): readonly Policy[] {
  const attached = [...(rcps ?? []).flat(), ...resourcePolicies.values()];
  return attached.map(({ policy }) => policy);
}
