import type { GetModelImportJobResponse, ModelImportJobSummary } from '@aws-sdk/client-bedrock';
import type { ImportJob, ImportJobDetail } from '../../../../shared/model/dataset.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { instant, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { askBedrock, DETAILS_AT_ONCE, everyItem, PAGE, toVpc } from './bedrock-reads.ts';

/** Jobs that bring weights into Bedrock, with their source, role, key and network. */
export const importJobs: Collector<'import-jobs'> = {
  dataset: 'import-jobs',
  title: 'Model import jobs and where weights come from',
  scope: 'region',
  iamActions: ['bedrock:ListModelImportJobs', 'bedrock:GetModelImportJob'],
  collect: async (context) => {
    const summaries = await everyItem(
      (nextToken) =>
        askBedrock(context, 'bedrock:ListModelImportJobs', (client, options) =>
          client.listModelImportJobs({ maxResults: PAGE, nextToken }, options),
        ),
      (page) => page.modelImportJobSummaries,
    );
    return inParallel(summaries, DETAILS_AT_ONCE, (summary) => readJob(context, summary));
  },
};

async function readJob(
  context: CollectContext,
  summary: ModelImportJobSummary,
): Promise<ImportJob> {
  const job = toImportJob(summary);
  const jobIdentifier = job.jobArn;
  const detail = await context.part('bedrock:GetModelImportJob', async () =>
    toImportJobDetail(
      await askBedrock(context, 'bedrock:GetModelImportJob', (client, options) =>
        client.getModelImportJob({ jobIdentifier }, options),
      ),
    ),
  );
  return { ...job, detail };
}

/** One job of `ListModelImportJobs`. */
export function toImportJob(summary: ModelImportJobSummary): Omit<ImportJob, 'detail'> {
  return {
    jobArn: text(summary.jobArn, 'modelImportJobSummaries.jobArn'),
    jobName: summary.jobName ?? '',
    status: summary.status ?? 'UNKNOWN',
    importedModelArn: summary.importedModelArn ?? null,
    importedModelName: summary.importedModelName ?? null,
    creationTime: instant(summary.creationTime),
    lastModifiedTime: instant(summary.lastModifiedTime),
    endTime: instant(summary.endTime),
  };
}

/** What `GetModelImportJob` tells beyond the list. */
export function toImportJobDetail(answer: GetModelImportJobResponse): ImportJobDetail {
  return {
    roleArn: answer.roleArn ?? null,
    s3Uri: answer.modelDataSource?.s3DataSource?.s3Uri ?? null,
    importedModelKmsKeyArn: answer.importedModelKmsKeyArn ?? null,
    vpc: toVpc(answer.vpcConfig),
    failureMessage: answer.failureMessage ?? null,
  };
}
