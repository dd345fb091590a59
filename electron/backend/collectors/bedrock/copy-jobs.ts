import type { ModelCopyJobSummary } from '@aws-sdk/client-bedrock';
import type { CopyJob } from '../../../../shared/model/dataset.ts';
import { instant, text } from '../../aws/required.ts';
import type { Collector } from '../collector.ts';
import { askBedrock, everyItem, PAGE } from './bedrock-reads.ts';

/** Jobs that copy custom models between Regions and accounts. */
export const copyJobs: Collector<'copy-jobs'> = {
  dataset: 'copy-jobs',
  title: 'Model copy jobs',
  scope: 'region',
  iamActions: ['bedrock:ListModelCopyJobs'],
  collect: async (context) => {
    const jobs = await everyItem(
      (nextToken) =>
        askBedrock(context, 'bedrock:ListModelCopyJobs', (client, options) =>
          client.listModelCopyJobs({ maxResults: PAGE, nextToken }, options),
        ),
      (page) => page.modelCopyJobSummaries,
    );
    return jobs.map(toCopyJob);
  },
};

/** One job of `ListModelCopyJobs`, which tells all that `GetModelCopyJob` tells. */
export function toCopyJob(summary: ModelCopyJobSummary): CopyJob {
  const at = 'modelCopyJobSummaries';
  return {
    jobArn: text(summary.jobArn, `${at}.jobArn`),
    status: summary.status ?? 'UNKNOWN',
    sourceAccountId: text(summary.sourceAccountId, `${at}.sourceAccountId`),
    sourceModelArn: text(summary.sourceModelArn, `${at}.sourceModelArn`),
    targetModelArn: text(summary.targetModelArn, `${at}.targetModelArn`),
    targetModelName: summary.targetModelName ?? null,
    targetModelKmsKeyArn: summary.targetModelKmsKeyArn ?? null,
    creationTime: instant(summary.creationTime),
    failureMessage: summary.failureMessage ?? null,
  };
}
