import type {
  BedrockTag,
  CustomModel,
  CustomModelDeployment,
  ImportedModel,
} from '../../../../../shared/model/dataset.ts';
import { addDays, type Day, type Instant } from '../../../../../shared/model/period.ts';
import type { Calendar } from '../calendar.ts';
import {
  BEDROCK_BUCKETS,
  BEDROCK_KEYS,
  type BedrockPlace,
  baseModelArn,
  PLATFORM_EAST,
  PLATFORM_WEST,
  resourceArn,
  SCIENCE_WEST,
} from './bedrock-names.ts';

/** A model that a team made, before it has ARNs. */
export interface ModelPlan {
  readonly place: BedrockPlace;
  readonly name: string;
  /** The customizable variant of the base model. */
  readonly base: 'amazon.nova-lite-v1:0' | 'amazon.nova-micro-v1:0';
  readonly type: 'FINE_TUNING' | 'DISTILLATION';
  /** Days before the Monday of this week. */
  readonly madeDaysAgo: number;
  readonly kmsKeyArn: string | null;
  readonly bucket: { readonly training: string; readonly results: string };
  readonly tags: readonly BedrockTag[];
  /** Where it was copied from; null where a customization job made it. */
  readonly copyOf: string | null;
}

const PLATFORM_BUCKETS = {
  training: BEDROCK_BUCKETS.platformTraining,
  results: BEDROCK_BUCKETS.platformResults,
};

/** A model in daily use, encrypted and tagged. */
export const CATALOG_TAGGER: ModelPlan = {
  place: PLATFORM_EAST,
  name: 'catalog-tagger-v3',
  base: 'amazon.nova-lite-v1:0',
  type: 'FINE_TUNING',
  madeDaysAgo: 186,
  kmsKeyArn: BEDROCK_KEYS.models,
  bucket: PLATFORM_BUCKETS,
  tags: tags({ team: 'platform', 'cost-center': 'cc-4410' }),
  copyOf: null,
};

/** Its copies, one in another Region and one that another account took without a key. */
export const COPIES: readonly ModelPlan[] = [
  {
    ...CATALOG_TAGGER,
    place: PLATFORM_WEST,
    madeDaysAgo: 88,
    kmsKeyArn: BEDROCK_KEYS.copies,
    copyOf: customModelArn(CATALOG_TAGGER),
  },
  {
    ...CATALOG_TAGGER,
    place: SCIENCE_WEST,
    madeDaysAgo: 54,
    kmsKeyArn: null,
    tags: [],
    copyOf: customModelArn(CATALOG_TAGGER),
  },
];

/** Models that jobs made: a good one, one without key or tags, and one that nobody uses. */
export const TRAINED: readonly ModelPlan[] = [
  CATALOG_TAGGER,
  {
    ...CATALOG_TAGGER,
    name: 'support-tone',
    base: 'amazon.nova-micro-v1:0',
    type: 'DISTILLATION',
    madeDaysAgo: 41,
    kmsKeyArn: null,
    tags: [],
  },
  { ...CATALOG_TAGGER, name: 'returns-classifier-v1', madeDaysAgo: 240 },
  {
    ...CATALOG_TAGGER,
    place: SCIENCE_WEST,
    name: 'paper-abstracts',
    base: 'amazon.nova-micro-v1:0',
    madeDaysAgo: 63,
    kmsKeyArn: null,
    bucket: {
      training: BEDROCK_BUCKETS.scienceTraining,
      results: BEDROCK_BUCKETS.scienceResults,
    },
    tags: tags({ owner: 'research' }),
  },
];

/** The custom models of all accounts. */
export function customModels(calendar: Calendar): readonly Placed<CustomModel>[] {
  return [...TRAINED, ...COPIES].map((plan) => ({
    place: plan.place,
    item: toCustomModel(plan, calendar),
  }));
}

/** A resource with where it lies. */
export interface Placed<T> {
  readonly place: BedrockPlace;
  readonly item: T;
}

/** The deployments of custom models: the tagger's, in the Region where it was made. */
export function customModelDeployments(
  calendar: Calendar,
): readonly Placed<CustomModelDeployment>[] {
  const made = timeBefore(calendar, CATALOG_TAGGER.madeDaysAgo - 1, '09:12:40');
  const item = {
    customModelDeploymentArn: resourceArn(PLATFORM_EAST, 'custom-model-deployment', 'tagger-live'),
    customModelDeploymentName: 'catalog-tagger-live',
    modelArn: customModelArn(CATALOG_TAGGER),
    status: 'Active',
    createdAt: made,
    lastUpdatedAt: made,
    failureMessage: null,
  };
  return [{ place: PLATFORM_EAST, item }];
}

/** Models with weights from elsewhere: one encrypted with the customer's key, one not. */
export function importedModels(calendar: Calendar): readonly Placed<ImportedModel>[] {
  return IMPORTS.map((plan) => ({ place: plan.place, item: toImportedModel(plan, calendar) }));
}

/** A model whose weights a team brought. */
export interface ImportPlan {
  readonly place: BedrockPlace;
  readonly name: string;
  readonly architecture: string;
  readonly bucket: string;
  readonly kmsKeyArn: string | null;
  readonly madeDaysAgo: number;
}

/** Both imports of this world. */
export const IMPORTS: readonly ImportPlan[] = [
  {
    place: PLATFORM_EAST,
    name: 'contract-reader',
    architecture: 'qwen2',
    bucket: BEDROCK_BUCKETS.platformTraining,
    kmsKeyArn: BEDROCK_KEYS.models,
    madeDaysAgo: 71,
  },
  {
    place: SCIENCE_WEST,
    name: 'llama-lab',
    architecture: 'llama3',
    bucket: BEDROCK_BUCKETS.scienceTraining,
    kmsKeyArn: null,
    madeDaysAgo: 27,
  },
];

/** The ARN of a custom model. */
export function customModelArn({ place, base, name }: ModelPlan): string {
  return resourceArn(place, `custom-model/${base}:300k`, name);
}

/** The ARN of an imported model. */
export function importedModelArn({ place, name }: ImportPlan): string {
  return resourceArn(place, 'imported-model', name);
}

/** The ARN of the job that trains a model. */
export function customizationJobArn({ place, base, name }: ModelPlan): string {
  return resourceArn(place, `model-customization-job/${base}:300k`, name);
}

/** The ARN of the job that imports a model. */
export function importJobArn({ place, name }: ImportPlan): string {
  return resourceArn(place, 'model-import-job', name);
}

/** The day so many days before the Monday of this week. */
export function dayBefore(calendar: Calendar, days: number): Day {
  return addDays(calendar.runawayDay, 5 - days);
}

/** A time of day, so many days before the Monday of this week. */
export function timeBefore(calendar: Calendar, days: number, time: string): Instant {
  return `${dayBefore(calendar, days)}T${time}Z`;
}

/** Tags from their keys and values. */
export function tags(values: Readonly<Record<string, string>>): readonly BedrockTag[] {
  return Object.entries(values).map(([key, value]) => ({ key, value }));
}

/** Where a model's training data lies, and where its job writes. */
export function dataOf({ bucket, name }: ModelPlan) {
  return {
    trainingS3Uris: [`s3://${bucket.training}/${name}/train.jsonl`],
    validationS3Uris: [`s3://${bucket.training}/${name}/validate.jsonl`],
    outputS3Uri: `s3://${bucket.results}/customization/${name}/`,
  };
}

function toCustomModel(plan: ModelPlan, calendar: Calendar): CustomModel {
  const copied = plan.copyOf !== null;
  const data = { trainingS3Uris: [], validationS3Uris: [], outputS3Uri: null };
  return {
    modelArn: customModelArn(plan),
    modelName: plan.name,
    baseModelArn: baseModelArn(plan.place.region, plan.base),
    baseModelName: plan.base === 'amazon.nova-lite-v1:0' ? 'Nova Lite' : 'Nova Micro',
    customizationType: plan.type,
    ownerAccountId: plan.place.accountId,
    status: 'Active',
    creationTime: timeBefore(calendar, plan.madeDaysAgo, '16:40:11'),
    detail: {
      read: true,
      value: {
        modelKmsKeyArn: plan.kmsKeyArn,
        jobArn: copied ? null : customizationJobArn(plan),
        ...(copied ? data : dataOf(plan)),
      },
    },
    tags: { read: true, value: plan.tags },
  };
}

function toImportedModel(plan: ImportPlan, calendar: Calendar): ImportedModel {
  return {
    modelArn: importedModelArn(plan),
    modelName: plan.name,
    modelArchitecture: plan.architecture,
    instructSupported: true,
    creationTime: timeBefore(calendar, plan.madeDaysAgo, '11:05:32'),
    detail: {
      read: true,
      value: {
        modelKmsKeyArn: plan.kmsKeyArn,
        jobArn: importJobArn(plan),
        s3Uri: `s3://${plan.bucket}/weights/${plan.name}/`,
        customModelUnitsPerModelCopy: plan.architecture === 'qwen2' ? 2 : 1,
        customModelUnitsVersion: 'v1.0',
      },
    },
  };
}
