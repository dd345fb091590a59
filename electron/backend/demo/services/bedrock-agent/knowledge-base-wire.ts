import type {
  KnowledgeBase,
  KnowledgeBaseSettings,
  QueryEngine,
  VectorStore,
} from '../../../../../shared/model/dataset.ts';
import { knownValue } from '../../world/agents/known.ts';

const MADE = '2026-02-09T08:30:00Z';
const FIELDS = { textField: 'text', metadataField: 'metadata' };
const VECTOR_FIELDS = { vectorField: 'vector', ...FIELDS };

/** A knowledge base of any type. */
export function knowledgeBaseDetail(base: KnowledgeBase): object {
  const settings = knownValue(base.settings);
  return {
    knowledgeBaseId: base.knowledgeBaseId,
    name: base.name,
    knowledgeBaseArn: settings.knowledgeBaseArn,
    roleArn: settings.roleArn ?? undefined,
    knowledgeBaseConfiguration: { type: settings.type, ...configuration(settings) },
    storageConfiguration:
      settings.storage === null ? undefined : storageConfiguration(settings.storage),
    status: base.status,
    createdAt: MADE,
    updatedAt: base.updatedAt ?? MADE,
    failureReasons: settings.failureReasons.length === 0 ? undefined : settings.failureReasons,
  };
}

function configuration(settings: KnowledgeBaseSettings): object {
  const { embeddingModelArn, kendraIndexArn, queryEngine, kmsKeyArn } = settings;
  if (kendraIndexArn !== null) return { kendraKnowledgeBaseConfiguration: { kendraIndexArn } };
  if (queryEngine !== null) return { sqlKnowledgeBaseConfiguration: redshift(queryEngine) };
  const model = { embeddingModelArn: embeddingModelArn ?? undefined, ...supplemental(settings) };
  if (settings.type !== 'MANAGED') return { vectorKnowledgeBaseConfiguration: model };
  const serverSideEncryptionConfiguration = kmsKeyArn === null ? undefined : { kmsKeyArn };
  return { managedKnowledgeBaseConfiguration: { ...model, serverSideEncryptionConfiguration } };
}

function supplemental({ supplementalStorageUris }: KnowledgeBaseSettings): object {
  if (supplementalStorageUris.length === 0) return {};
  const storageLocations = supplementalStorageUris.map((uri) => ({
    type: 'S3',
    s3Location: { uri },
  }));
  return { supplementalDataStorageConfiguration: { storageLocations } };
}

function redshift({ type, resource, authType, credentialsSecretArn }: QueryEngine): object {
  const authConfiguration = {
    type: authType ?? undefined,
    usernamePasswordSecretArn: credentialsSecretArn ?? undefined,
  };
  const engine =
    type === 'SERVERLESS'
      ? { serverlessConfiguration: { workgroupArn: resource, authConfiguration } }
      : { provisionedConfiguration: { clusterIdentifier: resource, authConfiguration } };
  return {
    type: 'REDSHIFT',
    redshiftConfiguration: {
      storageConfigurations: [
        { type: 'REDSHIFT', redshiftConfiguration: { databaseName: 'sales' } },
      ],
      queryEngineConfiguration: { type, ...engine },
    },
  };
}

function storageConfiguration(store: VectorStore): object {
  const members = STORES[store.type]?.(store);
  return { type: store.type, ...members };
}

/** How each kind of store spells what it is, with the members that the world does not tell. */
const STORES: Readonly<Record<string, (store: VectorStore) => object>> = {
  OPENSEARCH_SERVERLESS: ({ resourceArn, indexName }) => ({
    opensearchServerlessConfiguration: {
      collectionArn: resourceArn,
      vectorIndexName: indexName,
      fieldMapping: VECTOR_FIELDS,
    },
  }),
  OPENSEARCH_MANAGED_CLUSTER: ({ resourceArn, endpoint, indexName }) => ({
    opensearchManagedClusterConfiguration: {
      domainArn: resourceArn,
      domainEndpoint: endpoint,
      vectorIndexName: indexName,
      fieldMapping: VECTOR_FIELDS,
    },
  }),
  PINECONE: ({ endpoint, credentialsSecretArn, indexName }) => ({
    pineconeConfiguration: {
      connectionString: endpoint,
      credentialsSecretArn,
      namespace: indexName,
      fieldMapping: FIELDS,
    },
  }),
  REDIS_ENTERPRISE_CLOUD: ({ endpoint, credentialsSecretArn, indexName }) => ({
    redisEnterpriseCloudConfiguration: {
      endpoint,
      credentialsSecretArn,
      vectorIndexName: indexName,
      fieldMapping: VECTOR_FIELDS,
    },
  }),
  RDS: ({ resourceArn, credentialsSecretArn, indexName }) => ({
    rdsConfiguration: {
      resourceArn,
      credentialsSecretArn,
      databaseName: 'vectors',
      tableName: indexName,
      fieldMapping: { primaryKeyField: 'id', ...VECTOR_FIELDS },
    },
  }),
  MONGO_DB_ATLAS: ({ endpoint, credentialsSecretArn, indexName, endpointServiceName }) => ({
    mongoDbAtlasConfiguration: {
      endpoint,
      credentialsSecretArn,
      databaseName: 'research',
      collectionName: 'chunks',
      vectorIndexName: indexName,
      endpointServiceName: endpointServiceName ?? undefined,
      fieldMapping: VECTOR_FIELDS,
    },
  }),
  NEPTUNE_ANALYTICS: ({ resourceArn }) => ({
    neptuneAnalyticsConfiguration: { graphArn: resourceArn, fieldMapping: FIELDS },
  }),
  S3_VECTORS: ({ resourceArn, indexName }) => ({
    s3VectorsConfiguration: { vectorBucketArn: resourceArn, indexName },
  }),
};
