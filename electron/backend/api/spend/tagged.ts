import { modelKey } from '../../../../shared/model/model-id.ts';
import type { Part } from '../../../../shared/model/read-outcome.ts';
import type { ReadingsOfDataset } from '../inventory-api.ts';

/** Tags of one thing by their key. */
export type Tags = Readonly<Record<string, string>>;

/** The tags that were read of what calls go through; what could not be read has none. */
export interface Tagged {
  /** Of application inference profiles, by model key. */
  readonly profiles: ReadonlyMap<string, Tags>;
  /** Of bought capacity and custom models, by model key. */
  readonly models: ReadonlyMap<string, Tags>;
  /** Of accounts of the organisation, by id. */
  readonly accounts: ReadonlyMap<string, Tags>;
}

type TagList = readonly { readonly key: string; readonly value: string }[];

/** The tags of all readings that have some. A custom model lends its tags to its deployments. */
export function readTagged(readings: ReadingsOfDataset): Tagged {
  const items = <D extends Parameters<ReadingsOfDataset>[0]>(dataset: D) =>
    readings(dataset).flatMap((reading) => reading.items);
  const custom = new Map(
    items('custom-models').map((model) => [model.modelArn, tagsOf(model.tags)] as const),
  );
  const models = [
    ...custom,
    ...items('custom-model-deployments').map(
      (one) => [one.customModelDeploymentArn, custom.get(one.modelArn) ?? {}] as const,
    ),
    ...items('provisioned-throughputs').map(
      (one) => [one.provisionedModelArn, tagsOf(one.tags)] as const,
    ),
  ];
  return {
    profiles: new Map(
      items('inference-profiles').map((one) => [modelKey(one.profileArn), tagsOf(one.tags)]),
    ),
    models: new Map(models.map(([arn, tags]) => [modelKey(arn), tags])),
    accounts: new Map(items('account-tags').map((one) => [one.accountId, tagsOf(one.tags)])),
  };
}

function tagsOf(tags: Part<TagList> | null): Tags {
  if (tags?.read !== true) return {};
  return Object.fromEntries(tags.value.map(({ key, value }) => [key, value]));
}
