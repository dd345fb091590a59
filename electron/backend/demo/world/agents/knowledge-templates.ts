import type {
  DataSourceSettings,
  IngestionJob,
  KnowledgeBase,
  KnowledgeBaseDataSource,
  KnowledgeBaseSettings,
  VectorStore,
} from '../../../../../shared/model/dataset.ts';
import { instantOfMs } from '../../../../../shared/model/period.ts';
import { uuidOf } from '../identifiers.ts';
import { known } from './known.ts';
import { knowledgeBaseArn, knowledgeBaseId, type Place, tenCharacterId } from './names.ts';
import { serviceRoleArn } from './roles.ts';

const DAY_MS = 86_400_000;
const JOB_MS = 14 * 60_000;

/** The syncs of a data source, counted back from now. */
export interface SyncPlan {
  /** Days ago of the newest one. */
  readonly last: number;
  readonly everyDays: number;
  readonly count: number;
  /** How the newest one ended; all before it were complete. */
  readonly status?: 'COMPLETE' | 'FAILED' | 'IN_PROGRESS';
  readonly failed?: number;
}

/** A data source as its story tells it. */
export interface SourcePlan {
  readonly name: string;
  readonly settings: Partial<DataSourceSettings> & Pick<DataSourceSettings, 'type'>;
  readonly syncs?: SyncPlan;
}

/** A knowledge base as its story tells it; what is left out is absent. */
export interface KnowledgePlan {
  readonly place: Place;
  readonly name: string;
  readonly status?: string;
  readonly settings: Partial<KnowledgeBaseSettings> &
    Pick<KnowledgeBaseSettings, 'type' | 'roleArn'>;
  readonly sources: readonly SourcePlan[];
  /** The statement by which others may use it. */
  readonly sharedWith?: object;
}

/** The ARN of a foundation model in a Region. */
export function modelArn(region: string, modelId: string): string {
  return `arn:aws:bedrock:${region}::foundation-model/${modelId}`;
}

/** The role of a knowledge base, by the last part of its name. */
export function knowledgeRole(accountId: string, name: string): string {
  return serviceRoleArn(accountId, `AmazonBedrockExecutionRoleForKnowledgeBase_${name}`);
}

/** What the shop and research embed with. */
export const TITAN_EAST = modelArn('us-east-1', 'amazon.titan-embed-text-v2:0');

/** A store of which only some members are said. */
export function vectorStore(type: string, members: Partial<VectorStore>): VectorStore {
  return {
    type,
    resourceArn: null,
    endpoint: null,
    indexName: null,
    credentialsSecretArn: null,
    endpointServiceName: null,
    ...members,
  };
}

/** The knowledge base that AWS would tell of at a time. */
export function knowledgeBaseOf(plan: KnowledgePlan, nowMs: number): KnowledgeBase {
  const { place, name } = plan;
  return {
    knowledgeBaseId: knowledgeBaseId(place, name),
    name,
    status: plan.status ?? 'ACTIVE',
    updatedAt: '2026-09-14T10:05:00Z',
    settings: known({
      knowledgeBaseArn: knowledgeBaseArn(place, name),
      embeddingModelArn: null,
      kendraIndexArn: null,
      queryEngine: null,
      kmsKeyArn: null,
      supplementalStorageUris: [],
      storage: null,
      failureReasons: [],
      ...plan.settings,
    }),
    dataSources: known(plan.sources.map((source) => sourceOf(source, plan, nowMs))),
  };
}

function sourceOf(
  source: SourcePlan,
  { place, name }: KnowledgePlan,
  nowMs: number,
): KnowledgeBaseDataSource {
  const dataSourceId = tenCharacterId('data-source', place, `${name}/${source.name}`);
  return {
    dataSourceId,
    name: source.name,
    status: 'AVAILABLE',
    settings: known({
      bucketArn: null,
      bucketOwnerAccountId: null,
      inclusionPrefixes: [],
      urls: [],
      credentialsSecretArn: null,
      kmsKeyArn: null,
      dataDeletionPolicy: null,
      chunkingStrategy: null,
      parsingStrategy: null,
      parsingModelArn: null,
      transformationLambdaArns: [],
      intermediateStorageUri: null,
      failureReasons: [],
      ...source.settings,
    }),
    ingestionJobs: known(jobsOf(dataSourceId, source.syncs, nowMs)),
  };
}

/** The newest first. Documents differ from job to job by the job's own id. */
function jobsOf(
  dataSourceId: string,
  syncs: SyncPlan | undefined,
  nowMs: number,
): readonly IngestionJob[] {
  if (syncs === undefined) return [];
  const { last, everyDays, count, status = 'COMPLETE', failed = 0 } = syncs;
  return Array.from({ length: count }, (_, index) => {
    const startedMs = Math.floor((nowMs - (last + index * everyDays) * DAY_MS) / 1000) * 1000;
    const job = uuidOf(`${dataSourceId}/${index}`).replaceAll('-', '').slice(0, 10).toUpperCase();
    const scanned = 800 + (Number.parseInt(job.slice(0, 4), 16) % 400);
    return {
      ingestionJobId: job,
      status: index === 0 ? status : 'COMPLETE',
      startedAt: instantOfMs(startedMs),
      updatedAt: instantOfMs(startedMs + JOB_MS),
      statistics: {
        scanned,
        indexed: scanned % 17,
        modified: scanned % 11,
        deleted: scanned % 3,
        failed: index === 0 ? failed : 0,
        skipped: 0,
      },
    };
  });
}
