import type { World } from '../../../electron/backend/demo/world/world.ts';
import type { AccountAuthorization } from '../../../shared/model/dataset.ts';
import { createSmallWorld } from './small-world.ts';

/** Of each list; the small world's pages do not matter here. */
const FEW = 2;
const USERS = 4;

/**
 * The small world with a few of everything instead of whole pages, and neither metrics nor events:
 * for tests that scan it many times. Its accounts, Regions and denials are those of the small world.
 */
export function createLightWorld(parts: Partial<World> = {}): World {
  const whole = createSmallWorld();
  const { units, accounts } = whole.organizationTree;
  return {
    ...whole,
    accounts: whole.accounts.map((account) => ({
      ...account,
      authorization: fewIdentities(account.authorization),
    })),
    apiKeys: (accountId) => whole.apiKeys(accountId).slice(0, USERS),
    guardrails: (accountId, region) => whole.guardrails(accountId, region).slice(0, FEW),
    inferenceProfiles: (accountId, region) =>
      whole.inferenceProfiles(accountId, region).slice(0, FEW),
    bedrockResources: (accountId, region) => {
      const resources = whole.bedrockResources(accountId, region);
      return { ...resources, batchJobs: resources.batchJobs.slice(0, FEW) };
    },
    organizationTree: { units: units.slice(0, 1 + FEW), accounts: accounts.slice(0, FEW) },
    organizationPolicies: whole.organizationPolicies.slice(0, FEW),
    metrics: () => [],
    events: () => [],
    ...parts,
  };
}

function fewIdentities({ identities, policies }: AccountAuthorization): AccountAuthorization {
  const few = (['user', 'group', 'role'] as const).flatMap((kind) =>
    identities.filter((identity) => identity.kind === kind).slice(0, USERS),
  );
  return { identities: few, policies };
}
