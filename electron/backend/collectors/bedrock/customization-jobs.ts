import type {
  GetModelCustomizationJobResponse,
  ModelCustomizationJobSummary,
} from '@aws-sdk/client-bedrock';
import type { CustomizationJob, CustomizationJobDetail } from '../../../../shared/model/dataset.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { instant, list, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { askBedrock, DETAILS_AT_ONCE, everyItem, PAGE, s3Uris, toVpc } from './bedrock-reads.ts';

/** Jobs that fine-tune, train on or distil models, with their data, role, key and network. */
export const customizationJobs: Collector<'customization-jobs'> = {
  dataset: 'customization-jobs',
  title: 'Model customization jobs, their data and networks',
  scope: 'region',
  iamActions: ['bedrock:ListModelCustomizationJobs', 'bedrock:GetModelCustomizationJob'],
  collect: async (context) => {
    const summaries = await everyItem(
      (nextToken) =>
        askBedrock(context, 'bedrock:ListModelCustomizationJobs', (client, options) =>
          client.listModelCustomizationJobs({ maxResults: PAGE, nextToken }, options),
        ),
      (page) => page.modelCustomizationJobSummaries,
    );
    return inParallel(summaries, DETAILS_AT_ONCE, (summary) => readJob(context, summary));
  },
};

async function readJob(
  context: CollectContext,
  summary: ModelCustomizationJobSummary,
): Promise<CustomizationJob> {
  const job = toCustomizationJob(summary);
  const jobIdentifier = job.jobArn;
  const detail = await context.part('bedrock:GetModelCustomizationJob', async () =>
    toCustomizationJobDetail(
      await askBedrock(context, 'bedrock:GetModelCustomizationJob', (client, options) =>
        client.getModelCustomizationJob({ jobIdentifier }, options),
      ),
    ),
  );
  return { ...job, detail };
}

/** One job of `ListModelCustomizationJobs`. */
export function toCustomizationJob(
  summary: ModelCustomizationJobSummary,
): Omit<CustomizationJob, 'detail'> {
  const at = 'modelCustomizationJobSummaries';
  return {
    jobArn: text(summary.jobArn, `${at}.jobArn`),
    jobName: summary.jobName ?? '',
    status: summary.status ?? 'UNKNOWN',
    customizationType: summary.customizationType ?? null,
    baseModelArn: text(summary.baseModelArn, `${at}.baseModelArn`),
    customModelArn: summary.customModelArn ?? null,
    creationTime: instant(summary.creationTime),
    lastModifiedTime: instant(summary.lastModifiedTime),
    endTime: instant(summary.endTime),
  };
}

/** What `GetModelCustomizationJob` tells beyond the list. */
export function toCustomizationJobDetail(
  answer: GetModelCustomizationJobResponse,
): CustomizationJobDetail {
  const logs = answer.trainingDataConfig?.invocationLogsConfig?.invocationLogSource;
  return {
    roleArn: answer.roleArn ?? null,
    trainingS3Uris: s3Uris(answer.trainingDataConfig?.s3Uri, logs?.s3Uri),
    validationS3Uris: s3Uris(
      ...list(answer.validationDataConfig?.validators).map(({ s3Uri }) => s3Uri),
    ),
    outputS3Uri: answer.outputDataConfig?.s3Uri ?? null,
    outputModelKmsKeyArn: answer.outputModelKmsKeyArn ?? null,
    vpc: toVpc(answer.vpcConfig),
    failureMessage: answer.failureMessage ?? null,
  };
}
