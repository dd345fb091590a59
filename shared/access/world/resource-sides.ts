import type {
  AgentResourcePolicy,
  BedrockTag,
  DatasetReading,
  Part,
  ResourcePolicy,
} from '../../model/dataset.ts';
import type { AccessGap, PlacedPolicy } from './access-world.ts';
import { anyOther, type ContextKeys } from './context-keys.ts';
import type { PolicyShelf } from './policy-shelf.ts';
import { gapOf, readingsOf } from './world-readings.ts';

const RESOURCE_TAG = 'aws:ResourceTag/';

/** The keys that say that a resource has no tags. */
export const NO_TAGS: ContextKeys = { [anyOther(RESOURCE_TAG)]: [] };

/** What resources of an account bring along. */
export interface OwnResources {
  readonly policies: ReadonlyMap<string, PlacedPolicy>;
  readonly tags: ReadonlyMap<string, ContextKeys>;
  readonly gaps: readonly AccessGap[];
}

/** Resource policies and tags of the resources of one account, by their ARN. */
export function resourcesOf(
  readings: readonly DatasetReading[],
  accountId: string,
  shelf: PolicyShelf,
): OwnResources {
  const own = readings.filter((reading) => reading.accountId === accountId);
  const policies = new Map<string, PlacedPolicy>();
  const gaps: AccessGap[] = [];
  for (const dataset of ['resource-policies', 'agent-resource-policies'] as const) {
    for (const reading of readingsOf(own, dataset)) {
      for (const item of reading.items) setPolicy(policies, item, { dataset, accountId, shelf });
      gaps.push(...policyGaps(reading));
    }
  }
  return { policies, tags: tagsIn(own), gaps };
}

type HasPolicyDataset = 'resource-policies' | 'agent-resource-policies';

interface PolicyOf {
  readonly dataset: HasPolicyDataset;
  readonly accountId: string;
  readonly shelf: PolicyShelf;
}

type HasPolicy = Pick<ResourcePolicy | AgentResourcePolicy, 'resourceArn' | 'policy'>;

function setPolicy(
  policies: Map<string, PlacedPolicy>,
  { resourceArn, policy }: HasPolicy,
  { dataset, accountId, shelf }: PolicyOf,
): void {
  const name = `policy of ${resourceArn}`;
  const id = `${resourceArn} resource policy`;
  const place = { type: 'resource', id, name, via: 'resource policy' } as const;
  if (!policy.read) {
    const { outcome } = policy;
    policies.set(resourceArn, shelf.unread(place, { dataset, accountId, outcome }));
  } else if (policy.value !== null) policies.set(resourceArn, shelf.place(place, policy.value));
}

/** One gap for a reading that was refused, and one for each way in which single policies were. */
function policyGaps({
  dataset,
  accountId,
  region,
  outcome,
  items,
}: DatasetReading<HasPolicyDataset>): readonly AccessGap[] {
  const place = { dataset, accountId, region };
  if (outcome.status === 'denied' || outcome.status === 'failed') {
    const consequence = `Whom resource policies in ${region} let in is not known.`;
    return [gapOf({ ...place, consequence }, outcome)];
  }
  return items.flatMap(({ resourceArn, policy }: HasPolicy) => {
    if (policy.read) return [];
    const consequence = `Whom the policy of ${resourceArn} lets in is not known.`;
    return [gapOf({ ...place, consequence }, policy.outcome)];
  });
}

/**
 * Tags of what is called, as far as they were read; what is not in it has unknown ones. Profiles of
 * AWS itself cannot be tagged.
 */
function tagsIn(own: readonly DatasetReading[]): ReadonlyMap<string, ContextKeys> {
  const tagged: (readonly [string, Part<readonly BedrockTag[]> | null])[] = [
    ...itemsOf(own, 'inference-profiles').map((one) => [one.profileArn, one.tags] as const),
    ...itemsOf(own, 'provisioned-throughputs').map(
      (one) => [one.provisionedModelArn, one.tags] as const,
    ),
    ...itemsOf(own, 'custom-models').map((one) => [one.modelArn, one.tags] as const),
  ];
  const keys = new Map<string, ContextKeys>();
  for (const [arn, tags] of tagged) {
    if (tags === null) keys.set(arn, NO_TAGS);
    else if (tags.read) keys.set(arn, { ...keysOf(tags.value), ...NO_TAGS });
  }
  return keys;
}

function itemsOf<D extends 'inference-profiles' | 'provisioned-throughputs' | 'custom-models'>(
  readings: readonly DatasetReading[],
  dataset: D,
) {
  return readingsOf(readings, dataset).flatMap(({ items }) => items);
}

function keysOf(tags: readonly BedrockTag[]): ContextKeys {
  return Object.fromEntries(tags.map(({ key, value }) => [`${RESOURCE_TAG}${key}`, [value]]));
}
