import type { RequiredPolicy } from '../../../shared/api/answers.ts';
import { roleIn } from '../../../shared/api/connected-accounts.ts';
import { collectedDatasets, collectors } from '../collectors/index.ts';
import { costExplorer } from '../sources/bill/cost-explorer.ts';
import { dataExports } from '../sources/bill/data-exports.ts';
import type { LogBucket } from '../sources/log-buckets.ts';
import { logGroup } from '../sources/log-group.ts';
import { lookupEvents } from '../sources/lookup-events.ts';
import { metricPlans } from '../sources/metrics/metric-plans.ts';
import { priceList } from '../sources/prices/price-list.ts';
import { s3Sources } from '../sources/s3-folder.ts';

/** Where log files may lie; any bucket when none is known yet. */
export type PolicyBucket = Pick<LogBucket, 'bucket' | 'prefix'>;

interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<
    Record<string, Readonly<Record<string, string | readonly string[]>>>
  >;
}

/** What lies below the name of every CUR 2.0 export (Data Exports guide, "Export delivery"). */
const EXPORT_FOLDERS = ['metadata/BILLING_PERIOD=*', 'data/BILLING_PERIOD=*'] as const;

const ASSUME_ROLE = 'sts:AssumeRole';

const ANYWHERE: PolicyBucket = { bucket: '*', prefix: '' };

/**
 * The least that Assay needs to read an account, generated from what collectors and sources declare:
 * read actions only, objects only under `AWSLogs/` and in billing exports, keys only through S3. Role
 * patterns of organisations add what their accounts are reached by.
 */
export function requiredPolicy(
  buckets: readonly PolicyBucket[] = [],
  rolePatterns: readonly string[] = [],
): RequiredPolicy {
  const actions = declaredActions(rolePatterns.length === 0 ? [] : [organizationReach]);
  const policy = {
    Version: '2012-10-17',
    Statement: [
      ...statements([...actions.keys()], buckets.length === 0 ? [ANYWHERE] : buckets),
      ...assumptions(rolePatterns),
    ],
  };
  return {
    json: JSON.stringify(policy, null, 2),
    actions: [...actions].map(([action, uses]) => ({ action, usedFor: [...uses].join('; ') })),
  };
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
function declaredActions(
  more: readonly { readonly title: string; readonly iamActions: readonly string[] }[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const declared = [
    ...collectedDatasets.map((dataset) => collectors[dataset]),
    ...Object.values(s3Sources),
    lookupEvents,
    logGroup,
    ...metricPlans,
    costExplorer,
    dataExports,
    priceList,
    ...more,
  ].flatMap(({ iamActions, title }) => iamActions.map((action) => ({ action, title })));
  const uses = new Map<string, Set<string>>();
  for (const { action, title } of declared.sort((a, b) => (a.action < b.action ? -1 : 1))) {
    uses.set(action, (uses.get(action) ?? new Set()).add(title));
  }
  return uses;
}

function statements(
  actions: readonly string[],
  buckets: readonly PolicyBucket[],
): readonly Statement[] {
  const own = new Set(['s3:ListBucket', 's3:GetObject', 'kms:Decrypt', ASSUME_ROLE]);
  return [
    allow('AssayReadsConfigurationAndUsage', {
      Action: actions.filter((action) => !own.has(action)),
      Resource: '*',
    }),
    allow('AssayListsLogBuckets', {
      Action: ['s3:ListBucket'],
      Resource: distinct(buckets.map(({ bucket }) => `arn:aws:s3:::${bucket}`)),
    }),
    allow('AssayReadsLogFiles', {
      Action: ['s3:GetObject'],
      Resource: distinct(buckets.map(objectsOf)),
    }),
    allow('AssayListsBillingExports', {
      Action: ['s3:ListBucket'],
      Resource: 'arn:aws:s3:::*',
      Condition: {
        StringLike: { 's3:prefix': EXPORT_FOLDERS.map((folder) => `*/${folder}`) },
      },
    }),
    allow('AssayReadsBillingExports', {
      Action: ['s3:GetObject'],
      Resource: EXPORT_FOLDERS.map((folder) => `arn:aws:s3:::*/${folder}`),
    }),
    allow('AssayDecryptsLogFiles', {
      Action: ['kms:Decrypt'],
      Resource: '*',
      Condition: { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } },
    }),
  ];
}

function allow(Sid: string, rest: Omit<Statement, 'Sid' | 'Effect'>): Statement {
  return { Sid, Effect: 'Allow', ...rest };
}

function objectsOf({ bucket, prefix }: PolicyBucket): string {
  return bucket === '*' ? 'arn:aws:s3:::*/AWSLogs/*' : `arn:aws:s3:::${bucket}/${prefix}AWSLogs/*`;
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
