import { SHOP_KNOWLEDGE } from './knowledge-plans-shop.ts';
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
  kendraIndexArn,
  PLACE,
  secretArn,
} from './names.ts';

const { support, helpdesk, science, scienceWest } = PLACE;
const COHERE_EU = modelArn('eu-west-1', 'cohere.embed-v4:0');
const PAPERS_ROLE = knowledgeRole(science.accountId, 'papers');

const SUPPORT: readonly KnowledgePlan[] = [
  {
    place: support,
    name: 'runbooks',
    settings: {
      type: 'VECTOR',
      roleArn: knowledgeRole(support.accountId, 'runbooks'),
      embeddingModelArn: COHERE_EU,
      storage: vectorStore('PINECONE', {
        endpoint: 'https://runbooks-4f1c2ab.svc.eu-west1-gcp.pinecone.io',
        indexName: 'runbooks',
        credentialsSecretArn: secretArn(support, 'pinecone-runbooks'),
      }),
    },
    sources: [
      {
        name: 'wiki',
        settings: {
          type: 'CONFLUENCE',
          urls: ['https://acme.atlassian.example'],
          credentialsSecretArn: secretArn(support, 'confluence'),
          kmsKeyArn: AGENT_KEYS.support,
          dataDeletionPolicy: 'DELETE',
          chunkingStrategy: 'SEMANTIC',
        },
        syncs: { last: 5, everyDays: 3, count: 4 },
      },
      {
        name: 'sites',
        settings: {
          type: 'SHAREPOINT',
          urls: ['https://acme.sharepoint.example/sites/support'],
          credentialsSecretArn: secretArn(support, 'sharepoint'),
          dataDeletionPolicy: 'RETAIN',
          chunkingStrategy: 'NONE',
        },
      },
    ],
  },
  {
    place: support,
    name: 'intranet',
    settings: {
      type: 'KENDRA',
      roleArn: knowledgeRole(support.accountId, 'runbooks'),
      kendraIndexArn: kendraIndexArn(support, 'intranet'),
    },
    sources: [],
  },
  {
    place: helpdesk,
    name: 'helpdesk',
    settings: {
      type: 'VECTOR',
      roleArn: knowledgeRole(helpdesk.accountId, 'helpdesk'),
      embeddingModelArn: modelArn('eu-central-1', 'amazon.titan-embed-text-v2:0'),
      storage: vectorStore('OPENSEARCH_SERVERLESS', {
        resourceArn: COLLECTIONS.helpdesk,
        indexName: 'helpdesk-index',
      }),
    },
    sources: [
      {
        name: 'articles',
        settings: {
          type: 'S3',
          bucketArn: `arn:aws:s3:::${DOCUMENT_BUCKETS.helpdesk}`,
          dataDeletionPolicy: 'DELETE',
        },
        syncs: { last: 6, everyDays: 7, count: 8 },
      },
    ],
  },
];

/** Research tries every store there is. */
const SCIENCE: readonly KnowledgePlan[] = [
  {
    place: science,
    name: 'papers',
    settings: {
      type: 'VECTOR',
      roleArn: PAPERS_ROLE,
      embeddingModelArn: TITAN_EAST,
      storage: vectorStore('NEPTUNE_ANALYTICS', {
        resourceArn: `arn:aws:neptune-graph:us-east-1:${science.accountId}:graph/g-p4p3r5gr4h`,
      }),
    },
    sources: [
      {
        name: 'preprints',
        settings: { type: 'WEB', urls: ['https://preprints.example/recent'] },
        syncs: { last: 19, everyDays: 1, count: 10 },
      },
    ],
  },
  {
    place: scienceWest,
    name: 'experiment-log',
    status: 'FAILED',
    settings: {
      type: 'VECTOR',
      roleArn: PAPERS_ROLE,
      embeddingModelArn: modelArn('us-west-2', 'amazon.titan-embed-text-v2:0'),
      storage: vectorStore('MONGO_DB_ATLAS', {
        endpoint: 'experiments.k3x9q.mongodb.example',
        indexName: 'log-index',
        credentialsSecretArn: secretArn(scienceWest, 'atlas-experiments'),
        endpointServiceName: 'com.amazonaws.vpce.us-west-2.vpce-svc-0a1b2c3d4e5f60718',
      }),
      failureReasons: ['The knowledge base could not connect to the vector store.'],
    },
    sources: [],
  },
  {
    place: scienceWest,
    name: 'feature-notes',
    settings: {
      type: 'VECTOR',
      roleArn: PAPERS_ROLE,
      embeddingModelArn: modelArn('us-west-2', 'cohere.embed-v4:0'),
      storage: vectorStore('REDIS_ENTERPRISE_CLOUD', {
        endpoint: 'redis-15514.c1.us-west-2.ec2.redis.example:15514',
        indexName: 'feature-notes',
        credentialsSecretArn: secretArn(scienceWest, 'redis-features'),
      }),
    },
    sources: [{ name: 'direct', settings: { type: 'CUSTOM', dataDeletionPolicy: 'DELETE' } }],
  },
  {
    place: scienceWest,
    name: 'lab-notes',
    settings: {
      type: 'VECTOR',
      roleArn: PAPERS_ROLE,
      embeddingModelArn: modelArn('us-west-2', 'amazon.titan-embed-text-v2:0'),
      storage: vectorStore('OPENSEARCH_MANAGED_CLUSTER', {
        resourceArn: `arn:aws:es:us-west-2:${scienceWest.accountId}:domain/lab-notes`,
        endpoint: 'https://search-lab-notes-2f6xq.us-west-2.es.amazonaws.com',
        indexName: 'notes',
      }),
    },
    sources: [
      {
        name: 'notebooks',
        settings: {
          type: 'S3',
          bucketArn: `arn:aws:s3:::${DOCUMENT_BUCKETS.labNotes}`,
          bucketOwnerAccountId: scienceWest.accountId,
        },
        syncs: { last: 0.01, everyDays: 2, count: 3, status: 'IN_PROGRESS' },
      },
    ],
  },
];

/** Every knowledge base of this world: all four types, all eight stores. */
export const KNOWLEDGE_PLANS: readonly KnowledgePlan[] = [
  ...SHOP_KNOWLEDGE,
  ...SUPPORT,
  ...SCIENCE,
];
