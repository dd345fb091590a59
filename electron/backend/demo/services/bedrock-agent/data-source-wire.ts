import type {
  DataSourceSettings,
  IngestionJob,
  KnowledgeBaseDataSource,
} from '../../../../../shared/model/dataset.ts';
import { knownValue } from '../../world/agents/known.ts';

const MADE = '2026-02-09T08:40:00Z';

/** Which knowledge base and data source an answer is about. */
interface Of {
  readonly knowledgeBaseId: string;
  readonly dataSourceId: string;
}

/** A data source of any type. */
export function dataSourceDetail(of: Of, source: KnowledgeBaseDataSource): object {
  const settings = knownValue(source.settings);
  const { kmsKeyArn, failureReasons, dataDeletionPolicy } = settings;
  return {
    ...of,
    name: source.name,
    status: source.status,
    dataSourceConfiguration: { type: settings.type, ...SOURCES[settings.type]?.(settings) },
    serverSideEncryptionConfiguration: kmsKeyArn === null ? undefined : { kmsKeyArn },
    vectorIngestionConfiguration: ingestionConfiguration(settings),
    dataDeletionPolicy: dataDeletionPolicy ?? undefined,
    failureReasons: failureReasons.length === 0 ? undefined : failureReasons,
    createdAt: MADE,
    updatedAt: MADE,
  };
}

/** How each type of source spells where its documents are. */
const SOURCES: Readonly<Record<string, (settings: DataSourceSettings) => object>> = {
  S3: ({ bucketArn, bucketOwnerAccountId, inclusionPrefixes }) => ({
    s3Configuration: {
      bucketArn,
      bucketOwnerAccountId: bucketOwnerAccountId ?? undefined,
      inclusionPrefixes: inclusionPrefixes.length === 0 ? undefined : inclusionPrefixes,
    },
  }),
  WEB: ({ urls }) => ({
    webConfiguration: {
      sourceConfiguration: { urlConfiguration: { seedUrls: urls.map((url) => ({ url })) } },
      crawlerConfiguration: { crawlerLimits: { rateLimit: 30 }, scope: 'HOST_ONLY' },
    },
  }),
  CONFLUENCE: ({ urls: [hostUrl], credentialsSecretArn }) => ({
    confluenceConfiguration: {
      sourceConfiguration: { hostUrl, hostType: 'SAAS', authType: 'BASIC', credentialsSecretArn },
    },
  }),
  SHAREPOINT: ({ urls: siteUrls, credentialsSecretArn }) => ({
    sharePointConfiguration: {
      sourceConfiguration: {
        tenantId: '7d0f3c1e-52ab-4c9f-8e61-a4b2c93d70e5',
        domain: 'acme',
        siteUrls,
        hostType: 'ONLINE',
        authType: 'OAUTH2_CLIENT_CREDENTIALS',
        credentialsSecretArn,
      },
    },
  }),
  MANAGED_KNOWLEDGE_BASE_CONNECTOR: () => ({
    managedKnowledgeBaseConnectorConfiguration: {},
  }),
};

function ingestionConfiguration(settings: DataSourceSettings): object | undefined {
  const { chunkingStrategy, parsingStrategy, parsingModelArn: modelArn } = settings;
  if (chunkingStrategy === null) return undefined;
  return {
    chunkingConfiguration: { chunkingStrategy, ...CHUNKS[chunkingStrategy] },
    customTransformationConfiguration: transformation(settings),
    parsingConfiguration:
      parsingStrategy === null
        ? undefined
        : { parsingStrategy, bedrockFoundationModelConfiguration: { modelArn } },
  };
}

const CHUNKS: Readonly<Record<string, object>> = {
  FIXED_SIZE: { fixedSizeChunkingConfiguration: { maxTokens: 300, overlapPercentage: 20 } },
  HIERARCHICAL: {
    hierarchicalChunkingConfiguration: {
      levelConfigurations: [{ maxTokens: 1500 }, { maxTokens: 300 }],
      overlapTokens: 60,
    },
  },
  SEMANTIC: {
    semanticChunkingConfiguration: {
      maxTokens: 300,
      bufferSize: 0,
      breakpointPercentileThreshold: 95,
    },
  },
};

function transformation(settings: DataSourceSettings): object | undefined {
  const { intermediateStorageUri: uri, transformationLambdaArns } = settings;
  if (uri === null) return undefined;
  return {
    intermediateStorage: { s3Location: { uri } },
    transformations: transformationLambdaArns.map((lambdaArn) => ({
      transformationFunction: { transformationLambdaConfiguration: { lambdaArn } },
      stepToApply: 'POST_CHUNKING',
    })),
  };
}

/** A job in a list. */
export function ingestionJobSummary(of: Of, job: IngestionJob): object {
  const { statistics } = job;
  return {
    ...of,
    ingestionJobId: job.ingestionJobId,
    status: job.status,
    startedAt: job.startedAt ?? MADE,
    updatedAt: job.updatedAt ?? MADE,
    statistics:
      statistics === null
        ? undefined
        : {
            numberOfDocumentsScanned: statistics.scanned,
            numberOfMetadataDocumentsScanned: 0,
            numberOfNewDocumentsIndexed: statistics.indexed,
            numberOfModifiedDocumentsIndexed: statistics.modified,
            numberOfMetadataDocumentsModified: 0,
            numberOfDocumentsDeleted: statistics.deleted,
            numberOfDocumentsFailed: statistics.failed,
            numberOfDocumentsSkipped: statistics.skipped,
          },
  };
}
