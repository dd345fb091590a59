import type { CoverageRow, MissingPolicy } from '../../../shared/api/answers.ts';
import {
  type MissingGrant,
  missingPermissions,
  type Refusal,
} from '../../../shared/api/missing-permissions.ts';
import { ACCOUNT_SCOPE, type DatasetReading } from '../../../shared/model/dataset.ts';
import { PARTITIONS, type Partition, partitionOf } from '../../../shared/model/partition.ts';
import { featuresReading } from '../scan/feature-parts.ts';
import { missingStatements } from '../scan/missing-statements.ts';
import type { Statement } from '../scan/policy-document.ts';
import { policyParts } from '../scan/policy-parts.ts';
import { type PolicyBucket, requiredStatements } from '../scan/required-policy.ts';
import { isReadingOf } from '../sources/log-buckets.ts';

/** What the newest readings tell. */
export interface MissingInput {
  readonly rows: readonly CoverageRow[];
  readonly readings: readonly DatasetReading[];
  readonly rolePatterns: readonly string[];
  readonly bucketsOf: (readings: readonly DatasetReading[]) => readonly PolicyBucket[];
  /** The partition that was asked for; null for the first one in which anything was denied. */
  readonly asked: Partition | null;
}

/**
 * The policy for what was denied, of one partition: the denied actions on what they were denied on,
 * and beside it what the owners of others' resources or an organisation have to allow.
 */
export function missingPolicy(input: MissingInput): MissingPolicy {
  const partitionIn = partitionsByAccount(input.rows);
  const denied = input.rows.filter(isDenied);
  const found = new Set(denied.map(partitionIn));
  const partitions = PARTITIONS.filter((each) => found.has(each));
  const partition = input.asked ?? partitions[0] ?? 'aws';
  const own = denied.filter((row) => partitionIn(row) === partition);
  const { grants, refusals } = missingPermissions(own);
  const required = (grant: MissingGrant) => requiredFor(grant, partition, input);
  return {
    partition,
    partitions,
    parts: policyParts(missingStatements(grants, required)),
    grants,
    refusals: refusals.map((refusal) => ({ ...refusal, owner: ownerOf(refusal, input.readings) })),
  };
}

function isDenied({ outcome, gaps }: CoverageRow): boolean {
  return outcome.status === 'denied' || gaps.some((gap) => gap.outcome.status === 'denied');
}

/** What an account has once names no Region: its partition is that of its other readings. */
function partitionsByAccount(rows: readonly CoverageRow[]): (row: CoverageRow) => Partition {
  const regional = rows.filter(({ region }) => region !== ACCOUNT_SCOPE);
  const known = new Map(regional.map(({ accountId, region }) => [accountId, partitionOf(region)]));
  return ({ accountId, region }) => known.get(accountId) ?? partitionOf(region);
}

/** The statements of the required policy for what lacks a grant, with the buckets of its accounts. */
function requiredFor(
  { names, accountIds }: MissingGrant,
  partition: Partition,
  { readings, bucketsOf, rolePatterns }: MissingInput,
): readonly Statement[] {
  const own = readings.filter(({ accountId }) => accountIds.includes(accountId));
  return requiredStatements({
    features: featuresReading(names),
    buckets: bucketsOf(own),
    rolePatterns,
    partition,
  });
}

/** The account that an ARN names, or in whose list of own buckets a bucket was seen. */
function ownerOf({ resource }: Refusal, readings: readonly DatasetReading[]): string | null {
  if (resource === null) return null;
  const [, , service, , account = '', name = ''] = resource.split(':');
  if (/^\d{12}$/.test(account)) return account;
  if (service !== 's3') return null;
  const bucket = name.split('/')[0];
  const owner = readings.find(
    (reading) =>
      isReadingOf(reading, 'buckets') &&
      reading.items.some(({ name: own, owned }) => own === bucket && owned.read && owned.value),
  );
  return owner?.accountId ?? null;
}
