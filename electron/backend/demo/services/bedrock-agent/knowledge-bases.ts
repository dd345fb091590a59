import type {
  KnowledgeBase,
  KnowledgeBaseDataSource,
} from '../../../../../shared/model/dataset.ts';
import { objectOf, requiredText, textOf } from '../../protocols/input.ts';
import type { Call, Operation } from '../../service.ts';
import { knownValue } from '../../world/agents/known.ts';
import { bedrockPage } from '../bedrock/bedrock-page.ts';
import { dataSourceDetail, ingestionJobSummary } from './data-source-wire.ts';
import { knowledgeBaseDetail } from './knowledge-base-wire.ts';
import { agentResource, notFound } from './resources.ts';

const BASE = '/knowledgebases/{knowledgeBaseId}';
const MADE = '2026-02-09T08:40:00Z';
const resource = agentResource('knowledge-base', 'knowledgeBaseId');

/** Knowledge bases, their data sources and ingestion jobs. */
export const knowledgeBaseOperations: Readonly<Record<string, Operation>> = {
  ListKnowledgeBases: {
    http: 'POST /knowledgebases/',
    action: 'bedrock:ListKnowledgeBases',
    run: listKnowledgeBases,
  },
  GetKnowledgeBase: {
    http: `GET ${BASE}`,
    action: 'bedrock:GetKnowledgeBase',
    resource,
    run: (call) => ({ knowledgeBase: knowledgeBaseDetail(findKnowledgeBase(call)) }),
  },
  ListDataSources: {
    http: `POST ${BASE}/datasources/`,
    action: 'bedrock:ListDataSources',
    resource,
    run: listDataSources,
  },
  GetDataSource: {
    http: `GET ${BASE}/datasources/{dataSourceId}`,
    action: 'bedrock:GetDataSource',
    resource,
    run: (call) => {
      const { of, source } = findDataSource(call);
      return { dataSource: dataSourceDetail(of, source) };
    },
  },
  ListIngestionJobs: {
    http: `POST ${BASE}/datasources/{dataSourceId}/ingestionjobs/`,
    action: 'bedrock:ListIngestionJobs',
    resource,
    run: listIngestionJobs,
  },
};

function findKnowledgeBase(call: Call): KnowledgeBase {
  const id = requiredText(call.input, 'knowledgeBaseId');
  const base = call.world
    .knowledgeBases(call.identity.accountId, call.region)
    .find((one) => one.knowledgeBaseId === id);
  if (base === undefined) throw notFound(`KnowledgeBase with id ${id} does not exist.`);
  return base;
}

function findDataSource(call: Call) {
  const { knowledgeBaseId, dataSources } = findKnowledgeBase(call);
  const dataSourceId = requiredText(call.input, 'dataSourceId');
  const source = knownValue(dataSources).find((one) => one.dataSourceId === dataSourceId);
  if (source === undefined) throw notFound(`DataSource with id ${dataSourceId} does not exist.`);
  return { of: { knowledgeBaseId, dataSourceId }, source };
}

function listKnowledgeBases(call: Call): object {
  const all = call.world.knowledgeBases(call.identity.accountId, call.region);
  const page = bedrockPage(call, all);
  return {
    knowledgeBaseSummaries: page.items.map(({ knowledgeBaseId, name, status, updatedAt }) => ({
      knowledgeBaseId,
      name,
      status,
      updatedAt: updatedAt ?? MADE,
    })),
    nextToken: page.next,
  };
}

function listDataSources(call: Call): object {
  const { knowledgeBaseId, dataSources } = findKnowledgeBase(call);
  const page = bedrockPage(call, knownValue(dataSources));
  return {
    dataSourceSummaries: page.items.map(({ dataSourceId, name, status }) => ({
      knowledgeBaseId,
      dataSourceId,
      name,
      status,
      updatedAt: MADE,
    })),
    nextToken: page.next,
  };
}

function listIngestionJobs(call: Call): object {
  const { of, source } = findDataSource(call);
  const page = bedrockPage(call, inOrder(source, objectOf(call.input, 'sortBy')));
  return {
    ingestionJobSummaries: page.items.map((job) => ingestionJobSummary(of, job)),
    nextToken: page.next,
  };
}

/** The world holds jobs newest first; AWS promises an order only when asked for one. */
function inOrder(source: KnowledgeBaseDataSource, sortBy: ReturnType<typeof objectOf>) {
  const jobs = knownValue(source.ingestionJobs);
  const order = sortBy === undefined ? undefined : textOf(sortBy, 'order');
  return order === 'DESCENDING' ? jobs : jobs.toReversed();
}
