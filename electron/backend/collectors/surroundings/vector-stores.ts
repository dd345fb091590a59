import type { CollectionDetail, OpenSearchServerless } from '@aws-sdk/client-opensearchserverless';
import type { Part, ResourceUse, SearchCollection } from '../../../../shared/model/dataset.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { list, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { accessTo } from './collection-access.ts';
import { encryptionOf } from './collection-encryption.ts';
import { readPolicies } from './collection-policies.ts';
import type { PolicyDocument } from './collection-resource.ts';
import { allTold, byName, known, maybe, type Namer, namer, type Told } from './namers.ts';

/** A collection that a knowledge base names, by its ARN. */
interface NamedCollection {
  readonly name: string;
  readonly by: string;
}

/** The most that BatchGetCollection takes. */
const BATCH = 100;

const collectionNamers: readonly Namer<NamedCollection>[] = [
  namer('knowledge-bases', ({ knowledgeBaseId, settings }) => {
    const store = known(settings)?.storage;
    const arn = store?.type === 'OPENSEARCH_SERVERLESS' ? store.resourceArn : null;
    return maybe(arn, { by: known(settings)?.knowledgeBaseArn ?? knowledgeBaseId });
  }),
];

/** The collections of OpenSearch Serverless that hold vectors, who reaches them, and whose keys they have. */
export const vectorStores: Collector<'vector-stores'> = {
  dataset: 'vector-stores',
  title: 'Vector stores in OpenSearch Serverless',
  scope: 'region',
  iamActions: ['aoss:BatchGetCollection', 'aoss:ListSecurityPolicies', 'aoss:GetSecurityPolicy'],
  follows: collectionNamers.map(({ dataset }) => dataset),
  collect: async (context) => {
    const named = byName(await allTold(context, collectionNamers));
    if (named.size === 0) return [];
    const client = await context.clients.searchServerless(context.region);
    const found = await context.part('aoss:BatchGetCollection', () =>
      details(context, client, [...named.keys()]),
    );
    const collections = [...named].map(([collectionArn, uses]) => ({
      collectionArn,
      uses: uses.map(toUse),
      settings: settingsOf(collectionArn, found),
    }));
    const names = collections.flatMap(({ settings }) => known(settings)?.name ?? []);
    const [network, encryption] = await Promise.all([
      readPolicies(context, client, { type: 'network', collections: names }),
      readPolicies(context, client, { type: 'encryption', collections: names }),
    ]);
    const said = saidOf(context);
    return inParallel(collections, 1, async (collection) => ({
      ...collection,
      access: await said(collection, network, (name, policies) =>
        policies.flatMap((policy) => accessTo(name, policy)),
      ),
      encryption: await said(collection, encryption, encryptionOf),
    }));
  },
};

/** What policies say of a collection; nothing of one that does not exist. */
function saidOf({ part }: CollectContext) {
  return async <T>(
    { settings }: Pick<SearchCollection, 'settings'>,
    policies: Part<readonly PolicyDocument[]>,
    say: (name: string, policies: readonly PolicyDocument[]) => readonly T[],
  ): Promise<Part<readonly T[]>> => {
    if (!settings.read) return settings;
    if (settings.value === null) return { read: true, value: [] };
    const { name } = settings.value;
    if (!policies.read) return policies;
    return part('aoss:GetSecurityPolicy', async () => say(name, policies.value));
  };
}

async function details(
  { call }: CollectContext,
  client: OpenSearchServerless,
  arns: readonly string[],
): Promise<readonly CollectionDetail[]> {
  const ids = arns.map((arn) => arn.split('/')[1] ?? arn);
  const batches = Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, at) =>
    ids.slice(at * BATCH, (at + 1) * BATCH),
  );
  const answers = await inParallel(batches, 1, (batch) =>
    call('aoss:BatchGetCollection', (options) =>
      client.batchGetCollection({ ids: batch }, options),
    ),
  );
  return answers.flatMap(({ collectionDetails }) => list(collectionDetails));
}

function settingsOf(
  arn: string,
  found: Part<readonly CollectionDetail[]>,
): SearchCollection['settings'] {
  if (!found.read) return found;
  const detail = found.value.find((one) => one.arn === arn);
  return { read: true, value: detail === undefined ? null : toCollectionSettings(detail) };
}

/** A collection; `auto` is what the service answers for the key that AWS owns. */
export function toCollectionSettings(
  detail: CollectionDetail,
): NonNullable<Extract<SearchCollection['settings'], { read: true }>['value']> {
  const { kmsKeyArn = '' } = detail;
  const owner = kmsKeyArn === 'auto' ? 'aws' : 'customer';
  return {
    name: text(detail.name, 'collectionDetails.name'),
    status: detail.status ?? 'UNKNOWN',
    type: detail.type ?? 'UNKNOWN',
    keyOwner: kmsKeyArn === '' ? 'unknown' : owner,
    kmsKeyArn: owner === 'aws' || kmsKeyArn === '' ? null : kmsKeyArn,
  };
}

function toUse({ dataset, by }: Told<NamedCollection>): ResourceUse {
  return { dataset, by };
}
