import type { CollectionDetail, OpenSearchServerless } from '@aws-sdk/client-opensearchserverless';
import type {
  CollectionAccess,
  Part,
  ResourceUse,
  SearchCollection,
} from '../../../../shared/model/dataset.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { paginate } from '../../aws/paginate.ts';
import { list, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { accessTo } from './collection-access.ts';
import { allTold, byName, known, maybe, type Namer, namer, type Told } from './namers.ts';

/** A collection that a knowledge base names, by its ARN. */
interface NamedCollection {
  readonly name: string;
  readonly by: string;
}

const AT_ONCE = 4;
/** The most that BatchGetCollection takes. */
const BATCH = 100;

const collectionNamers: readonly Namer<NamedCollection>[] = [
  namer('knowledge-bases', ({ knowledgeBaseId, settings }) => {
    const store = known(settings)?.storage;
    const arn = store?.type === 'OPENSEARCH_SERVERLESS' ? store.resourceArn : null;
    return maybe(arn, { by: known(settings)?.knowledgeBaseArn ?? knowledgeBaseId });
  }),
];

/** The collections of OpenSearch Serverless that hold vectors, and who reaches them. */
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
    return inParallel([...named], AT_ONCE, async ([arn, uses]) => {
      const settings = settingsOf(arn, found);
      return {
        collectionArn: arn,
        uses: uses.map(toUse),
        settings,
        access: await readAccess(context, client, settings),
      };
    });
  },
};

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
export function toCollectionSettings(detail: CollectionDetail) {
  const { kmsKeyArn } = detail;
  return {
    name: text(detail.name, 'collectionDetails.name'),
    status: detail.status ?? 'UNKNOWN',
    type: detail.type ?? 'UNKNOWN',
    kmsKeyArn: kmsKeyArn === undefined || kmsKeyArn === 'auto' ? null : kmsKeyArn,
  };
}

async function readAccess(
  context: CollectContext,
  client: OpenSearchServerless,
  settings: SearchCollection['settings'],
): Promise<Part<readonly CollectionAccess[]>> {
  if (!settings.read) return settings;
  if (settings.value === null) return { read: true, value: [] };
  const { name } = settings.value;
  const policies = await context.part('aoss:ListSecurityPolicies', () =>
    networkPolicies(context, client, name),
  );
  if (!policies.read) return policies;
  return context.part('aoss:GetSecurityPolicy', async () => {
    const read = await inParallel(policies.value, AT_ONCE, (policy) =>
      readPolicy(context, client, policy),
    );
    return read.flatMap((policy) => accessTo(name, policy));
  });
}

async function networkPolicies(
  { call }: CollectContext,
  client: OpenSearchServerless,
  collection: string,
): Promise<readonly string[]> {
  const resource = [`collection/${collection}`];
  const pages = paginate(
    (nextToken) =>
      call('aoss:ListSecurityPolicies', (options) =>
        client.listSecurityPolicies(
          { type: 'network', resource, maxResults: 100, nextToken },
          options,
        ),
      ),
    (page) => page.nextToken,
  );
  const names: string[] = [];
  for await (const page of pages) {
    names.push(...list(page.securityPolicySummaries).flatMap(({ name }) => name ?? []));
  }
  return names;
}

async function readPolicy(
  { call }: CollectContext,
  client: OpenSearchServerless,
  name: string,
): Promise<{ readonly name: string; readonly document: unknown }> {
  const answer = await call('aoss:GetSecurityPolicy', (options) =>
    client.getSecurityPolicy({ type: 'network', name }, options),
  );
  return { name, document: answer.securityPolicyDetail?.policy };
}

function toUse({ dataset, by }: Told<NamedCollection>): ResourceUse {
  return { dataset, by };
}
