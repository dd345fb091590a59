import type { CopyJob, CustomizationJob, ImportJob } from '../../../../../shared/model/dataset.ts';
import type { Operation } from '../../service.ts';
import { arnAndId, getOperation, listOperation, resourcesOf } from './resources.ts';
import { dataConfig, known, optional, vpcConfig } from './wire-parts.ts';

/** Jobs that make and move models. */
export const modelJobOperations: Readonly<Record<string, Operation>> = {
  ListModelCustomizationJobs: listOperation({
    http: 'GET /model-customization-jobs',
    action: 'bedrock:ListModelCustomizationJobs',
    member: 'modelCustomizationJobSummaries',
    items: (call) => resourcesOf(call).customizationJobs,
    describe: summariseCustomization,
    equals: { statusEquals: ({ status }) => status },
    contains: ['nameContains', ({ jobName }) => jobName],
    time: ['creationTime', ({ creationTime }) => creationTime],
  }),
  GetModelCustomizationJob: getOperation({
    http: 'GET /model-customization-jobs/{jobIdentifier}',
    action: 'bedrock:GetModelCustomizationJob',
    label: 'jobIdentifier',
    items: (call) => resourcesOf(call).customizationJobs,
    names: ({ jobArn, jobName }) => [jobArn, jobName],
    describe: describeCustomization,
  }),
  ListModelImportJobs: listOperation({
    http: 'GET /model-import-jobs',
    action: 'bedrock:ListModelImportJobs',
    member: 'modelImportJobSummaries',
    items: (call) => resourcesOf(call).importJobs,
    describe: summariseImport,
    equals: { statusEquals: ({ status }) => status },
    contains: ['nameContains', ({ jobName }) => jobName],
    time: ['creationTime', ({ creationTime }) => creationTime],
  }),
  GetModelImportJob: getOperation({
    http: 'GET /model-import-jobs/{jobIdentifier}',
    action: 'bedrock:GetModelImportJob',
    label: 'jobIdentifier',
    items: (call) => resourcesOf(call).importJobs,
    names: ({ jobArn, jobName }) => [...arnAndId(jobArn), jobName],
    describe: describeImport,
  }),
  ListModelCopyJobs: listOperation({
    http: 'GET /model-copy-jobs',
    action: 'bedrock:ListModelCopyJobs',
    member: 'modelCopyJobSummaries',
    items: (call) => resourcesOf(call).copyJobs,
    describe: describeCopy,
    equals: {
      statusEquals: ({ status }) => status,
      sourceAccountEquals: ({ sourceAccountId }) => sourceAccountId,
      sourceModelArnEquals: ({ sourceModelArn }) => sourceModelArn,
    },
    contains: ['outputModelNameContains', ({ targetModelName }) => targetModelName],
    time: ['creationTime', ({ creationTime }) => creationTime],
  }),
  GetModelCopyJob: getOperation({
    http: 'GET /model-copy-jobs/{jobArn}',
    action: 'bedrock:GetModelCopyJob',
    label: 'jobArn',
    items: (call) => resourcesOf(call).copyJobs,
    names: ({ jobArn }) => [jobArn],
    describe: describeCopy,
  }),
};

function summariseCustomization(job: CustomizationJob): object {
  return {
    jobArn: job.jobArn,
    baseModelArn: job.baseModelArn,
    jobName: job.jobName,
    status: job.status,
    creationTime: optional(job.creationTime),
    lastModifiedTime: optional(job.lastModifiedTime),
    endTime: optional(job.endTime),
    customModelArn: optional(job.customModelArn),
    customModelName: job.customModelArn === null ? undefined : outputName(job),
    customizationType: optional(job.customizationType),
  };
}

function describeCustomization(job: CustomizationJob): object {
  const detail = known(job.detail);
  return {
    jobArn: job.jobArn,
    jobName: job.jobName,
    outputModelName: outputName(job),
    outputModelArn: optional(job.customModelArn),
    roleArn: optional(detail.roleArn),
    status: job.status,
    failureMessage: optional(detail.failureMessage),
    creationTime: optional(job.creationTime),
    lastModifiedTime: optional(job.lastModifiedTime),
    endTime: optional(job.endTime),
    baseModelArn: job.baseModelArn,
    hyperParameters: { epochCount: '2' },
    ...dataConfig(detail),
    customizationType: optional(job.customizationType),
    outputModelKmsKeyArn: optional(detail.outputModelKmsKeyArn),
    vpcConfig: vpcConfig(detail.vpc),
  };
}

function outputName({ jobName }: CustomizationJob): string {
  return jobName.replace(/-training$/, '');
}

function summariseImport(job: ImportJob): object {
  return {
    jobArn: job.jobArn,
    jobName: job.jobName,
    status: job.status,
    lastModifiedTime: optional(job.lastModifiedTime),
    creationTime: optional(job.creationTime),
    endTime: optional(job.endTime),
    importedModelArn: optional(job.importedModelArn),
    importedModelName: optional(job.importedModelName),
  };
}

function describeImport(job: ImportJob): object {
  const { s3Uri, ...detail } = known(job.detail);
  return {
    ...summariseImport(job),
    roleArn: optional(detail.roleArn),
    modelDataSource: s3Uri === null ? undefined : { s3DataSource: { s3Uri } },
    failureMessage: optional(detail.failureMessage),
    vpcConfig: vpcConfig(detail.vpc),
    importedModelKmsKeyArn: optional(detail.importedModelKmsKeyArn),
  };
}

function describeCopy(job: CopyJob): object {
  return {
    jobArn: job.jobArn,
    status: job.status,
    creationTime: optional(job.creationTime),
    targetModelArn: job.targetModelArn,
    targetModelName: optional(job.targetModelName),
    sourceAccountId: job.sourceAccountId,
    sourceModelArn: job.sourceModelArn,
    targetModelKmsKeyArn: optional(job.targetModelKmsKeyArn),
    failureMessage: optional(job.failureMessage),
  };
}
