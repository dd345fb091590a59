import type {
  BatchJob,
  CopyJob,
  CustomizationJob,
  EvaluationJob,
  ImportJob,
} from '../../../../../shared/model/dataset.ts';
import { addDays, type Day, daysBetween } from '../../../../../shared/model/period.ts';
import type { Calendar } from '../calendar.ts';
import { EVALUATION_PROFILE } from '../inference-profiles.ts';
import {
  BEDROCK_BUCKETS,
  BEDROCK_KEYS,
  BEDROCK_ROLES,
  type BedrockPlace,
  baseModelArn,
  PLATFORM_EAST,
  PLATFORM_VPC,
  resourceArn,
  SCIENCE_EAST,
} from './bedrock-names.ts';
import {
  CATALOG_TAGGER,
  COPIES,
  customizationJobArn,
  customModelArn,
  dataOf,
  dayBefore,
  IMPORTS,
  importedModelArn,
  importJobArn,
  type ModelPlan,
  type Placed,
  TRAINED,
  timeBefore,
} from './own-models.ts';

/** The jobs behind the custom models, and one that failed; platform's good ones work in its VPC. */
export function customizationJobs(calendar: Calendar): readonly Placed<CustomizationJob>[] {
  const failed = { ...CATALOG_TAGGER, name: 'catalog-tagger-v4' };
  return [
    ...TRAINED.map((plan) => ({ place: plan.place, item: trainingJob(plan, calendar) })),
    { place: failed.place, item: failedJob(trainingJob(failed, calendar), calendar) },
  ];
}

/** The jobs behind the imported models. */
export function importJobs(calendar: Calendar): readonly Placed<ImportJob>[] {
  return IMPORTS.map((plan) => {
    const platform = plan.place === PLATFORM_EAST;
    const item: ImportJob = {
      jobArn: importJobArn(plan),
      jobName: `import-${plan.name}`,
      status: 'Completed',
      importedModelArn: importedModelArn(plan),
      importedModelName: plan.name,
      creationTime: timeBefore(calendar, plan.madeDaysAgo, '10:31:07'),
      lastModifiedTime: timeBefore(calendar, plan.madeDaysAgo, '11:05:32'),
      endTime: timeBefore(calendar, plan.madeDaysAgo, '11:05:32'),
      detail: {
        read: true,
        value: {
          roleArn: platform ? BEDROCK_ROLES.platformImport : BEDROCK_ROLES.scienceBedrock,
          s3Uri: `s3://${plan.bucket}/weights/${plan.name}/`,
          importedModelKmsKeyArn: plan.kmsKeyArn,
          vpc: platform ? PLATFORM_VPC : null,
          failureMessage: null,
        },
      },
    };
    return { place: plan.place, item };
  });
}

/** The jobs behind the copies of the catalog tagger; AWS lists them where the copy lies. */
export function copyJobs(calendar: Calendar): readonly Placed<CopyJob>[] {
  return COPIES.map((plan) => ({
    place: plan.place,
    item: {
      jobArn: resourceArn(plan.place, 'model-copy-job', plan.name),
      status: 'Completed',
      sourceAccountId: PLATFORM_EAST.accountId,
      sourceModelArn: plan.copyOf ?? '',
      targetModelArn: customModelArn(plan),
      targetModelName: plan.name,
      targetModelKmsKeyArn: plan.kmsKeyArn,
      creationTime: timeBefore(calendar, plan.madeDaysAgo, '16:22:10'),
      failureMessage: null,
    },
  }));
}

/** All Wednesdays of the history. */
const BATCH_WEEKS = 14;

/** Batch jobs: a weekly one with a key in platform-prod, one without in data-science. */
export function batchJobs(calendar: Calendar): readonly Placed<BatchJob>[] {
  const weekly = Array.from({ length: BATCH_WEEKS }, (_, week) => {
    const day = addDays(calendar.runawayDay, -7 * week);
    return { place: PLATFORM_EAST, item: { ...weeklyJob(day), ...weeklyRecords(day) } };
  });
  const careless = {
    ...batchJob(SCIENCE_EAST, 'abstracts', addDays(calendar.runawayDay, -9)),
    modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
    roleArn: BEDROCK_ROLES.scienceBedrock,
    inputS3Uri: `s3://${BEDROCK_BUCKETS.scienceTraining}/batch/abstracts/`,
    outputS3Uri: `s3://${BEDROCK_BUCKETS.scienceResults}/batch/abstracts/`,
    status: 'PartiallyCompleted',
    totalRecords: 4_000,
    processedRecords: 3_610,
    succeededRecords: 3_588,
    failedRecords: 22,
    message: 'The job reached its time limit; the rest of the records was not processed.',
  };
  return [...weekly, { place: SCIENCE_EAST, item: careless }];
}

function weeklyJob(day: Day) {
  return {
    ...batchJob(PLATFORM_EAST, 'catalog-descriptions', day),
    modelId: baseModelArn('us-east-1', 'amazon.nova-lite-v1:0'),
    roleArn: BEDROCK_ROLES.platformBatch,
    outputKmsKeyId: BEDROCK_KEYS.results,
    vpc: PLATFORM_VPC,
  };
}

/** The catalogue grows from week to week; what a day's job read depends on the day alone. */
function weeklyRecords(day: Day) {
  const weeks = Math.round(daysBetween('2026-06-03', day) / 7);
  const total = 18_400 + 35 * Math.max(0, weeks);
  const failed = Math.abs(weeks) % 9;
  return {
    totalRecords: total,
    processedRecords: total,
    succeededRecords: total - failed,
    failedRecords: failed,
  };
}

const EVALUATIONS = 7;

/** Evaluations: one a month of the models that platform-prod trusts most, and an old open one. */
export function evaluationJobs(calendar: Calendar): readonly Placed<EvaluationJob>[] {
  const monthly = Array.from({ length: EVALUATIONS }, (_, index) => ({
    place: PLATFORM_EAST,
    item: assistantEvaluation(calendar, 24 + 28 * index),
  }));
  const old: EvaluationJob = {
    ...evaluation(SCIENCE_EAST, 'haiku-raters', timeBefore(calendar, 310, '14:02:00')),
    jobType: 'Human',
    taskTypes: ['Summarization'],
    modelIds: [EVALUATION_PROFILE.arn],
    detail: {
      read: true,
      value: {
        roleArn: BEDROCK_ROLES.scienceBedrock,
        customerEncryptionKeyId: null,
        outputS3Uri: `s3://${BEDROCK_BUCKETS.scienceResults}/evaluation/haiku-raters/`,
        datasetS3Uris: [`s3://${BEDROCK_BUCKETS.scienceTraining}/evaluation/summaries.jsonl`],
        lastModifiedTime: timeBefore(calendar, 308, '18:20:00'),
        failureMessages: [],
      },
    },
  };
  return [...monthly, { place: SCIENCE_EAST, item: old }];
}

function assistantEvaluation(calendar: Calendar, daysAgo: number): EvaluationJob {
  const name = `assistant-quality-${dayBefore(calendar, daysAgo)}`;
  const data = `s3://${BEDROCK_BUCKETS.platformTraining}/evaluation`;
  return {
    ...evaluation(PLATFORM_EAST, name, timeBefore(calendar, daysAgo, '07:15:00')),
    taskTypes: ['Generation', 'QuestionAndAnswer'],
    modelIds: ['us.anthropic.claude-sonnet-5-5', 'us.anthropic.claude-haiku-5-5'],
    evaluatorModelIds: ['us.anthropic.claude-opus-5-5'],
    detail: {
      read: true,
      value: {
        roleArn: BEDROCK_ROLES.platformEvaluation,
        customerEncryptionKeyId: BEDROCK_KEYS.results,
        outputS3Uri: `s3://${BEDROCK_BUCKETS.platformResults}/evaluation/${name}/`,
        datasetS3Uris: [`${data}/questions.jsonl`, `${data}/dialogues.jsonl`],
        lastModifiedTime: timeBefore(calendar, daysAgo, '09:48:30'),
        failureMessages: [],
      },
    },
  };
}

/** Platform works in its network where it uses its key; whoever forgets one forgets the other. */
function trainingJob(plan: ModelPlan, calendar: Calendar): CustomizationJob {
  const platform = plan.place.accountId === PLATFORM_EAST.accountId;
  return {
    jobArn: customizationJobArn(plan),
    jobName: `${plan.name}-training`,
    status: 'Completed',
    customizationType: plan.type,
    baseModelArn: baseModelArn(plan.place.region, plan.base),
    customModelArn: customModelArn(plan),
    creationTime: timeBefore(calendar, plan.madeDaysAgo, '12:03:56'),
    lastModifiedTime: timeBefore(calendar, plan.madeDaysAgo, '16:40:11'),
    endTime: timeBefore(calendar, plan.madeDaysAgo, '16:40:11'),
    detail: {
      read: true,
      value: {
        roleArn: platform ? BEDROCK_ROLES.platformCustomization : BEDROCK_ROLES.scienceBedrock,
        ...dataOf(plan),
        outputModelKmsKeyArn: plan.kmsKeyArn,
        vpc: plan.kmsKeyArn === null ? null : PLATFORM_VPC,
        failureMessage: null,
      },
    },
  };
}

function failedJob(job: CustomizationJob, calendar: Calendar): CustomizationJob {
  const { detail } = job;
  const failureMessage = 'The validation data has a line that is not JSON: line 4,112.';
  const at = timeBefore(calendar, 11, '15:30:02');
  return {
    ...job,
    status: 'Failed',
    customModelArn: null,
    creationTime: timeBefore(calendar, 11, '15:02:44'),
    lastModifiedTime: at,
    endTime: at,
    detail: detail.read ? { read: true, value: { ...detail.value, failureMessage } } : detail,
  };
}

function batchJob(
  place: BedrockPlace,
  name: string,
  day: Day,
): Omit<BatchJob, 'modelId' | 'roleArn'> {
  return {
    jobArn: resourceArn(place, 'model-invocation-job', `${name}-${day}`),
    jobName: `${name}-${day}`,
    status: 'Completed',
    inputS3Uri: `s3://${BEDROCK_BUCKETS.platformTraining}/batch/${name}/${day}/`,
    inputBucketOwner: null,
    outputS3Uri: `s3://${BEDROCK_BUCKETS.platformResults}/batch/${name}/${day}/`,
    outputBucketOwner: null,
    outputKmsKeyId: null,
    vpc: null,
    submitTime: `${day}T01:15:00Z`,
    lastModifiedTime: `${day}T04:58:21Z`,
    endTime: `${day}T04:58:21Z`,
    expirationTime: `${addDays(day, 1)}T01:15:00Z`,
    totalRecords: null,
    processedRecords: null,
    succeededRecords: null,
    failedRecords: null,
    message: null,
  };
}

function evaluation(
  place: BedrockPlace,
  name: string,
  creationTime: string,
): Omit<EvaluationJob, 'detail'> {
  return {
    jobArn: resourceArn(place, 'evaluation-job', name),
    jobName: name,
    status: 'Completed',
    jobType: 'Automated',
    applicationType: 'ModelEvaluation',
    taskTypes: [],
    modelIds: [],
    knowledgeBaseIds: [],
    evaluatorModelIds: [],
    creationTime,
  };
}
