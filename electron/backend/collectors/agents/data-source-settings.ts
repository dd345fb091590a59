import type {
  DataSourceConfiguration,
  DataSource as DataSourceDetail,
  IngestionJobStatistics,
  IngestionJobSummary,
  VectorIngestionConfiguration,
} from '@aws-sdk/client-bedrock-agent';
import type {
  DataSourceSettings,
  IngestionJob,
  IngestionStatistics,
} from '../../../../shared/model/dataset.ts';
import { instant, list, text } from '../../aws/required.ts';

/** The settings of a data source of any type. */
export function toDataSourceSettings(detail: DataSourceDetail): DataSourceSettings {
  const configuration = detail.dataSourceConfiguration;
  const s3 = configuration?.s3Configuration;
  return {
    type: configuration?.type ?? 'UNKNOWN',
    bucketArn: s3?.bucketArn ?? null,
    bucketOwnerAccountId: s3?.bucketOwnerAccountId ?? null,
    inclusionPrefixes: list(s3?.inclusionPrefixes),
    ...connector(configuration),
    kmsKeyArn: detail.serverSideEncryptionConfiguration?.kmsKeyArn ?? null,
    dataDeletionPolicy: detail.dataDeletionPolicy ?? null,
    ...ingestion(detail.vectorIngestionConfiguration),
    failureReasons: list(detail.failureReasons),
  };
}

type Connector = Pick<DataSourceSettings, 'urls' | 'credentialsSecretArn'>;

function connector(configuration: DataSourceConfiguration | undefined): Connector {
  const confluence = configuration?.confluenceConfiguration?.sourceConfiguration;
  const salesforce = configuration?.salesforceConfiguration?.sourceConfiguration;
  const sharePoint = configuration?.sharePointConfiguration?.sourceConfiguration;
  const web = configuration?.webConfiguration?.sourceConfiguration;
  const seeds = list(web?.urlConfiguration?.seedUrls).flatMap(({ url }) => url ?? []);
  const hosts = [confluence?.hostUrl, salesforce?.hostUrl].flatMap((url) => url ?? []);
  const signedIn = confluence ?? salesforce ?? sharePoint;
  return {
    urls: [...hosts, ...list(sharePoint?.siteUrls), ...seeds],
    credentialsSecretArn: signedIn?.credentialsSecretArn ?? null,
  };
}

type Ingestion = Pick<
  DataSourceSettings,
  | 'chunkingStrategy'
  | 'parsingStrategy'
  | 'parsingModelArn'
  | 'transformationLambdaArns'
  | 'intermediateStorageUri'
>;

function ingestion(configuration: VectorIngestionConfiguration | undefined): Ingestion {
  const parsing = configuration?.parsingConfiguration;
  const custom = configuration?.customTransformationConfiguration;
  return {
    chunkingStrategy: configuration?.chunkingConfiguration?.chunkingStrategy ?? null,
    parsingStrategy: parsing?.parsingStrategy ?? null,
    parsingModelArn: parsing?.bedrockFoundationModelConfiguration?.modelArn ?? null,
    transformationLambdaArns: list(custom?.transformations).flatMap(
      ({ transformationFunction }) =>
        transformationFunction?.transformationLambdaConfiguration?.lambdaArn ?? [],
    ),
    intermediateStorageUri: custom?.intermediateStorage?.s3Location?.uri ?? null,
  };
}

/** One job of a list; a job that has only started has no statistics. */
export function toIngestionJob(summary: IngestionJobSummary): IngestionJob {
  return {
    ingestionJobId: text(summary.ingestionJobId, 'ingestionJobSummaries.ingestionJobId'),
    status: summary.status ?? 'UNKNOWN',
    startedAt: instant(summary.startedAt),
    updatedAt: instant(summary.updatedAt),
    statistics: summary.statistics === undefined ? null : toStatistics(summary.statistics),
  };
}

/** Documents; AWS leaves out the counts that are zero. */
function toStatistics(statistics: IngestionJobStatistics): IngestionStatistics {
  return {
    scanned: statistics.numberOfDocumentsScanned ?? 0,
    indexed: statistics.numberOfNewDocumentsIndexed ?? 0,
    modified: statistics.numberOfModifiedDocumentsIndexed ?? 0,
    deleted: statistics.numberOfDocumentsDeleted ?? 0,
    failed: statistics.numberOfDocumentsFailed ?? 0,
    skipped: statistics.numberOfDocumentsSkipped ?? 0,
  };
}
