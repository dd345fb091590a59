import type {
  DataSourceSettings,
  IngestionJob,
  KnowledgeBase,
  KnowledgeBaseDataSource,
  KnowledgeBaseSettings,
  Part,
  Unread,
} from '../../shared/model/dataset.ts';
import { countOf, exactCount } from '../format.ts';
import type { Described } from './base-entry.ts';
import type { EntrySection, Fact, Value } from './entry.ts';
import {
  arnValue,
  bucketName,
  bucketValue,
  fact,
  keyValue,
  modelValue,
  NAMES,
  partFact,
  roleValue,
  statusFact,
  textValue,
  timeFact,
} from './facts.ts';

/** A knowledge base with its store, sources and newest syncs. */
export function describeKnowledgeBase(base: KnowledgeBase): Described {
  const { knowledgeBaseId, name, status, settings, dataSources, updatedAt } = base;
  return {
    kind: 'Knowledge base',
    name,
    awsId: knowledgeBaseId,
    facts: [
      partFact({ id: 'type', label: 'Type' }, [settings], ({ type }) => [{ text: inWords(type) }]),
      partFact(
        { id: 'storage', label: 'Storage', none: 'managed by AWS' },
        [settings],
        storageValue,
      ),
      partFact({ ...NAMES.models, label: 'Embedding model' }, [settings], (each) =>
        modelValue(each.embeddingModelArn),
      ),
      sourcesFact(dataSources),
      syncFact(dataSources),
      keyFact(base),
      partFact(NAMES.role, [settings], ({ roleArn }) => roleValue(roleArn)),
      statusFact(status),
      timeFact(NAMES.updated, updatedAt),
      partFact({ id: 'media', label: 'Extracted media' }, [settings], (each) =>
        each.supplementalStorageUris.flatMap(bucketValue),
      ),
    ],
    sections: [
      ...storageSections(settings),
      ...(dataSources.read ? dataSources.value.map(sourceSection) : []),
    ],
  };
}

const WORDS: Readonly<Record<string, string>> = {
  OPENSEARCH_SERVERLESS: 'OpenSearch Serverless',
  OPENSEARCH_MANAGED_CLUSTER: 'OpenSearch cluster',
  PINECONE: 'Pinecone',
  REDIS_ENTERPRISE_CLOUD: 'Redis Enterprise Cloud',
  RDS: 'Aurora (RDS)',
  MONGO_DB_ATLAS: 'MongoDB Atlas',
  NEPTUNE_ANALYTICS: 'Neptune Analytics',
  S3_VECTORS: 'S3 Vectors',
  SQL: 'SQL',
  S3: 'S3',
};

/** AWS's constant as people write it. */
function inWords(constant: string): string {
  const spelled = WORDS[constant];
  if (spelled !== undefined) return spelled;
  const words = constant.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function storageValue(settings: KnowledgeBaseSettings): readonly Value[] {
  const { storage, kendraIndexArn, queryEngine } = settings;
  if (storage !== null) {
    const full = storage.resourceArn ?? storage.endpoint;
    return [{ text: inWords(storage.type), ...(full === null ? {} : { full }) }];
  }
  if (kendraIndexArn !== null) return [{ text: 'Kendra', full: kendraIndexArn }];
  if (queryEngine === null) return [];
  const full = queryEngine.resource;
  return [{ text: `Redshift ${queryEngine.type.toLowerCase()}`, ...(full !== null && { full }) }];
}

function sourcesFact(dataSources: KnowledgeBase['dataSources']): Fact {
  const name = { id: 'sources', label: 'Data sources' };
  if (!dataSources.read) return partFact(name, [dataSources], () => []);
  return fact(
    name,
    dataSources.value.map(({ name: source, settings }) => ({
      text: settings.read ? placeOfSource(settings.value, source) : source,
    })),
  );
}

function placeOfSource({ type, bucketArn }: DataSourceSettings, name: string): string {
  if (bucketArn !== null) return bucketName(bucketArn);
  return `${name} (${inWords(type)})`;
}

/** The newest sync of every source that ended well; what has none warns. */
function syncFact(dataSources: KnowledgeBase['dataSources']): Fact {
  const name = { id: 'sync', label: 'Last sync', none: 'no data source' };
  if (!dataSources.read) return partFact(name, [dataSources], () => []);
  return partFact(
    name,
    dataSources.value.map(({ ingestionJobs }) => ingestionJobs),
    (jobs) => [syncValue(jobs)],
  );
}

function syncValue(jobs: readonly IngestionJob[]): Value {
  const newest = jobs[0];
  if (newest === undefined) return { text: 'never', warns: true };
  const at = newest.updatedAt ?? newest.startedAt;
  const failed = newest.statistics?.failed ?? 0;
  const done = failed > 0 ? `${countOf(failed, 'document')} failed,` : '';
  const words = newest.status === 'COMPLETE' ? done : inWords(newest.status);
  return {
    text: words,
    ...(at === null ? {} : { at }),
    ...((newest.status === 'FAILED' || failed > 0) && { warns: true }),
  };
}

/** The customer's keys: of a managed base itself, and of documents while they are taken in. */
function keyFact({ settings, dataSources }: KnowledgeBase): Fact {
  const ofSources: readonly Part<string | null>[] = dataSources.read
    ? dataSources.value.map(({ settings: own }) =>
        own.read ? { read: true, value: own.value.kmsKeyArn } : own,
      )
    : [dataSources];
  const own: Part<string | null> = settings.read
    ? { read: true, value: settings.value.kmsKeyArn }
    : settings;
  return partFact(NAMES.key, [own, ...ofSources], keyValue);
}

function storageSections(settings: Part<KnowledgeBaseSettings>): readonly EntrySection[] {
  const storage = settings.read ? settings.value.storage : null;
  if (storage === null) return [];
  return [
    {
      title: `Vector store: ${inWords(storage.type)}`,
      facts: [
        fact({ id: 'resource', label: 'Resource' }, arnValue(storage.resourceArn)),
        fact({ id: 'endpoint', label: 'Endpoint' }, textValue(storage.endpoint)),
        fact({ id: 'index', label: 'Index' }, textValue(storage.indexName)),
        fact({ id: 'secret', label: 'Credentials' }, arnValue(storage.credentialsSecretArn)),
      ],
    },
  ];
}

function sourceSection(source: KnowledgeBaseDataSource): EntrySection {
  const { name, status, settings, ingestionJobs } = source;
  const settingsFact = (
    id: string,
    label: string,
    valuesOf: (value: DataSourceSettings) => readonly Value[],
  ) => partFact({ id, label }, [settings], valuesOf);
  return {
    title: `Data source: ${name}`,
    facts: [
      settingsFact('type', 'Type', ({ type }) => [{ text: inWords(type) }]),
      settingsFact('place', 'From', ({ bucketArn, urls }) => [
        ...bucketValue(bucketArn),
        ...urls.map((text) => ({ text })),
      ]),
      settingsFact('prefixes', 'Only below', (each) =>
        each.inclusionPrefixes.map((text) => ({ text })),
      ),
      settingsFact('chunking', 'Chunking', (each) =>
        textValue(each.chunkingStrategy === null ? null : inWords(each.chunkingStrategy)),
      ),
      settingsFact('deletion', 'When deleted', (each) =>
        textValue(each.dataDeletionPolicy === null ? null : inWords(each.dataDeletionPolicy)),
      ),
      partFact(NAMES.key, [settings], ({ kmsKeyArn }) => keyValue(kmsKeyArn)),
      partFact({ id: 'syncs', label: 'Newest syncs', none: 'never' }, [ingestionJobs], (jobs) =>
        jobs.slice(0, 3).map((job) => syncDetail(job)),
      ),
      statusFact(status),
    ],
  };
}

function syncDetail({ status, updatedAt, startedAt, statistics }: IngestionJob): Value {
  const at = updatedAt ?? startedAt;
  const counts =
    statistics === null
      ? ''
      : `, ${exactCount(statistics.scanned)} scanned, ${exactCount(statistics.failed)} failed`;
  return {
    text: `${inWords(status)}${counts}`,
    ...(at === null ? {} : { at }),
    ...(status === 'FAILED' && { warns: true }),
  };
}

/** The end of the newest complete sync of any source of a knowledge base. */
export type LastSync =
  | { readonly state: 'synced'; readonly at: string }
  | { readonly state: 'never' }
  | { readonly state: 'unknown'; readonly outcome: Unread };

/** When a knowledge base last took in documents; never where no job of any source completed. */
export function lastSync({ dataSources }: KnowledgeBase): LastSync | null {
  if (!dataSources.read) return { state: 'unknown', outcome: dataSources.outcome };
  if (dataSources.value.length === 0) return null;
  const jobs = dataSources.value.flatMap(({ ingestionJobs }) =>
    ingestionJobs.read ? ingestionJobs.value : [],
  );
  const ends = jobs.flatMap(({ status, updatedAt }) =>
    status === 'COMPLETE' && updatedAt !== null ? [updatedAt] : [],
  );
  const newest = ends.sort().at(-1);
  if (newest !== undefined) return { state: 'synced', at: newest };
  for (const { ingestionJobs } of dataSources.value) {
    if (!ingestionJobs.read) return { state: 'unknown', outcome: ingestionJobs.outcome };
  }
  return { state: 'never' };
}

/** Whether the newest sync of any source of a knowledge base failed, whatever came before it. */
export function newestSyncFailed({ dataSources }: KnowledgeBase): boolean {
  if (!dataSources.read) return false;
  return dataSources.value.some(({ ingestionJobs }) => {
    if (!ingestionJobs.read) return false;
    const newest = [...ingestionJobs.value].sort((a, b) => (beginOf(a) < beginOf(b) ? 1 : -1))[0];
    return newest?.status === 'FAILED';
  });
}

function beginOf({ startedAt, updatedAt }: IngestionJob): string {
  return startedAt ?? updatedAt ?? '';
}
