import type {
  BedrockAgent,
  DataSourceSummary,
  KnowledgeBaseSummary,
} from '@aws-sdk/client-bedrock-agent';
import type {
  DataSourceSettings,
  IngestionJob,
  KnowledgeBase,
  KnowledgeBaseDataSource,
  KnowledgeBaseSettings,
  Part,
} from '../../../../shared/model/dataset.ts';
import { allItems } from '../../aws/all-items.ts';
import { inParallel, together } from '../../aws/in-parallel.ts';
import { instant, list, required, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { toDataSourceSettings, toIngestionJob } from './data-source-settings.ts';
import { toKnowledgeBaseSettings } from './knowledge-base-settings.ts';

const AT_ONCE = 4;
const NEWEST_JOBS = 10;

/** Every knowledge base of a Region with its store, its data sources and their last syncs. */
export const knowledgeBases: Collector<'knowledge-bases'> = {
  dataset: 'knowledge-bases',
  title: 'Knowledge bases, their data sources and last syncs',
  scope: 'region',
  iamActions: [
    'bedrock:ListKnowledgeBases',
    'bedrock:GetKnowledgeBase',
    'bedrock:ListDataSources',
    'bedrock:GetDataSource',
    'bedrock:ListIngestionJobs',
  ],
  collect: async (context) => {
    const client = await context.clients.bedrockAgent(context.region);
    const summaries = await allItems(
      (nextToken) =>
        context.call('bedrock:ListKnowledgeBases', (options) =>
          client.listKnowledgeBases({ maxResults: 1000, nextToken }, options),
        ),
      (page) => page.knowledgeBaseSummaries,
    );
    return inParallel(summaries, AT_ONCE, (summary) => readKnowledgeBase(context, client, summary));
  },
};

async function readKnowledgeBase(
  context: CollectContext,
  client: BedrockAgent,
  summary: KnowledgeBaseSummary,
): Promise<KnowledgeBase> {
  const knowledgeBaseId = text(summary.knowledgeBaseId, 'knowledgeBaseSummaries.knowledgeBaseId');
  const [settings, dataSources] = await together([
    readSettings(context, client, knowledgeBaseId),
    readDataSources(context, client, knowledgeBaseId),
  ]);
  return {
    knowledgeBaseId,
    name: summary.name ?? knowledgeBaseId,
    status: summary.status ?? 'UNKNOWN',
    updatedAt: instant(summary.updatedAt),
    settings,
    dataSources,
  };
}

function readSettings(
  { call, part }: CollectContext,
  client: BedrockAgent,
  knowledgeBaseId: string,
): Promise<Part<KnowledgeBaseSettings>> {
  return part('bedrock:GetKnowledgeBase', async () => {
    const answer = await call('bedrock:GetKnowledgeBase', (options) =>
      client.getKnowledgeBase({ knowledgeBaseId }, options),
    );
    return toKnowledgeBaseSettings(required(answer.knowledgeBase, 'knowledgeBase'));
  });
}

function readDataSources(
  context: CollectContext,
  client: BedrockAgent,
  knowledgeBaseId: string,
): Promise<Part<readonly KnowledgeBaseDataSource[]>> {
  const { call, part } = context;
  return part('bedrock:ListDataSources', async () => {
    const summaries = await allItems(
      (nextToken) =>
        call('bedrock:ListDataSources', (options) =>
          client.listDataSources({ knowledgeBaseId, maxResults: 1000, nextToken }, options),
        ),
      (page) => page.dataSourceSummaries,
    );
    return inParallel(summaries, AT_ONCE, (summary) =>
      readDataSource(context, client, { knowledgeBaseId, summary }),
    );
  });
}

async function readDataSource(
  context: CollectContext,
  client: BedrockAgent,
  of: { readonly knowledgeBaseId: string; readonly summary: DataSourceSummary },
): Promise<KnowledgeBaseDataSource> {
  const { knowledgeBaseId, summary } = of;
  const dataSourceId = text(summary.dataSourceId, 'dataSourceSummaries.dataSourceId');
  const asked = { knowledgeBaseId, dataSourceId };
  const [settings, ingestionJobs] = await together([
    readSourceSettings(context, client, asked),
    readIngestionJobs(context, client, asked),
  ]);
  return {
    dataSourceId,
    name: summary.name ?? dataSourceId,
    status: summary.status ?? 'UNKNOWN',
    settings,
    ingestionJobs,
  };
}

type Asked = { readonly knowledgeBaseId: string; readonly dataSourceId: string };

function readSourceSettings(
  { call, part }: CollectContext,
  client: BedrockAgent,
  asked: Asked,
): Promise<Part<DataSourceSettings>> {
  return part('bedrock:GetDataSource', async () => {
    const answer = await call('bedrock:GetDataSource', (options) =>
      client.getDataSource(asked, options),
    );
    return toDataSourceSettings(required(answer.dataSource, 'dataSource'));
  });
}

/** One page, sorted by AWS: a source that syncs hourly has thousands of jobs. */
function readIngestionJobs(
  { call, part }: CollectContext,
  client: BedrockAgent,
  asked: Asked,
): Promise<Part<readonly IngestionJob[]>> {
  return part('bedrock:ListIngestionJobs', async () => {
    const page = await call('bedrock:ListIngestionJobs', (options) =>
      client.listIngestionJobs(
        {
          ...asked,
          sortBy: { attribute: 'STARTED_AT', order: 'DESCENDING' },
          maxResults: NEWEST_JOBS,
        },
        options,
      ),
    );
    return list(page.ingestionJobSummaries).map(toIngestionJob);
  });
}
