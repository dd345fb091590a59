import type { ModelInvocationJobSummary } from '@aws-sdk/client-bedrock';
import type { BatchJob } from '../../../../shared/model/dataset.ts';
import { instant, text } from '../../aws/required.ts';
import type { Collector } from '../collector.ts';
import { askBedrock, everyItem, PAGE, toVpc } from './bedrock-reads.ts';

/** Batch inference jobs. */
export const batchJobs: Collector<'batch-jobs'> = {
  dataset: 'batch-jobs',
  title: 'Batch inference jobs, their data and keys',
  scope: 'region',
  iamActions: ['bedrock:ListModelInvocationJobs'],
  collect: async (context) => {
    const jobs = await everyItem(
      (nextToken) =>
        askBedrock(context, 'bedrock:ListModelInvocationJobs', (client, options) =>
          client.listModelInvocationJobs({ maxResults: PAGE, nextToken }, options),
        ),
      (page) => page.invocationJobSummaries,
    );
    return jobs.map(toBatchJob);
  },
};

/** One job of `ListModelInvocationJobs`, which tells all that `GetModelInvocationJob` tells. */
export function toBatchJob(summary: ModelInvocationJobSummary): BatchJob {
  const at = 'invocationJobSummaries';
  const input = summary.inputDataConfig?.s3InputDataConfig;
  const output = summary.outputDataConfig?.s3OutputDataConfig;
  return {
    jobArn: text(summary.jobArn, `${at}.jobArn`),
    jobName: summary.jobName ?? '',
    status: summary.status ?? 'UNKNOWN',
    modelId: text(summary.modelId, `${at}.modelId`),
    roleArn: text(summary.roleArn, `${at}.roleArn`),
    inputS3Uri: input?.s3Uri ?? null,
    inputBucketOwner: input?.s3BucketOwner ?? null,
    outputS3Uri: output?.s3Uri ?? null,
    outputBucketOwner: output?.s3BucketOwner ?? null,
    outputKmsKeyId: output?.s3EncryptionKeyId ?? null,
    vpc: toVpc(summary.vpcConfig),
    submitTime: instant(summary.submitTime),
    lastModifiedTime: instant(summary.lastModifiedTime),
    endTime: instant(summary.endTime),
    expirationTime: instant(summary.jobExpirationTime),
    ...recordsOf(summary),
    message: summary.message ?? null,
  };
}

type Records = Pick<
  BatchJob,
  'totalRecords' | 'processedRecords' | 'succeededRecords' | 'failedRecords'
>;

function recordsOf(summary: ModelInvocationJobSummary): Records {
  return {
    totalRecords: count(summary.totalRecordCount),
    processedRecords: count(summary.processedRecordCount),
    succeededRecords: count(summary.successRecordCount),
    failedRecords: count(summary.errorRecordCount),
  };
}

function count(value: number | bigint | undefined): number | null {
  return value === undefined ? null : Number(value);
}
