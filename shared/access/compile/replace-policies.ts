import type { Policy } from '../policy/policy.ts';
import { type PolicyKind, readPolicy } from '../policy/read-policy.ts';
import type {
  AccessPrincipal,
  AccessWorld,
  PlacedPolicy,
  ResourceSide,
} from '../world/access-world.ts';

/** Policies by their id as they would be: a JSON text, or null where one is taken away. */
export type PolicyChanges = ReadonlyMap<string, string | null>;

/**
 * The same world with some policies replaced, wherever they are attached; nothing is sent. Whom it
 * does not concern stays the same object. A level of SCPs whose last policy is taken away stays, and
 * allows nothing.
 */
export function replacePolicies(world: AccessWorld, changes: PolicyChanges): AccessWorld {
  const replace = createReplacing(changes);
  const resources = new Map(
    [...world.resources].map(([id, side]) => [id, replaceSide(side, replace)] as const),
  );
  const stay = [...world.resources].every(([id, side]) => resources.get(id) === side);
  return {
    ...world,
    principals: world.principals.map((principal) => replacePrincipal(principal, replace)),
    resources: stay ? world.resources : resources,
  };
}

interface Replacing {
  one(placed: PlacedPolicy): PlacedPolicy | null;
  list(placed: readonly PlacedPolicy[]): readonly PlacedPolicy[];
  levels(of: Levels): Levels;
}

type Levels = readonly (readonly PlacedPolicy[])[] | null;

function createReplacing(changes: PolicyChanges): Replacing {
  const texts = new Map<string, Policy>();
  const one = (placed: PlacedPolicy) => {
    const document = changes.get(placed.id);
    if (document === undefined) return placed;
    if (document === null) return null;
    const key = `${placed.type} ${placed.id}`;
    const policy = texts.get(key) ?? readPolicy(document, kindOf(placed.type));
    texts.set(key, policy);
    return { ...placed, document, policy };
  };
  const list = (placed: readonly PlacedPolicy[]) => {
    const next = placed.map(one).filter((policy) => policy !== null);
    return next.length === placed.length && next.every((policy, at) => policy === placed[at])
      ? placed
      : next;
  };
  const levels = (of: Levels) => {
    const next = of?.map(list) ?? null;
    return next?.every((level, at) => level === of?.[at]) === true ? of : next;
  };
  return { one, list, levels };
}

function kindOf(type: PlacedPolicy['type']): PolicyKind {
  return type === 'rcp' || type === 'resource' ? 'resource' : 'identity';
}

function replacePrincipal(principal: AccessPrincipal, replace: Replacing): AccessPrincipal {
  const { policies } = principal;
  const identity = replace.list(policies.identity);
  const boundary = policies.boundary === null ? null : replace.one(policies.boundary);
  const scps = replace.levels(policies.scps);
  const same =
    identity === policies.identity && boundary === policies.boundary && scps === policies.scps;
  return same ? principal : { ...principal, policies: { ...policies, identity, boundary, scps } };
}

function replaceSide(side: ResourceSide, replace: Replacing): ResourceSide {
  const rcps = replace.levels(side.rcps);
  const resourcePolicies = new Map(
    [...side.resourcePolicies].flatMap(([arn, placed]) => {
      const next = replace.one(placed);
      return next === null ? [] : [[arn, next] as const];
    }),
  );
  const same = [...side.resourcePolicies].every(([arn, one]) => resourcePolicies.get(arn) === one);
  return same && rcps === side.rcps ? side : { ...side, rcps, resourcePolicies };
}
