import type {
  DataSource,
  KnowledgeBase,
  StorageConfiguration,
} from '@aws-sdk/client-bedrock-agent';
import { describe, expect, it } from 'vitest';
import {
  toDataSourceSettings,
  toIngestionJob,
} from '../../../../electron/backend/collectors/agents/data-source-settings.ts';
import {
  toKnowledgeBaseSettings,
  toVectorStore,
} from '../../../../electron/backend/collectors/agents/knowledge-base-settings.ts';

const WHEN = new Date('2026-03-01T00:00:00Z');
const BASE: KnowledgeBase = {
  knowledgeBaseId: 'K',
  name: 'k',
  knowledgeBaseArn: 'arn:kb',
  roleArn: 'arn:role',
  knowledgeBaseConfiguration: { type: 'VECTOR' },
  status: 'ACTIVE',
  createdAt: WHEN,
  updatedAt: WHEN,
};
const SOURCE: DataSource = {
  knowledgeBaseId: 'K',
  dataSourceId: 'D',
  name: 'd',
  status: 'AVAILABLE',
  dataSourceConfiguration: { type: 'S3' },
  createdAt: WHEN,
  updatedAt: WHEN,
};

const fieldMapping = { vectorField: 'v', textField: 't', metadataField: 'm' };
const stores: readonly { given: StorageConfiguration; expected: object }[] = [
  {
    given: {
      type: 'OPENSEARCH_SERVERLESS',
      opensearchServerlessConfiguration: {
        collectionArn: 'arn:c',
        vectorIndexName: 'i',
        fieldMapping,
      },
    },
    expected: { resourceArn: 'arn:c', indexName: 'i', endpoint: null },
  },
  {
    given: {
      type: 'OPENSEARCH_MANAGED_CLUSTER',
      opensearchManagedClusterConfiguration: {
        domainArn: 'arn:d',
        domainEndpoint: 'https://d',
        vectorIndexName: 'i',
        fieldMapping,
      },
    },
    expected: { resourceArn: 'arn:d', endpoint: 'https://d', indexName: 'i' },
  },
  {
    given: {
      type: 'PINECONE',
      pineconeConfiguration: {
        connectionString: 'https://p',
        credentialsSecretArn: 'arn:s',
        fieldMapping,
      },
    },
    expected: { resourceArn: null, endpoint: 'https://p', credentialsSecretArn: 'arn:s' },
  },
  {
    given: {
      type: 'REDIS_ENTERPRISE_CLOUD',
      redisEnterpriseCloudConfiguration: {
        endpoint: 'r:1',
        vectorIndexName: 'i',
        credentialsSecretArn: 'arn:s',
        fieldMapping,
      },
    },
    expected: { resourceArn: null, endpoint: 'r:1', credentialsSecretArn: 'arn:s' },
  },
  {
    given: {
      type: 'RDS',
      rdsConfiguration: {
        resourceArn: 'arn:r',
        credentialsSecretArn: 'arn:s',
        databaseName: 'd',
        tableName: 't',
        fieldMapping: { ...fieldMapping, primaryKeyField: 'id' },
      },
    },
    expected: { resourceArn: 'arn:r', credentialsSecretArn: 'arn:s', indexName: 't' },
  },
  {
    given: {
      type: 'MONGO_DB_ATLAS',
      mongoDbAtlasConfiguration: {
        endpoint: 'm',
        databaseName: 'd',
        collectionName: 'c',
        vectorIndexName: 'i',
        credentialsSecretArn: 'arn:s',
        endpointServiceName: 'vpce',
        fieldMapping,
      },
    },
    expected: { endpoint: 'm', endpointServiceName: 'vpce', indexName: 'i', resourceArn: null },
  },
  {
    given: {
      type: 'NEPTUNE_ANALYTICS',
      neptuneAnalyticsConfiguration: { graphArn: 'arn:g', fieldMapping },
    },
    expected: { resourceArn: 'arn:g', indexName: null },
  },
  {
    given: {
      type: 'S3_VECTORS',
      s3VectorsConfiguration: { vectorBucketArn: 'arn:b', indexArn: 'arn:i' },
    },
    expected: { resourceArn: 'arn:b', indexName: 'arn:i' },
  },
];

describe('knowledge bases', () => {
  it.each(stores)('store $given.type', ({ given, expected }) => {
    expect(toVectorStore(given)).toMatchObject({ type: given.type, ...expected });
  });

  it('a store of a kind that is not known yet keeps its type', () => {
    const given: StorageConfiguration = JSON.parse('{"type":"QUANTUM","quantumConfiguration":{}}');
    expect(toVectorStore(given)).toEqual({
      type: 'QUANTUM',
      resourceArn: null,
      endpoint: null,
      indexName: null,
      credentialsSecretArn: null,
      endpointServiceName: null,
    });
    expect(toVectorStore(undefined)).toBeNull();
  });

  it.each([
    {
      name: 'managed, with a key',
      configuration: {
        type: 'MANAGED' as const,
        managedKnowledgeBaseConfiguration: {
          serverSideEncryptionConfiguration: { kmsKeyArn: 'arn:k' },
        },
      },
      expected: { type: 'MANAGED', kmsKeyArn: 'arn:k', embeddingModelArn: null, storage: null },
    },
    {
      name: 'Kendra',
      configuration: {
        type: 'KENDRA' as const,
        kendraKnowledgeBaseConfiguration: { kendraIndexArn: 'arn:i' },
      },
      expected: { kendraIndexArn: 'arn:i', kmsKeyArn: null },
    },
    {
      name: 'SQL on a cluster',
      configuration: {
        type: 'SQL' as const,
        sqlKnowledgeBaseConfiguration: {
          type: 'REDSHIFT' as const,
          redshiftConfiguration: {
            storageConfigurations: [],
            queryEngineConfiguration: {
              type: 'PROVISIONED' as const,
              provisionedConfiguration: {
                clusterIdentifier: 'c',
                authConfiguration: { type: 'IAM' as const },
              },
            },
          },
        },
      },
      expected: {
        queryEngine: {
          type: 'PROVISIONED',
          resource: 'c',
          authType: 'IAM',
          credentialsSecretArn: null,
        },
      },
    },
  ])('$name', ({ configuration, expected }) => {
    const base = { ...BASE, knowledgeBaseConfiguration: configuration };
    expect(toKnowledgeBaseSettings(base)).toMatchObject(expected);
  });

  it.each([
    { name: 'nothing said', change: {}, expected: { dataDeletionPolicy: null, kmsKeyArn: null } },
    {
      name: 'SharePoint sites and secret',
      change: {
        dataSourceConfiguration: {
          type: 'SHAREPOINT' as const,
          sharePointConfiguration: {
            sourceConfiguration: {
              domain: 'd',
              siteUrls: ['https://a', 'https://b'],
              hostType: 'ONLINE' as const,
              authType: 'OAUTH2_CLIENT_CREDENTIALS' as const,
              credentialsSecretArn: 'arn:s',
            },
          },
        },
      },
      expected: { urls: ['https://a', 'https://b'], credentialsSecretArn: 'arn:s' },
    },
    {
      name: 'seeds of a crawler, one without address',
      change: {
        dataSourceConfiguration: {
          type: 'WEB' as const,
          webConfiguration: {
            sourceConfiguration: { urlConfiguration: { seedUrls: [{ url: 'https://w' }, {}] } },
          },
        },
      },
      expected: { urls: ['https://w'], bucketArn: null },
    },
  ])('data source: $name', ({ change, expected }) => {
    expect(toDataSourceSettings({ ...SOURCE, ...change })).toMatchObject(expected);
  });

  it('a job that has only started has no statistics; a count of nothing is 0', () => {
    const job = {
      knowledgeBaseId: 'K',
      dataSourceId: 'D',
      ingestionJobId: 'J',
      status: 'STARTING' as const,
      startedAt: WHEN,
      updatedAt: WHEN,
    };
    expect(toIngestionJob(job).statistics).toBeNull();
    const statistics = { numberOfDocumentsFailed: 3 };
    expect(toIngestionJob({ ...job, statistics }).statistics).toEqual({
      scanned: 0,
      indexed: 0,
      modified: 0,
      deleted: 0,
      failed: 3,
      skipped: 0,
    });
  });
});
