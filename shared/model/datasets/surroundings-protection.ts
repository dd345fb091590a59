import type { Instant } from '../period.ts';
import type { Part } from '../read-outcome.ts';

/** What names a key: a dataset and the resource in it. */
export interface KeyUse {
  /** The dataset whose item names the key: `guardrails`, `buckets`. */
  readonly dataset: string;
  /** The ARN or name of that item. */
  readonly by: string;
}

/** A KMS key as `kms:DescribeKey` tells it. */
export interface KmsKeyDescription {
  readonly keyArn: string;
  readonly accountId: string | null;
  /** `CUSTOMER`, or `AWS` for the keys that a service keeps in the account. */
  readonly manager: string;
  /** `Enabled`, `Disabled`, `PendingDeletion` and others. */
  readonly state: string;
  /** `AWS_KMS`, `EXTERNAL`, `AWS_CLOUDHSM` or `EXTERNAL_KEY_STORE`. */
  readonly origin: string;
  readonly multiRegion: boolean;
  /** `SYMMETRIC_DEFAULT`, `RSA_2048` and others. */
  readonly spec: string;
  readonly usage: string;
  readonly createdAt: Instant | null;
  /** When it will be deleted, where that is planned. */
  readonly deletionAt: Instant | null;
}

/** Automatic rotation of a key (`kms:GetKeyRotationStatus`). */
export interface KmsKeyRotation {
  readonly enabled: boolean;
  readonly periodDays: number | null;
  readonly nextAt: Instant | null;
}

/** A KMS key that Bedrock's configuration names, by the name it is given there. */
export interface KmsKey {
  /** A key ARN, an alias ARN, a key id or an alias, as it was set. */
  readonly name: string;
  readonly uses: readonly KeyUse[];
  /** Null where there is no such key. */
  readonly description: Part<KmsKeyDescription | null>;
  /**
   * Null where rotation is not the account's to set: keys that AWS manages (rotated every year),
   * asymmetric ones, and ones whose material is not from KMS.
   */
  readonly rotation: Part<KmsKeyRotation | null>;
}

/** A VPC endpoint of one of Bedrock's services (`ec2:DescribeVpcEndpoints`). */
export interface VpcEndpoint {
  readonly endpointId: string;
  /** `com.amazonaws.us-east-1.bedrock-runtime`. */
  readonly serviceName: string;
  readonly vpcId: string;
  /** `Interface`, `Gateway` and others. */
  readonly type: string;
  /** In lower case: `available`, `pendingAcceptance`, `failed`. */
  readonly state: string;
  /** The endpoint's policy as JSON text; null where AWS answered none. */
  readonly policy: string | null;
  readonly privateDns: boolean;
  readonly subnets: number;
  readonly securityGroups: number;
  readonly ownerId: string | null;
  readonly createdAt: Instant | null;
}

/** What names a function or a collection: a dataset and the resource in it. */
export type ResourceUse = KeyUse;

/** A Lambda function's settings; the values of environment variables are never kept. */
export interface FunctionSettings {
  /** With the version or alias, where one is named. */
  readonly functionArn: string;
  /** Null for container images. */
  readonly runtime: string | null;
  readonly roleArn: string | null;
  /** The key of its environment variables; null for the key that Lambda owns. */
  readonly kmsKeyArn: string | null;
  /** Null where it runs outside of a VPC. */
  readonly vpcId: string | null;
  readonly environmentVariableNames: readonly string[];
  readonly lastModified: string | null;
}

/** A Lambda function that agents, flows, knowledge bases or gateways run. */
export interface ActionGroupFunction {
  /** As it was named: an ARN, with or without version or alias. */
  readonly name: string;
  readonly uses: readonly ResourceUse[];
  /** Null where there is no such function (`lambda:GetFunctionConfiguration`). */
  readonly settings: Part<FunctionSettings | null>;
  /** Who else may invoke it, as JSON text (`lambda:GetPolicy`); null without a policy. */
  readonly resourcePolicy: Part<string | null>;
}

/** What a network policy of OpenSearch Serverless says of one collection. */
export interface CollectionAccess {
  readonly policyName: string;
  /** `collection` for its data, `dashboard` for its dashboards. */
  readonly resourceType: string;
  readonly fromPublic: boolean;
  /** The VPC endpoints and services it lets in, where it is not public. */
  readonly vpcEndpoints: readonly string[];
  readonly services: readonly string[];
}

/** What an encryption policy says of a collection (`aoss:GetSecurityPolicy`). */
export interface CollectionEncryption {
  readonly policyName: string;
  /** What the policy covers: `collection/NAME`, or `collection/PREFIX*`. */
  readonly resource: string;
  /** Null for the key that AWS owns. */
  readonly kmsKeyArn: string | null;
}

/** A collection of OpenSearch Serverless in which a knowledge base keeps its vectors. */
export interface SearchCollection {
  readonly collectionArn: string;
  readonly uses: readonly ResourceUse[];
  /** Null where there is no such collection (`aoss:BatchGetCollection`). */
  readonly settings: Part<{
    readonly name: string;
    readonly status: string;
    readonly type: string;
    /** Who owns the key that it is encrypted with: AWS, or the account; unknown where AWS did not say. */
    readonly keyOwner: 'aws' | 'customer' | 'unknown';
    /** The account's key; null for the key that AWS owns, and where AWS named none. */
    readonly kmsKeyArn: string | null;
  } | null>;
  /** What network policies say of it; one that is public outweighs the others. */
  readonly access: Part<readonly CollectionAccess[]>;
  /**
   * What encryption policies say of it, the most specific first, which holds for collections that
   * are made; a collection keeps the key that it was made with, which `settings` tell.
   */
  readonly encryption: Part<readonly CollectionEncryption[]>;
}
