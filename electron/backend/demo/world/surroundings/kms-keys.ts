import type { KmsKeyRotation } from '../../../../../shared/model/dataset.ts';
import { addDays, dayOf, type Instant } from '../../../../../shared/model/period.ts';
import { AGENT_KEYS } from '../agents/names.ts';
import { BEDROCK_KEYS } from '../bedrock/bedrock-names.ts';
import type { WorldBucket } from '../facts.ts';
import { guardrailKeyArn } from '../guardrails/guardrail-ids.ts';
import { ACCOUNT } from '../organization.ts';
import { FUNCTION_KEY } from './functions.ts';
import { KEYS, logKeyArn } from './key-names.ts';
import type { WorldKey } from './surroundings-world.ts';

/** The keys of agents, models, jobs and functions, all kept as they should be. */
const OTHER_KEYS: readonly string[] = [
  ...Object.values(AGENT_KEYS),
  ...Object.values(BEDROCK_KEYS),
  FUNCTION_KEY,
];

type Traits = Partial<WorldKey['description']> & {
  readonly rotates?: boolean;
  readonly shared?: boolean;
  readonly alias?: string;
};

/** The keys of every account and Region; `now` decides when they rotate next. */
export function createKeys(
  now: Instant,
  logBuckets: readonly WorldBucket[],
): ReadonlyMap<string, readonly WorldKey[]> {
  const keys = [
    key(now, KEYS.organizationTrail, { shared: true, alias: 'alias/organization-trail' }),
    key(now, guardrailKeyArn(ACCOUNT.platform, 'us-east-1'), { alias: 'alias/guardrails' }),
    key(now, guardrailKeyArn(ACCOUNT.platform, 'eu-west-1'), { rotates: false }),
    ...OTHER_KEYS.map((arn) => key(now, arn, {})),
    ...logBuckets.map((bucket) => logKey(now, bucket)),
  ];
  const found = new Map<string, WorldKey[]>();
  for (const one of keys) {
    const place = `${one.description.accountId}/${regionOf(one.description.keyArn)}`;
    found.set(place, [...(found.get(place) ?? []), one]);
  }
  return found;
}

/** The scientists' key never rotates, that of shared-services is about to be deleted. */
function logKey(now: Instant, { accountId, region }: WorldBucket): WorldKey {
  const arn = logKeyArn(accountId, region);
  const alias = 'alias/bedrock-logs';
  if (accountId === ACCOUNT.dataScience) return key(now, arn, { alias, rotates: false });
  if (accountId === ACCOUNT.sharedServices) {
    const deletionAt = `${addDays(dayOf(now), 12)}T00:00:00Z`;
    return key(now, arn, { alias, state: 'PendingDeletion', deletionAt, rotates: false });
  }
  return key(now, arn, { alias });
}

/** A key of the account's own, unless the traits say otherwise. */
export function key(now: Instant, keyArn: string, traits: Traits): WorldKey {
  const { rotates = true, shared = false, alias, ...more } = traits;
  return {
    description: {
      keyArn,
      accountId: keyArn.split(':')[4] ?? '',
      manager: 'CUSTOMER',
      state: 'Enabled',
      origin: 'AWS_KMS',
      multiRegion: false,
      spec: 'SYMMETRIC_DEFAULT',
      usage: 'ENCRYPT_DECRYPT',
      createdAt: '2026-01-12T08:15:00Z',
      deletionAt: null,
      ...more,
    },
    rotation: rotation(now, rotates),
    shared,
    aliases: alias === undefined ? [] : [alias],
  };
}

function rotation(now: Instant, enabled: boolean): KmsKeyRotation {
  if (!enabled) return { enabled, periodDays: null, nextAt: null };
  return { enabled, periodDays: 365, nextAt: `${addDays(dayOf(now), 53)}T08:15:00Z` };
}

function regionOf(arn: string): string {
  return arn.split(':')[3] ?? '';
}
