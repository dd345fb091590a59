import type { RelatedResource } from '../../../../shared/api/answers.ts';
import type { CollectedDatasetId, CollectedDatasets } from '../../../../shared/model/dataset.ts';
import type { Instant } from '../../../../shared/model/period.ts';
import type { ReadingsOfDataset } from '../inventory-api.ts';
import type { ModelNames } from './model-names.ts';

type Relation = RelatedResource['relation'];

/** How the items of a dataset tell which models they have to do with. */
interface Relating<D extends CollectedDatasetId> {
  readonly dataset: D;
  describe(item: CollectedDatasets[D]): {
    readonly arn: string;
    readonly name: string;
    readonly status: string | null;
    readonly createdAt: Instant | null;
    /** Models as ids or ARNs; null where there is none yet. */
    readonly models: readonly (readonly [Relation, string | null])[];
  };
}

/** Jobs and capacity that made a model, were made from it, call it or serve it; newest first. */
export function relatedTo(
  modelId: string,
  readings: ReadingsOfDataset,
  nameOf: ModelNames,
): readonly RelatedResource[] {
  const found = <D extends CollectedDatasetId>({ dataset, describe }: Relating<D>) =>
    readings(dataset).flatMap(({ accountId, region, readAt, items }) =>
      items.flatMap((item): readonly RelatedResource[] => {
        const { models, ...described } = describe(item);
        const named = models.find(
          ([, ref]) => ref !== null && nameOf(ref, { accountId, region }) === modelId,
        );
        if (named === undefined) return [];
        return [{ ...described, dataset, accountId, region, readAt, item, relation: named[0] }];
      }),
    );
  return [
    ...found(provisioned),
    ...found(deployments),
    ...found(customModels),
    ...found(customization),
    ...found(imports),
    ...found(copies),
    ...found(batch),
    ...found(evaluations),
    ...found(routers),
  ].sort((a, b) => ((a.createdAt ?? '') < (b.createdAt ?? '') ? 1 : -1));
}

const provisioned: Relating<'provisioned-throughputs'> = {
  dataset: 'provisioned-throughputs',
  describe: (item) => ({
    arn: item.provisionedModelArn,
    name: item.provisionedModelName,
    status: item.status,
    createdAt: item.creationTime,
    models: [['serves', item.provisionedModelArn]],
  }),
};

const deployments: Relating<'custom-model-deployments'> = {
  dataset: 'custom-model-deployments',
  describe: (item) => ({
    arn: item.customModelDeploymentArn,
    name: item.customModelDeploymentName,
    status: item.status,
    createdAt: item.createdAt,
    models: [['serves', item.customModelDeploymentArn]],
  }),
};

const customModels: Relating<'custom-models'> = {
  dataset: 'custom-models',
  describe: (item) => ({
    arn: item.modelArn,
    name: item.modelName,
    status: item.status,
    createdAt: item.creationTime,
    models: [['base', item.baseModelArn]],
  }),
};

const customization: Relating<'customization-jobs'> = {
  dataset: 'customization-jobs',
  describe: (item) => ({
    arn: item.jobArn,
    name: item.jobName,
    status: item.status,
    createdAt: item.creationTime,
    models: [
      ['made', item.customModelArn],
      ['base', item.baseModelArn],
    ],
  }),
};

const imports: Relating<'import-jobs'> = {
  dataset: 'import-jobs',
  describe: (item) => ({
    arn: item.jobArn,
    name: item.jobName,
    status: item.status,
    createdAt: item.creationTime,
    models: [['made', item.importedModelArn]],
  }),
};

const copies: Relating<'copy-jobs'> = {
  dataset: 'copy-jobs',
  describe: (item) => ({
    arn: item.jobArn,
    name: item.targetModelName ?? item.jobArn,
    status: item.status,
    createdAt: item.creationTime,
    models: [
      ['made', item.targetModelArn],
      ['base', item.sourceModelArn],
    ],
  }),
};

const batch: Relating<'batch-jobs'> = {
  dataset: 'batch-jobs',
  describe: (item) => ({
    arn: item.jobArn,
    name: item.jobName,
    status: item.status,
    createdAt: item.submitTime,
    models: [['calls', item.modelId]],
  }),
};

const evaluations: Relating<'evaluation-jobs'> = {
  dataset: 'evaluation-jobs',
  describe: (item) => ({
    arn: item.jobArn,
    name: item.jobName,
    status: item.status,
    createdAt: item.creationTime,
    models: [...item.modelIds, ...item.evaluatorModelIds].map((ref) => ['calls', ref] as const),
  }),
};

const routers: Relating<'prompt-routers'> = {
  dataset: 'prompt-routers',
  describe: (item) => ({
    arn: item.promptRouterArn,
    name: item.promptRouterName,
    status: item.status,
    createdAt: item.createdAt,
    models: item.modelArns.map((ref) => ['calls', ref] as const),
  }),
};
