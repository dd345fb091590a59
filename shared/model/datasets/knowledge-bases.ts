import type { Instant } from '../period.ts';
import type { Part } from '../read-outcome.ts';

/** Where a knowledge base keeps its vectors: one of the eight kinds that AWS knows. */
export interface VectorStore {
  /**
   * `OPENSEARCH_SERVERLESS | OPENSEARCH_MANAGED_CLUSTER | PINECONE | REDIS_ENTERPRISE_CLOUD | RDS |
   * MONGO_DB_ATLAS | NEPTUNE_ANALYTICS | S3_VECTORS`.
   */
  readonly type: string;
  /** Collection, domain, cluster, graph or vector bucket; null for stores outside of AWS. */
  readonly resourceArn: string | null;
  /** Host of a store outside of AWS, or of an OpenSearch domain. */
  readonly endpoint: string | null;
  /** Index, table, collection or index ARN inside the store. */
  readonly indexName: string | null;
  readonly credentialsSecretArn: string | null;
  /** PrivateLink service of MongoDB Atlas. */
  readonly endpointServiceName: string | null;
}

/** What answers the queries of an SQL knowledge base: a Redshift workgroup or cluster. */
export interface QueryEngine {
  /** `SERVERLESS | PROVISIONED`. */
  readonly type: string;
  /** Workgroup ARN or cluster identifier. */
  readonly resource: string | null;
  /** `IAM | USERNAME_PASSWORD | USERNAME`. */
  readonly authType: string | null;
  readonly credentialsSecretArn: string | null;
}

/** How a knowledge base is set up (`bedrock:GetKnowledgeBase`). */
export interface KnowledgeBaseSettings {
  readonly knowledgeBaseArn: string;
  readonly roleArn: string | null;
  /** `VECTOR | KENDRA | SQL | MANAGED`. */
  readonly type: string;
  readonly embeddingModelArn: string | null;
  readonly kendraIndexArn: string | null;
  readonly queryEngine: QueryEngine | null;
  /** The customer-managed key of a MANAGED knowledge base; null where AWS's own key encrypts. */
  readonly kmsKeyArn: string | null;
  /** Where extracted images and media are kept: `s3://...`. */
  readonly supplementalStorageUris: readonly string[];
  readonly storage: VectorStore | null;
  readonly failureReasons: readonly string[];
}

/** How a data source is set up (`bedrock:GetDataSource`). */
export interface DataSourceSettings {
  /**
   * `S3 | WEB | CONFLUENCE | SALESFORCE | SHAREPOINT | CUSTOM | REDSHIFT_METADATA |
   * MANAGED_KNOWLEDGE_BASE_CONNECTOR`.
   */
  readonly type: string;
  readonly bucketArn: string | null;
  /** Null where it is the account of the knowledge base. */
  readonly bucketOwnerAccountId: string | null;
  readonly inclusionPrefixes: readonly string[];
  /** Hosts, sites and seed addresses of sources that are not buckets. */
  readonly urls: readonly string[];
  readonly credentialsSecretArn: string | null;
  /** The customer-managed key of transient data while it is ingested. */
  readonly kmsKeyArn: string | null;
  /** `RETAIN | DELETE`: what becomes of the vectors when the source is deleted; null where unset. */
  readonly dataDeletionPolicy: string | null;
  /** `FIXED_SIZE | HIERARCHICAL | SEMANTIC | NONE`; null for AWS's default. */
  readonly chunkingStrategy: string | null;
  readonly parsingStrategy: string | null;
  readonly parsingModelArn: string | null;
  readonly transformationLambdaArns: readonly string[];
  /** Bucket between the steps of a custom transformation: `s3://...`. */
  readonly intermediateStorageUri: string | null;
  readonly failureReasons: readonly string[];
}

/** How many documents an ingestion job dealt with. */
export interface IngestionStatistics {
  readonly scanned: number;
  readonly indexed: number;
  readonly modified: number;
  readonly deleted: number;
  readonly failed: number;
  readonly skipped: number;
}

/** One sync of a data source (`bedrock:ListIngestionJobs`). */
export interface IngestionJob {
  readonly ingestionJobId: string;
  /** `STARTING | IN_PROGRESS | COMPLETE | FAILED | STOPPING | STOPPED`. */
  readonly status: string;
  readonly startedAt: Instant | null;
  /** The end, once it has ended. */
  readonly updatedAt: Instant | null;
  readonly statistics: IngestionStatistics | null;
}

/** A source that a knowledge base takes documents from (`bedrock:ListDataSources`). */
export interface KnowledgeBaseDataSource {
  readonly dataSourceId: string;
  readonly name: string;
  readonly status: string;
  readonly settings: Part<DataSourceSettings>;
  /** The ten newest jobs, newest first. */
  readonly ingestionJobs: Part<readonly IngestionJob[]>;
}

/** A knowledge base (`bedrock:ListKnowledgeBases`). */
export interface KnowledgeBase {
  readonly knowledgeBaseId: string;
  readonly name: string;
  readonly status: string;
  readonly updatedAt: Instant | null;
  readonly settings: Part<KnowledgeBaseSettings>;
  readonly dataSources: Part<readonly KnowledgeBaseDataSource[]>;
}
