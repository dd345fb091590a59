import type { LintKind } from '../../../../shared/access/lint/lint-finding.ts';
import type { AccessWorld, PlacedPolicy } from '../../../../shared/access/world/access-world.ts';

/** A policy with where it was read, and how many principals it bears on. */
export interface FoundPolicy {
  readonly policy: PlacedPolicy;
  readonly accountId: string;
  readonly principals: number;
}

/** Every policy of a world once: of identities, boundaries, the organisation and resources. */
export function placedPolicies({ principals, resources }: AccessWorld): readonly FoundPolicy[] {
  const found = new Map<string, FoundPolicy>();
  const add = (policy: PlacedPolicy, accountId: string, times: number) => {
    const known = found.get(policy.id) ?? { policy, accountId, principals: 0 };
    found.set(policy.id, { ...known, principals: known.principals + times });
  };
  for (const { policies, accountId } of principals) {
    const { identity, boundary, scps } = policies;
    for (const policy of identity) add(policy, accountId, 1);
    if (boundary !== null) add(boundary, accountId, 1);
    for (const policy of (scps ?? []).flat()) add(policy, accountId, 1);
  }
  for (const [accountId, { rcps, resourcePolicies }] of resources) {
    for (const policy of [...(rcps ?? []).flat(), ...resourcePolicies.values()]) {
      add(policy, accountId, 0);
    }
  }
  return [...found.values()];
}

const KINDS: Readonly<Record<PlacedPolicy['type'], LintKind>> = {
  identity: 'identity',
  boundary: 'identity',
  session: 'identity',
  scp: 'scp',
  rcp: 'rcp',
  resource: 'resource',
};

/** What lint takes a policy for. */
export function kindOfPolicy({ type }: Pick<PlacedPolicy, 'type'>): LintKind {
  return KINDS[type];
}
