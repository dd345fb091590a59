import type { RequiredPolicy } from '../../../shared/api/answers.ts';
import { roleIn } from '../../../shared/api/connected-accounts.ts';
import { type FeatureId, READING_FEATURES } from '../../../shared/model/features.ts';
import { dnsSuffix, type Partition } from '../../../shared/model/partition.ts';
import type { LogBucket } from '../sources/log-buckets.ts';
import { type FeaturePart, featureParts, promptLabActions } from './feature-parts.ts';
import {
  allow,
  MANAGED_POLICY_CHARACTERS,
  policyDocument,
  type Statement,
} from './policy-document.ts';
import { policyParts } from './policy-parts.ts';

/** Where log files may lie; any bucket when none is known yet. */
export type PolicyBucket = Pick<LogBucket, 'bucket' | 'prefix'>;

/** What lies below the name of every CUR 2.0 export (Data Exports guide, "Export delivery"). */
const EXPORT_FOLDERS = ['metadata/BILLING_PERIOD=*', 'data/BILLING_PERIOD=*'] as const;

const ASSUME_ROLE = 'sts:AssumeRole';

const ANYWHERE: PolicyBucket = { bucket: '*', prefix: '' };

/** What a policy is made for. */
export interface PolicyOptions {
  /** Where log files lie; anywhere under `AWSLogs/` when absent or empty. */
  readonly buckets?: readonly PolicyBucket[];
  /** The role patterns of organisations, which add what their accounts are reached by. */
  readonly rolePatterns?: readonly string[];
  /** Everything that reads when absent. */
  readonly features?: readonly FeatureId[];
  /** Whose ARNs it names; commercial AWS when absent. */
  readonly partition?: Partition;
}

/**
 * The least that Assay needs to read an account, generated from what the collectors and sources of
 * the chosen features declare: read actions only, objects only under `AWSLogs/` and in billing
 * exports, keys only through S3.
 */
export function requiredPolicy(options: PolicyOptions = {}): RequiredPolicy {
  const { partition = 'aws' } = options;
  const needed = requiredStatements(options);
  return {
    ...policyDocument(needed),
    charactersAllowed: MANAGED_POLICY_CHARACTERS,
    parts: policyParts(needed),
    partition,
    actions: [...actionsOf(options)].map(([action, uses]) => ({
      action,
      usedFor: [...uses].join('; '),
    })),
  };
}

/** The statements of that policy. */
export function requiredStatements(options: PolicyOptions = {}): readonly Statement[] {
  const { features = READING_FEATURES, partition = 'aws', buckets = [] } = options;
  return [
    ...statements([...actionsOf(options).keys()], {
      partition,
      features,
      buckets: buckets.length === 0 ? [ANYWHERE] : buckets,
    }),
    ...assumptions(rolesOf(options)),
  ];
}

/** What is declared for the options, by action, with what it is used for. */
function actionsOf(options: PolicyOptions): ReadonlyMap<string, ReadonlySet<string>> {
  const { features = READING_FEATURES } = options;
  const reach = rolesOf(options).length === 0 ? [] : [organizationReach];
  return declaredActions([...features.flatMap((id) => featureParts[id]), ...reach]);
}

function rolesOf({ rolePatterns = [], partition = 'aws' }: PolicyOptions): readonly string[] {
  return rolePatterns.filter(isIn(partition));
}

/** What reaches the other accounts of an organisation; it is needed in its management account alone. */
const organizationReach = {
  title: 'Accounts of the organisation',
  iamActions: ['organizations:ListAccounts', ASSUME_ROLE],
};

/** The roles that connections of organisations assume, in whatever account. */
function assumptions(rolePatterns: readonly string[]): readonly Statement[] {
  if (rolePatterns.length === 0) return [];
  const Resource = distinct(rolePatterns.map((pattern) => roleIn(pattern, '*')));
  return [allow('AssayReachesAccounts', { Action: [ASSUME_ROLE], Resource })];
}

/** Every declared action, in alphabetical order, with what it is used for. */
function declaredActions(parts: readonly FeaturePart[]): ReadonlyMap<string, ReadonlySet<string>> {
  const declared = parts.flatMap(({ iamActions, title }) =>
    iamActions.map((action) => ({ action, title })),
  );
  const uses = new Map<string, Set<string>>();
  for (const { action, title } of declared.sort((a, b) => (a.action < b.action ? -1 : 1))) {
    uses.set(action, (uses.get(action) ?? new Set()).add(title));
  }
  return uses;
}

/** Whether a role is one of the partition, by its ARN. */
function isIn(partition: Partition): (arn: string) => boolean {
  return (arn) => arn.split(':')[1] === partition;
}

function statements(
  actions: readonly string[],
  { buckets, features, partition }: Required<Omit<PolicyOptions, 'rolePatterns'>>,
): readonly Statement[] {
  const apart = new Set<string>([
    's3:ListBucket',
    's3:GetObject',
    'kms:Decrypt',
    ASSUME_ROLE,
    ...promptLabActions,
  ]);
  const reading = actions.filter((action) => !apart.has(action));
  const everywhere = allow('AssayReadsConfigurationAndUsage', { Action: reading, Resource: '*' });
  return [
    ...(reading.length === 0 ? [] : [everywhere]),
    ...(features.includes('logs') || features.includes('digests')
      ? logFiles(buckets, partition)
      : []),
    ...(features.includes('bill') ? billingExports(partition) : []),
    ...(actions.includes('kms:Decrypt') ? [decryption(partition)] : []),
    ...(features.includes('prompt-lab') ? [promptLab] : []),
  ];
}

function logFiles(buckets: readonly PolicyBucket[], partition: Partition): readonly Statement[] {
  return [
    allow('AssayListsLogBuckets', {
      Action: ['s3:ListBucket'],
      Resource: distinct(buckets.map(({ bucket }) => `arn:${partition}:s3:::${bucket}`)),
    }),
    allow('AssayReadsLogFiles', {
      Action: ['s3:GetObject'],
      Resource: distinct(buckets.map((bucket) => `arn:${partition}:s3:::${objectsOf(bucket)}`)),
    }),
  ];
}

function billingExports(partition: Partition): readonly Statement[] {
  return [
    allow('AssayListsBillingExports', {
      Action: ['s3:ListBucket'],
      Resource: `arn:${partition}:s3:::*`,
      Condition: {
        StringLike: { 's3:prefix': EXPORT_FOLDERS.map((folder) => `*/${folder}`) },
      },
    }),
    allow('AssayReadsBillingExports', {
      Action: ['s3:GetObject'],
      Resource: EXPORT_FOLDERS.map((folder) => `arn:${partition}:s3:::*/${folder}`),
    }),
  ];
}

/** `kms:ViaService` names the service as its host names do (KMS developer guide, condition keys). */
function decryption(partition: Partition): Statement {
  return allow('AssayDecryptsLogFiles', {
    Action: ['kms:Decrypt'],
    Resource: '*',
    Condition: { StringLike: { 'kms:ViaService': `s3.*.${dnsSuffix(partition)}` } },
  });
}

const promptLab = allow('AssayPromptLab', { Action: promptLabActions, Resource: '*' });

function objectsOf({ bucket, prefix }: PolicyBucket): string {
  return bucket === '*' ? '*/AWSLogs/*' : `${bucket}/${prefix}AWSLogs/*`;
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
