import { AGENT_KEYS, DOCUMENT_BUCKETS, PLACE, type Place } from '../agents/names.ts';
import {
  BEDROCK_BUCKETS,
  BEDROCK_KEYS,
  type BedrockPlace,
  PLATFORM_EAST,
  SCIENCE_EAST,
} from '../bedrock/bedrock-names.ts';
import { ACCOUNT } from '../organization.ts';
import {
  AS_MADE,
  type BucketTraits,
  expireAfter,
  NOTHING_BLOCKED,
  publicReadPolicy,
  withKey,
} from './bucket-templates.ts';
import type { SettledBucket } from './surroundings-world.ts';

const VERSIONED = { versioning: { status: 'Enabled', mfaDelete: false } } as const;

/**
 * Buckets that are not for logs alone. Platform's are private and under keys of its own; the
 * scientists' scratch space, which trains models, is public, and so is the bucket of reviews that a
 * knowledge base of the shop reads.
 */
export const OTHER_BUCKETS: readonly SettledBucket[] = [
  bucket('sandbox-trail-666677778888', PLACE.sandbox, {
    publicAccessBlock: null,
    objectOwnership: null,
  }),
  bucket('acme-static-assets-222233334444', PLATFORM_EAST),
  bucket(BEDROCK_BUCKETS.platformTraining, PLATFORM_EAST, {
    encryption: withKey(BEDROCK_KEYS.models),
    ...VERSIONED,
  }),
  bucket(BEDROCK_BUCKETS.platformResults, PLATFORM_EAST, {
    encryption: withKey(BEDROCK_KEYS.results),
    lifecycle: [expireAfter(180)],
  }),
  open(BEDROCK_BUCKETS.scienceTraining, SCIENCE_EAST),
  bucket(BEDROCK_BUCKETS.scienceResults, SCIENCE_EAST, { publicAccessBlock: NOTHING_BLOCKED }),
  bucket(DOCUMENT_BUCKETS.catalog, PLACE.shop, {
    encryption: withKey(AGENT_KEYS.knowledge),
    ...VERSIONED,
  }),
  bucket(DOCUMENT_BUCKETS.catalogStaging, PLACE.shop, {
    encryption: withKey(AGENT_KEYS.knowledge),
    lifecycle: [expireAfter(30)],
  }),
  bucket(DOCUMENT_BUCKETS.orderExports, PLACE.shop),
  open(DOCUMENT_BUCKETS.reviews, PLACE.shop),
  bucket(DOCUMENT_BUCKETS.browserRecordings, PLACE.shop, {
    encryption: withKey(AGENT_KEYS.shop),
    lifecycle: [expireAfter(60)],
  }),
  bucket(DOCUMENT_BUCKETS.helpdesk, PLACE.helpdesk),
  bucket(DOCUMENT_BUCKETS.labNotes, PLACE.scienceWest, { publicAccessBlock: null }),
  bucket(`acme-agentcore-code-${ACCOUNT.dataScience}`, PLACE.science),
];

function bucket(
  name: string,
  place: Place | BedrockPlace,
  traits: Partial<BucketTraits> = {},
): SettledBucket {
  return { ...AS_MADE, ...traits, name, ...place };
}

/** A bucket that anybody may read from. */
function open(name: string, place: Place | BedrockPlace): SettledBucket {
  return bucket(name, place, {
    publicAccessBlock: NOTHING_BLOCKED,
    policy: publicReadPolicy(name),
    policyIsPublic: true,
  });
}
