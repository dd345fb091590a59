import { uuidOf } from '../identifiers.ts';
import { ACCOUNT } from '../organization.ts';
import {
  type KnowledgePlan,
  knowledgeRole,
  modelArn,
  TITAN_EAST,
  vectorStore,
} from './knowledge-templates.ts';
import {
  AGENT_KEYS,
  COLLECTIONS,
  DOCUMENT_BUCKETS,
  FUNCTIONS,
  knowledgeBaseArn,
  PLACE,
  secretArn,
} from './names.ts';

const { shop } = PLACE;

/** The shop: one as it should be, one whose sync failed, one that nobody syncs any more. */
export const SHOP_KNOWLEDGE: readonly KnowledgePlan[] = [
  {
    place: shop,
    name: 'catalog',
    settings: {
      type: 'VECTOR',
      roleArn: knowledgeRole(shop.accountId, 'catalog'),
      embeddingModelArn: TITAN_EAST,
      supplementalStorageUris: [`s3://${DOCUMENT_BUCKETS.catalogStaging}/images/`],
      storage: vectorStore('OPENSEARCH_SERVERLESS', {
        resourceArn: COLLECTIONS.catalog,
        indexName: 'catalog-index',
      }),
    },
    sources: [
      {
        name: 'catalog-documents',
        settings: {
          type: 'S3',
          bucketArn: `arn:aws:s3:::${DOCUMENT_BUCKETS.catalog}`,
          inclusionPrefixes: ['published/'],
          kmsKeyArn: AGENT_KEYS.knowledge,
          dataDeletionPolicy: 'DELETE',
          chunkingStrategy: 'HIERARCHICAL',
          parsingStrategy: 'BEDROCK_FOUNDATION_MODEL',
          parsingModelArn: modelArn('us-east-1', 'anthropic.claude-haiku-5-5'),
          transformationLambdaArns: [FUNCTIONS.catalogTransformer],
          intermediateStorageUri: `s3://${DOCUMENT_BUCKETS.catalogStaging}/transformed/`,
        },
        syncs: { last: 0.4, everyDays: 1, count: 10 },
      },
    ],
    sharedWith: {
      Sid: 'DataScienceReads',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${ACCOUNT.dataScience}:root` },
      Action: 'bedrock:Retrieve',
      Resource: knowledgeBaseArn(shop, 'catalog'),
    },
  },
  {
    place: shop,
    name: 'order-history',
    settings: {
      type: 'VECTOR',
      roleArn: knowledgeRole(shop.accountId, 'orders'),
      embeddingModelArn: TITAN_EAST,
      storage: vectorStore('RDS', {
        resourceArn: `arn:aws:rds:us-east-1:${shop.accountId}:cluster:order-vectors`,
        indexName: 'bedrock_integration.order_chunks',
        credentialsSecretArn: secretArn(shop, 'rds-order-vectors'),
      }),
    },
    sources: [
      {
        name: 'order-exports',
        settings: {
          type: 'S3',
          bucketArn: `arn:aws:s3:::${DOCUMENT_BUCKETS.orderExports}`,
          dataDeletionPolicy: 'RETAIN',
          chunkingStrategy: 'FIXED_SIZE',
        },
        syncs: { last: 1, everyDays: 1, count: 10, status: 'FAILED', failed: 212 },
      },
    ],
  },
  {
    place: shop,
    name: 'product-reviews',
    settings: {
      type: 'VECTOR',
      roleArn: knowledgeRole(shop.accountId, 'reviews'),
      embeddingModelArn: TITAN_EAST,
      storage: vectorStore('S3_VECTORS', {
        resourceArn: `arn:aws:s3vectors:us-east-1:${shop.accountId}:bucket/product-reviews`,
        indexName: 'reviews',
      }),
    },
    sources: [
      {
        name: 'reviews',
        settings: { type: 'S3', bucketArn: `arn:aws:s3:::${DOCUMENT_BUCKETS.reviews}` },
        syncs: { last: 41, everyDays: 7, count: 5 },
      },
    ],
    sharedWith: {
      Sid: 'Everybody',
      Effect: 'Allow',
      Principal: '*',
      Action: ['bedrock:Retrieve', 'bedrock:RetrieveAndGenerate'],
      Resource: knowledgeBaseArn(shop, 'product-reviews'),
    },
  },
  {
    place: shop,
    name: 'shipping-policies',
    settings: {
      type: 'MANAGED',
      roleArn: knowledgeRole(shop.accountId, 'reviews'),
      kmsKeyArn: AGENT_KEYS.knowledge,
    },
    sources: [
      {
        name: 'policies-site',
        settings: { type: 'MANAGED_KNOWLEDGE_BASE_CONNECTOR', dataDeletionPolicy: 'DELETE' },
        syncs: { last: 2, everyDays: 7, count: 3 },
      },
    ],
  },
  {
    place: shop,
    name: 'sales-warehouse',
    settings: {
      type: 'SQL',
      roleArn: knowledgeRole(shop.accountId, 'orders'),
      queryEngine: {
        type: 'SERVERLESS',
        resource: `arn:aws:redshift-serverless:us-east-1:${shop.accountId}:workgroup/${uuidOf('sales')}`,
        authType: 'USERNAME_PASSWORD',
        credentialsSecretArn: secretArn(shop, 'redshift-sales'),
      },
    },
    sources: [
      {
        name: 'schema',
        settings: { type: 'REDSHIFT_METADATA' },
        syncs: { last: 3, everyDays: 7, count: 2 },
      },
    ],
  },
];
