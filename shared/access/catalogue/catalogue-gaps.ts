import type {
  CollectedDatasetId,
  PromptRouter,
  ReadOutcome,
  Snapshot,
} from '../../model/dataset.ts';
import { ACCOUNT_SCOPE } from '../../model/dataset.ts';
import { grantableAction } from '../../model/read-outcome.ts';
import type { AccessGap } from '../world/access-world.ts';
import { profilesByPlace } from './create-catalogue.ts';
import { hasMantle } from './mantle-models.ts';
import { itemsOf, type Place, readingsByDataset } from './place.ts';
import { isProfileArn, routerModels } from './router-routes.ts';

/** What cannot be said of a place without a dataset. */
const CONSEQUENCES = {
  'foundation-models': 'Which models can be called there under their own id is not known.',
  'inference-profiles': 'Which inference profiles can be called there is not known.',
  'prompt-routers': 'Which prompt routers can be called there is not known.',
  'provisioned-throughputs': 'Which provisioned throughput can be called there is not known.',
  'custom-model-deployments': 'Which deployed custom models can be called there is not known.',
  'imported-models': 'Which imported models can be called there is not known.',
  'marketplace-endpoints': 'Which Marketplace models can be called there is not known.',
} as const satisfies Partial<Record<CollectedDatasetId, string>>;

type CatalogueDataset = keyof typeof CONSEQUENCES;

const DATASETS = Object.keys(CONSEQUENCES) as readonly CatalogueDataset[];

const MANTLE_REASON =
  'AWS has no SDK operation that lists the projects and models of the bedrock-mantle endpoint.';

/** Everything that is missing from the catalogue because it was not read, or cannot be. */
export function catalogueGaps(readings: Snapshot['readings']): readonly AccessGap[] {
  const of = readingsByDataset(readings);
  const read = new Map(
    DATASETS.flatMap((dataset) =>
      of(dataset).map((reading) => [keyOf(dataset, reading), reading.outcome] as const),
    ),
  );
  const places = placesOf(DATASETS.flatMap((dataset): readonly Place[] => of(dataset)));
  const profiles = profilesByPlace(of);
  const routers = itemsOf(of('prompt-routers')).flatMap(({ item, place }) =>
    routerModels(item)
      .filter((arn) => isProfileArn(arn) && profiles(place)(arn) === undefined)
      .map((arn) => unknownProfile(item, arn, place)),
  );
  return [
    ...places.flatMap((place) =>
      DATASETS.flatMap((dataset) => unreadGap(dataset, place, read.get(keyOf(dataset, place)))),
    ),
    ...routers,
    ...mantleGaps(places),
  ];
}

/** What an unread dataset hides; nothing where AWS says that the Region does not have it. */
function unreadGap(
  dataset: CatalogueDataset,
  { accountId, region }: Place,
  outcome: ReadOutcome | undefined,
): readonly AccessGap[] {
  if (outcome?.status === 'collected' || outcome?.status === 'unavailable') return [];
  const action = outcome === undefined ? null : grantableAction(outcome);
  const reason = outcome?.reason ?? 'It was not read yet.';
  return [{ dataset, accountId, region, action, reason, consequence: CONSEQUENCES[dataset] }];
}

function unknownProfile(
  { promptRouterArn }: PromptRouter,
  arn: string,
  { accountId, region }: Place,
): AccessGap {
  return {
    dataset: 'prompt-routers',
    accountId,
    region,
    action: null,
    reason: `It may choose ${arn}, which is not among the profiles that were read.`,
    consequence: `Who may call ${promptRouterArn} is not known.`,
  };
}

function mantleGaps(places: readonly Place[]): readonly AccessGap[] {
  const accounts = places.filter(({ region }) => hasMantle(region));
  return [...new Set(accounts.map(({ accountId }) => accountId))].map((accountId) => ({
    dataset: 'foundation-models',
    accountId,
    region: ACCOUNT_SCOPE,
    action: null,
    reason: MANTLE_REASON,
    consequence:
      'Beside the default project and models that bedrock-runtime has too, only those are known that calls were seen to use.',
  }));
}

function placesOf(readings: readonly Place[]): readonly Place[] {
  const places = new Map<string, Place>();
  for (const { accountId, region } of readings) {
    places.set(`${accountId} ${region}`, { accountId, region });
  }
  return [...places.values()];
}

function keyOf(dataset: CatalogueDataset, { accountId, region }: Place): string {
  return `${dataset} ${accountId} ${region}`;
}
