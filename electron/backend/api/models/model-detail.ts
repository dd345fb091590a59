import type { ModelDetail, ModelPlace, ModelRow } from '../../../../shared/api/answers.ts';
import { AppError } from '../../../../shared/model/app-error.ts';
import type { CollectedDatasetId } from '../../../../shared/model/dataset.ts';
import { foundationId } from '../../../../shared/model/model-id.ts';
import type { ApiContext } from '../context.ts';
import type { ReadingsOfDataset } from '../inventory-api.ts';
import { conflictsOf, doubtedOf, pricesOf } from './model-prices.ts';
import { modelRows } from './model-rows.ts';
import { coverageIn, type ModelsBase, modelsBase, usesOf } from './models-base.ts';
import { type CallsByKey, profileRows } from './profile-rows.ts';
import { relatedTo } from './related.ts';

const CALLERS = 100;
const PRICES = 500;
const RELATED = 100;
const PLACES = 1_000;

const FOUNDATION_DATASETS: readonly CollectedDatasetId[] = [
  'foundation-models',
  'inference-profiles',
  'model-availability',
  'agreement-offers',
];

/** Whatever made, copied, serves or calls models. */
const RELATED_DATASETS: readonly CollectedDatasetId[] = [
  'provisioned-throughputs',
  'custom-model-deployments',
  'custom-models',
  'imported-models',
  'marketplace-endpoints',
  'prompt-routers',
  'customization-jobs',
  'import-jobs',
  'copy-jobs',
  'batch-jobs',
  'evaluation-jobs',
];

/**
 * All that is known of one model, by the id of its row.
 * @throws AppError `not-found` when no such model is offered, owned or was called.
 */
export async function modelDetail(context: ApiContext, modelId: string): Promise<ModelDetail> {
  const base = await modelsBase(context);
  const uses = await usesOf(context, base);
  const row = modelRows(base, uses).find((each) => each.modelId === modelId);
  if (row === undefined) {
    const text = `No model ${modelId} is offered, owned or was called. Go back to the list, or scan again.`;
    throw new AppError('not-found', text);
  }
  const related = relatedTo(modelId, base.readings, base.nameOf);
  return {
    model: { ...row, use: uses.of(modelId, CALLERS) },
    window: base.window,
    places: placesOf(row, base.readings).slice(0, PLACES),
    profiles: profilesOf(row, base, uses.callsOfKey),
    ...(await pricesIn(context, base, row)),
    ...accountsIn(row, base.readings),
    related: related.slice(0, RELATED),
    relatedTotal: related.length,
    coverage: coverageIn(base.readings, [
      ...(row.nature === 'foundation' ? FOUNDATION_DATASETS : []),
      ...RELATED_DATASETS,
    ]),
  };
}

/** Where it is offered, or lies, with the object as read there. */
function placesOf(row: ModelRow, readings: ReadingsOfDataset): readonly ModelPlace[] {
  const items = <D extends CollectedDatasetId>(
    dataset: D,
    isMeant: (item: ReturnType<typeof readings<D>>[number]['items'][number]) => boolean,
  ): readonly ModelPlace[] =>
    readings(dataset).flatMap(({ accountId, region, readAt, items: all }) =>
      all.filter(isMeant).map((item) => ({ accountId, region, readAt, dataset, item })),
    );
  const { modelId } = row;
  return [
    ...items('foundation-models', (item) => foundationId(item.modelId) === modelId),
    ...items('custom-models', (item) => item.modelArn === modelId),
    ...items('imported-models', (item) => item.modelArn === modelId),
    ...items('marketplace-endpoints', (item) => item.endpointArn === modelId),
    ...items('prompt-routers', (item) => item.promptRouterArn.endsWith(`/${modelId}`)),
  ];
}

function profilesOf({ modelId }: ModelRow, { readings, pricing }: ModelsBase, calls: CallsByKey) {
  return profileRows(readings, pricing.profiles, calls).filter(
    (profile) => profile.modelId === modelId,
  );
}

async function pricesIn(context: ApiContext, { pricing, today }: ModelsBase, row: ModelRow) {
  if (row.nature !== 'foundation') {
    return { prices: [], priceTotal: 0, conflicts: [], doubted: [], doubtedTotal: 0 };
  }
  const { store } = context.workspace();
  const [conflicts, records] = await Promise.all([
    context.prices.conflicts(store),
    store.bill.prices(),
  ]);
  const prices = pricesOf(row.modelId, { book: pricing.prices, today, regions: row.regions });
  const doubted = doubtedOf(row.modelId, records);
  return {
    prices: prices.slice(0, PRICES),
    priceTotal: prices.length,
    conflicts: conflictsOf(row.modelId, conflicts).slice(0, PRICES),
    doubted: doubted.slice(0, PRICES),
    doubtedTotal: doubted.length,
  };
}

/** What each account may do with the model, and what AWS Marketplace offers it. */
function accountsIn({ modelId }: ModelRow, readings: ReadingsOfDataset) {
  const isMeant = (item: { readonly modelId: string }) => foundationId(item.modelId) === modelId;
  return {
    entitlements: readings('model-availability').flatMap(({ accountId, readAt, items }) =>
      items
        .filter(isMeant)
        .map(({ askedIn, availability }) => ({ accountId, askedIn, readAt, availability })),
    ),
    offers: readings('agreement-offers').flatMap(({ accountId, readAt, items }) =>
      items.filter(isMeant).map(({ offers }) => ({ accountId, readAt, offers })),
    ),
  };
}
