import type { AttachedPolicy, PolicySet } from '../evaluate/request.ts';
import type { Policy } from '../policy/policy.ts';
import type { AccountPlaces, PartShape } from './account-places.ts';
import { complement, type Fit, fitOfPlaces } from './bits.ts';

/** Places that meet the same RCPs. */
export interface RcpGroup {
  readonly fit: Fit;
  /** All other places; null where there are none. */
  readonly elsewhere: Fit | null;
  readonly levels: readonly (readonly AttachedPolicy[])[];
}

/** Places whose resource has a policy. */
export interface ResourcePolicyGroup {
  readonly fit: Fit;
  readonly policy: Policy;
}

/** What bears on the resources of an account's calls, whoever calls. */
export interface AccountResources {
  readonly rcps: readonly RcpGroup[];
  readonly policies: readonly ResourcePolicyGroup[];
  /** By the account that owns them; those of AWS are left out. */
  readonly owners: ReadonlyMap<string, Fit>;
}

/** @param policiesOf - is asked once for each side of resources */
export function createResources(
  { shapes, words, all }: AccountPlaces,
  policiesOf: (shape: PartShape) => PolicySet,
): AccountResources {
  const bySide = new Map<string, PolicySet>();
  const asked = shapes.map((shape) => {
    const policies = bySide.get(shape.side) ?? policiesOf(shape);
    bySide.set(shape.side, policies);
    return { shape, policies };
  });
  const nameOf = createNames();
  const levels = new Map<string, RcpGroup['levels']>();
  const rcps = asked.flatMap(({ shape, policies }) => {
    if (policies.rcps === null) return [];
    const key = policies.rcps.map((level) => level.map(({ policy }) => nameOf(policy))).join('/');
    levels.set(key, policies.rcps);
    return [{ key, shape }];
  });
  const policies = asked.flatMap(({ shape, policies: { resource } }) =>
    resource === null ? [] : [{ key: resource.policy, shape }],
  );
  const owners = shapes.flatMap((shape) =>
    shape.owner === '' || shape.owner === 'aws' ? [] : [{ key: shape.owner, shape }],
  );
  return {
    rcps: grouped(rcps, words).map(([key, fit]) => ({
      levels: levels.get(key) ?? [],
      fit,
      elsewhere: complement(fit, all),
    })),
    policies: grouped(policies, words).map(([policy, fit]) => ({ policy, fit })),
    owners: new Map(grouped(owners, words)),
  };
}

/** The same number for the same policy. */
function createNames(): (policy: Policy) => number {
  const names = new Map<Policy, number>();
  return (policy) => {
    const name = names.get(policy) ?? names.size;
    names.set(policy, name);
    return name;
  };
}

interface Keyed<K> {
  readonly key: K;
  readonly shape: PartShape;
}

function grouped<K>(keyed: readonly Keyed<K>[], words: number): readonly (readonly [K, Fit])[] {
  const groups = new Map<K, number[]>();
  for (const { key, shape } of keyed) {
    const places = groups.get(key) ?? [];
    for (const place of shape.places) places.push(place);
    groups.set(key, places);
  }
  return [...groups].flatMap(([key, places]) => {
    const fit = fitOfPlaces(places, words);
    return fit === null ? [] : [[key, fit] as const];
  });
}
