import type { DatasetReading } from '../../model/dataset.ts';
import type { AccessGap, AccessPrincipal, AccessWorld, ResourceSide } from './access-world.ts';
import { organizationKeys } from './organization-keys.ts';
import { createOrganizationLayers, type OrganizationLayers } from './organization-layers.ts';
import { createOrganizations, type Organizations } from './organization-place.ts';
import { createShelf, type PolicyShelf } from './policy-shelf.ts';
import { principalsOf } from './principals-of.ts';
import { resourcesOf } from './resource-sides.ts';
import { gapOf, readingsOf } from './world-readings.ts';

/**
 * Everybody who may call models, by the newest reading of each dataset, account and Region. Reads
 * `account-authorization`, `api-keys`, `organization`, `organization-policies`, `resource-policies`,
 * `agent-resource-policies` and the tags of inference profiles, custom models and provisioned
 * throughput. What could not be read is a policy without a document, or a gap, or both.
 */
export function createAccessWorld(readings: readonly DatasetReading[]): AccessWorld {
  const shelf = createShelf();
  const organizations = createOrganizations(readings);
  const layers = createOrganizationLayers({ readings, organizations, shelf });
  const making = { readings, shelf, organizations, layers };
  const accounts = [...new Set(readings.map(({ accountId }) => accountId))].sort();
  const peopled = accounts.map((accountId) => peopleOf(making, accountId));
  const sided = accounts.map((accountId) => sideOf(making, accountId));
  return {
    principals: peopled.flatMap(({ principals }) => principals),
    resources: new Map(sided.map(({ accountId, side }) => [accountId, side])),
    accountNames: organizations.names,
    gaps: [
      ...peopled.flatMap(({ gaps }) => gaps),
      ...layers.gaps(),
      ...sided.flatMap(({ gaps }) => gaps),
    ],
  };
}

interface Making {
  readonly readings: readonly DatasetReading[];
  readonly shelf: PolicyShelf;
  readonly organizations: Organizations;
  readonly layers: OrganizationLayers;
}

interface People {
  readonly principals: readonly AccessPrincipal[];
  readonly gaps: readonly AccessGap[];
}

function peopleOf({ readings, shelf, organizations, layers }: Making, accountId: string): People {
  const own = readings.filter((reading) => reading.accountId === accountId);
  const [authorization] = readingsOf(own, 'account-authorization');
  const [item] = authorization?.items ?? [];
  if (item === undefined) return { principals: [], gaps: [nobody(accountId, authorization)] };
  const keys = readingsOf(own, 'api-keys');
  const facts = {
    accountId,
    shelf,
    keyHolders: new Set(keys.flatMap(({ items }) => items.map(({ userName }) => userName))),
    scps: layers.scpsOf(accountId),
    keys: organizationKeys(organizations.placeOf(accountId), 'Principal'),
  };
  return { principals: principalsOf(item, facts), gaps: keys.flatMap(keyGaps) };
}

function nobody(
  accountId: string,
  reading: Pick<DatasetReading, 'outcome'> | undefined,
): AccessGap {
  const place = {
    dataset: 'account-authorization',
    accountId,
    region: 'global',
    consequence: `Who there is in account ${accountId} is not known.`,
  } as const;
  return gapOf(place, reading?.outcome ?? NOT_READ_YET);
}

const NOT_READ_YET = { status: 'failed', reason: 'It was not read yet.' } as const;

function keyGaps({ accountId, outcome }: DatasetReading<'api-keys'>): readonly AccessGap[] {
  if (outcome.status === 'collected' || outcome.status === 'unavailable') return [];
  const consequence = 'Users who hold a Bedrock API key are known by their name alone.';
  return [gapOf({ dataset: 'api-keys', accountId, region: 'global', consequence }, outcome)];
}

interface Side {
  readonly accountId: string;
  readonly side: ResourceSide;
  readonly gaps: readonly AccessGap[];
}

function sideOf({ readings, shelf, organizations, layers }: Making, accountId: string): Side {
  const { policies, tags, gaps } = resourcesOf(readings, accountId, shelf);
  const side = {
    rcps: layers.rcpsOf(accountId),
    resourcePolicies: policies,
    resourceTags: tags,
    keys: organizationKeys(organizations.placeOf(accountId), 'Resource'),
  };
  return { accountId, side, gaps };
}
