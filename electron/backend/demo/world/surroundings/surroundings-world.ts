import type {
  BucketEncryption,
  BucketLifecycleRule,
  BucketObjectLock,
  BucketVersioning,
  KmsKeyDescription,
  KmsKeyRotation,
  MacieJob,
  PublicAccessBlock,
  VpcEndpoint,
} from '../../../../../shared/model/dataset.ts';
import type { Instant } from '../../../../../shared/model/period.ts';

/** A bucket with its settings; null where S3 has no such configuration. */
export interface SettledBucket {
  readonly name: string;
  readonly region: string;
  /** The account that owns it. */
  readonly accountId: string;
  /** Whether its policy lets the other accounts list it and read its objects. */
  readonly shared: boolean;
  readonly createdAt: Instant;
  readonly encryption: BucketEncryption;
  readonly publicAccessBlock: PublicAccessBlock | null;
  readonly policy: string | null;
  readonly policyIsPublic: boolean;
  readonly lifecycle: readonly BucketLifecycleRule[];
  readonly objectLock: BucketObjectLock | null;
  readonly versioning: BucketVersioning;
  readonly objectOwnership: string | null;
}

/** A log group as CloudWatch Logs keeps it. */
export interface WorldLogGroup {
  readonly name: string;
  readonly retentionDays: number | null;
  readonly kmsKeyArn: string | null;
  readonly logClass: 'STANDARD' | 'INFREQUENT_ACCESS';
  readonly storedBytes: number;
  readonly createdAt: Instant;
  readonly dataProtectionPolicy: string | null;
}

/** A key with what rotates it; rotation is null where KMS cannot rotate it. */
export interface WorldKey {
  readonly description: KmsKeyDescription & { readonly accountId: string };
  readonly rotation: KmsKeyRotation | null;
  /** Whether its key policy lets the other accounts of the organisation describe it. */
  readonly shared: boolean;
  /** Aliases with the leading `alias/`. */
  readonly aliases: readonly string[];
}

/** A Macie job; the last run is null where it never ran. */
export type WorldMacieJob = Omit<MacieJob, 'lastRunAt'> & { readonly lastRunAt: Instant | null };

/** Amazon Macie where it is switched on. */
export interface WorldMacie {
  readonly status: 'ENABLED' | 'PAUSED';
  readonly findingFrequency: 'FIFTEEN_MINUTES' | 'ONE_HOUR' | 'SIX_HOURS';
  readonly createdAt: Instant;
  readonly jobs: readonly WorldMacieJob[];
}

/** A Lambda function; its role is one of IAM, its environment holds values. */
export interface WorldFunction {
  readonly functionArn: string;
  readonly runtime: string;
  readonly roleArn: string;
  readonly kmsKeyArn: string | null;
  readonly vpcId: string | null;
  readonly environment: Readonly<Record<string, string>>;
  /** As Lambda writes it: `2026-09-14T15:21:07.000+0000`. */
  readonly lastModified: string;
  readonly policy: string | null;
}

/** A collection of OpenSearch Serverless; the key is null where AWS owns it. */
export interface WorldCollection {
  readonly collectionArn: string;
  readonly name: string;
  readonly kmsKeyArn: string | null;
}

/** A security policy of OpenSearch Serverless with its document. */
export interface WorldSecurityPolicy {
  readonly type: 'encryption' | 'network';
  readonly name: string;
  readonly document: object;
}

/** What lies around Bedrock in the simulated organisation. */
export interface SurroundingsWorld {
  /** The bucket of a name, which is one in all of AWS; null where there is none. */
  bucket(name: string): SettledBucket | null;
  /** The buckets of an account, by name. */
  bucketsOf(accountId: string): readonly SettledBucket[];
  /** An account's own block of public access; null where it has none. */
  accountPublicAccessBlock(accountId: string): PublicAccessBlock | null;
  /** The log groups of an account and Region, by name. */
  logGroups(accountId: string, region: string): readonly WorldLogGroup[];
  kmsKeys(accountId: string, region: string): readonly WorldKey[];
  vpcEndpoints(accountId: string, region: string): readonly VpcEndpoint[];
  functions(accountId: string, region: string): readonly WorldFunction[];
  collections(accountId: string, region: string): readonly WorldCollection[];
  securityPolicies(accountId: string, region: string): readonly WorldSecurityPolicy[];
  /** Null where Macie was never switched on. */
  macie(accountId: string, region: string): WorldMacie | null;
}
