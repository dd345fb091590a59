import type { PolicyDataset, UnreadPolicy } from '../../model/access.ts';
import type { AccessPrincipal, AccessWorld, PlacedPolicy } from './access-world.ts';

/** Policies of agents let others call those, not models. */
const OTHERS: ReadonlySet<PolicyDataset> = new Set(['agent-resource-policies']);

/**
 * What could not be read of the policies that decide for a principal in its own account: its own,
 * its boundary, SCPs, RCPs and policies of resources. The same refusal stands once.
 */
export function unreadPolicies(
  { accountId, policies }: AccessPrincipal,
  { resources }: AccessWorld,
): readonly UnreadPolicy[] {
  const { identity, boundary, scps } = policies;
  const side = resources.get(accountId);
  const all: readonly (PlacedPolicy | null)[] = [
    ...identity,
    boundary,
    ...(scps ?? []).flat(),
    ...(side?.rcps ?? []).flat(),
    ...(side?.resourcePolicies.values() ?? []),
  ];
  const found = new Map<string, UnreadPolicy>();
  for (const policy of all) {
    if (policy?.unread === undefined || OTHERS.has(policy.unread.dataset)) continue;
    found.set(keyOf(policy.unread), policy.unread);
  }
  return [...found.values()];
}

function keyOf({ dataset, accountId, outcome }: UnreadPolicy): string {
  return `${dataset} ${accountId} ${outcome.status === 'denied' ? outcome.action : outcome.reason}`;
}
