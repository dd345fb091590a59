import type { BatchJob, EvaluationJob } from '../../../../../shared/model/dataset.ts';
import type { Operation } from '../../service.ts';
import { arnAndId, getOperation, listOperation, resourcesOf } from './resources.ts';
import { known, optional, s3Config, vpcConfig } from './wire-parts.ts';

/** Jobs that call models: batch inference and evaluation. */
export const callJobOperations: Readonly<Record<string, Operation>> = {
  ListModelInvocationJobs: listOperation({
    http: 'GET /model-invocation-jobs',
    action: 'bedrock:ListModelInvocationJobs',
    member: 'invocationJobSummaries',
    items: (call) => resourcesOf(call).batchJobs,
    describe: describeBatch,
    equals: { statusEquals: ({ status }) => status },
    contains: ['nameContains', ({ jobName }) => jobName],
    time: ['submitTime', ({ submitTime }) => submitTime],
  }),
  GetModelInvocationJob: getOperation({
    http: 'GET /model-invocation-job/{jobIdentifier}',
    action: 'bedrock:GetModelInvocationJob',
    label: 'jobIdentifier',
    items: (call) => resourcesOf(call).batchJobs,
    names: ({ jobArn }) => arnAndId(jobArn),
    describe: describeBatch,
  }),
  ListEvaluationJobs: listOperation({
    http: 'GET /evaluation-jobs',
    action: 'bedrock:ListEvaluationJobs',
    member: 'jobSummaries',
    pageAtMost: 5,
    absentWhenEmpty: true,
    items: (call) => resourcesOf(call).evaluationJobs,
    describe: summariseEvaluation,
    equals: {
      statusEquals: ({ status }) => status,
      applicationTypeEquals: ({ applicationType }) => applicationType,
    },
    contains: ['nameContains', ({ jobName }) => jobName],
    time: ['creationTime', ({ creationTime }) => creationTime],
  }),
  GetEvaluationJob: getOperation({
    http: 'GET /evaluation-jobs/{jobIdentifier}',
    action: 'bedrock:GetEvaluationJob',
    label: 'jobIdentifier',
    items: (call) => resourcesOf(call).evaluationJobs,
    names: ({ jobArn }) => [jobArn],
    describe: describeEvaluation,
  }),
};

function describeBatch(job: BatchJob): object {
  return {
    jobArn: job.jobArn,
    jobName: job.jobName,
    modelId: job.modelId,
    roleArn: job.roleArn,
    status: job.status,
    message: optional(job.message),
    submitTime: optional(job.submitTime),
    lastModifiedTime: optional(job.lastModifiedTime),
    endTime: optional(job.endTime),
    inputDataConfig: {
      s3InputDataConfig: {
        s3InputFormat: 'JSONL',
        s3Uri: job.inputS3Uri ?? '',
        s3BucketOwner: optional(job.inputBucketOwner),
      },
    },
    outputDataConfig: {
      s3OutputDataConfig: {
        s3Uri: job.outputS3Uri ?? '',
        s3EncryptionKeyId: optional(job.outputKmsKeyId),
        s3BucketOwner: optional(job.outputBucketOwner),
      },
    },
    vpcConfig: vpcConfig(job.vpc),
    timeoutDurationInHours: 24,
    jobExpirationTime: optional(job.expirationTime),
    modelInvocationType: 'InvokeModel',
    totalRecordCount: optional(job.totalRecords),
    processedRecordCount: optional(job.processedRecords),
    successRecordCount: optional(job.succeededRecords),
    errorRecordCount: optional(job.failedRecords),
  };
}

function summariseEvaluation(job: EvaluationJob): object {
  return {
    jobArn: job.jobArn,
    jobName: job.jobName,
    status: job.status,
    creationTime: optional(job.creationTime),
    jobType: job.jobType,
    evaluationTaskTypes: job.taskTypes,
    modelIdentifiers: job.modelIds,
    evaluatorModelIdentifiers: job.evaluatorModelIds,
    inferenceConfigSummary: {
      modelConfigSummary:
        job.modelIds.length === 0 ? undefined : { bedrockModelIdentifiers: job.modelIds },
      ragConfigSummary:
        job.knowledgeBaseIds.length === 0
          ? undefined
          : { bedrockKnowledgeBaseIdentifiers: job.knowledgeBaseIds },
    },
    applicationType: optional(job.applicationType),
  };
}

function describeEvaluation(job: EvaluationJob): object {
  const detail = known(job.detail);
  return {
    jobName: job.jobName,
    status: job.status,
    jobArn: job.jobArn,
    roleArn: detail.roleArn ?? '',
    customerEncryptionKeyId: optional(detail.customerEncryptionKeyId),
    jobType: job.jobType,
    applicationType: optional(job.applicationType),
    evaluationConfig: evaluationConfig(job, detail.datasetS3Uris),
    inferenceConfig: {
      models: job.modelIds.map((modelIdentifier) => ({
        bedrockModel: { modelIdentifier, inferenceParams: '{}' },
      })),
    },
    outputDataConfig: s3Config(detail.outputS3Uri) ?? {},
    creationTime: optional(job.creationTime),
    lastModifiedTime: optional(detail.lastModifiedTime),
    failureMessages: detail.failureMessages.length === 0 ? undefined : detail.failureMessages,
  };
}

/** One data set per address, on the task types in turn. */
function evaluationConfig(job: EvaluationJob, s3Uris: readonly string[]): object {
  const datasetMetricConfigs = s3Uris.map((s3Uri, index) => ({
    taskType: job.taskTypes[index % job.taskTypes.length] ?? 'Custom',
    dataset: { name: `dataset-${index + 1}`, datasetLocation: { s3Uri } },
    metricNames: ['Builtin.Helpfulness'],
  }));
  if (job.jobType === 'Human') return { human: { datasetMetricConfigs } };
  const bedrockEvaluatorModels = job.evaluatorModelIds.map((modelIdentifier) => ({
    modelIdentifier,
  }));
  return { automated: { datasetMetricConfigs, evaluatorModelConfig: { bedrockEvaluatorModels } } };
}
