import type {
  KnowledgeBase as KnowledgeBaseDetail,
  RedshiftConfiguration,
  StorageConfiguration,
} from '@aws-sdk/client-bedrock-agent';
import type {
  KnowledgeBaseSettings,
  QueryEngine,
  VectorStore,
} from '../../../../shared/model/dataset.ts';
import { list, text } from '../../aws/required.ts';

/** The settings of a knowledge base of any type. */
export function toKnowledgeBaseSettings(detail: KnowledgeBaseDetail): KnowledgeBaseSettings {
  const configuration = detail.knowledgeBaseConfiguration;
  const vector = configuration?.vectorKnowledgeBaseConfiguration;
  const managed = configuration?.managedKnowledgeBaseConfiguration;
  const supplemental = (vector ?? managed)?.supplementalDataStorageConfiguration;
  return {
    knowledgeBaseArn: text(detail.knowledgeBaseArn, 'knowledgeBaseArn'),
    roleArn: detail.roleArn ?? null,
    type: configuration?.type ?? 'UNKNOWN',
    embeddingModelArn: vector?.embeddingModelArn ?? managed?.embeddingModelArn ?? null,
    kendraIndexArn: configuration?.kendraKnowledgeBaseConfiguration?.kendraIndexArn ?? null,
    queryEngine: toQueryEngine(configuration?.sqlKnowledgeBaseConfiguration?.redshiftConfiguration),
    kmsKeyArn: managed?.serverSideEncryptionConfiguration?.kmsKeyArn ?? null,
    supplementalStorageUris: list(supplemental?.storageLocations).flatMap(
      ({ s3Location }) => s3Location?.uri ?? [],
    ),
    storage: toVectorStore(detail.storageConfiguration),
    failureReasons: list(detail.failureReasons),
  };
}

function toQueryEngine(redshift: RedshiftConfiguration | undefined): QueryEngine | null {
  const engine = redshift?.queryEngineConfiguration;
  if (engine === undefined) return null;
  const { serverlessConfiguration: serverless, provisionedConfiguration: provisioned } = engine;
  const auth = serverless?.authConfiguration ?? provisioned?.authConfiguration;
  return {
    type: engine.type ?? 'UNKNOWN',
    resource: serverless?.workgroupArn ?? provisioned?.clusterIdentifier ?? null,
    authType: auth?.type ?? null,
    credentialsSecretArn: auth?.usernamePasswordSecretArn ?? null,
  };
}

type Located = Partial<Omit<VectorStore, 'type'>>;

const NOWHERE = {
  resourceArn: null,
  endpoint: null,
  indexName: null,
  credentialsSecretArn: null,
  endpointServiceName: null,
} as const;

/** The store of any of the eight kinds; null for types that keep no vectors of their own. */
export function toVectorStore(storage: StorageConfiguration | undefined): VectorStore | null {
  if (storage === undefined) return null;
  const located = ofAws(storage) ?? ofPartner(storage) ?? {};
  return { type: storage.type ?? 'UNKNOWN', ...NOWHERE, ...located };
}

/** Stores of AWS, which have an ARN. */
function ofAws(storage: StorageConfiguration): Located | null {
  const { opensearchServerlessConfiguration: serverless, rdsConfiguration: rds } = storage;
  const { opensearchManagedClusterConfiguration: cluster } = storage;
  const { neptuneAnalyticsConfiguration: neptune, s3VectorsConfiguration: s3 } = storage;
  if (serverless) return known(serverless.collectionArn, { indexName: serverless.vectorIndexName });
  if (cluster) {
    const { domainEndpoint: endpoint, vectorIndexName: indexName } = cluster;
    return known(cluster.domainArn, { endpoint, indexName });
  }
  if (rds) {
    const { credentialsSecretArn, tableName: indexName } = rds;
    return known(rds.resourceArn, { indexName, credentialsSecretArn });
  }
  if (neptune) return known(neptune.graphArn, {});
  if (s3) return known(s3.vectorBucketArn, { indexName: s3.indexName ?? s3.indexArn });
  return null;
}

/** Stores outside of AWS, which have a host and a secret. */
function ofPartner(storage: StorageConfiguration): Located | null {
  const { pineconeConfiguration: pinecone, mongoDbAtlasConfiguration: mongo } = storage;
  const { redisEnterpriseCloudConfiguration: redis } = storage;
  if (pinecone) {
    const { connectionString: endpoint, credentialsSecretArn, namespace: indexName } = pinecone;
    return known(undefined, { endpoint, credentialsSecretArn, indexName });
  }
  if (redis) {
    const { endpoint, credentialsSecretArn, vectorIndexName: indexName } = redis;
    return known(undefined, { endpoint, credentialsSecretArn, indexName });
  }
  if (mongo) {
    const { endpoint, credentialsSecretArn, collectionName, endpointServiceName } = mongo;
    const indexName = mongo.vectorIndexName ?? collectionName;
    return known(undefined, { endpoint, credentialsSecretArn, indexName, endpointServiceName });
  }
  return null;
}

/** What AWS answered, null for what it left out. */
function known(
  resourceArn: string | undefined,
  rest: { readonly [K in keyof Omit<Located, 'resourceArn'>]?: string | undefined },
): Located {
  return {
    resourceArn: resourceArn ?? null,
    endpoint: rest.endpoint ?? null,
    indexName: rest.indexName ?? null,
    credentialsSecretArn: rest.credentialsSecretArn ?? null,
    endpointServiceName: rest.endpointServiceName ?? null,
  };
}
