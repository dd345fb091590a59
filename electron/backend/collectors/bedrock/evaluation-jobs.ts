import type { EvaluationSummary, GetEvaluationJobResponse } from '@aws-sdk/client-bedrock';
import type { EvaluationJob, EvaluationJobDetail } from '../../../../shared/model/dataset.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { instant, list, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { askBedrock, DETAILS_AT_ONCE, everyItem, PAGE, s3Uris } from './bedrock-reads.ts';

/** Evaluations of models and knowledge bases, with their data, role and key. */
export const evaluationJobs: Collector<'evaluation-jobs'> = {
  dataset: 'evaluation-jobs',
  title: 'Evaluation jobs, their data and keys',
  scope: 'region',
  iamActions: ['bedrock:ListEvaluationJobs', 'bedrock:GetEvaluationJob'],
  collect: async (context) => {
    const summaries = await everyItem(
      (nextToken) =>
        askBedrock(context, 'bedrock:ListEvaluationJobs', (client, options) =>
          client.listEvaluationJobs({ maxResults: PAGE, nextToken }, options),
        ),
      (page) => page.jobSummaries,
    );
    return inParallel(summaries, DETAILS_AT_ONCE, (summary) => readJob(context, summary));
  },
};

async function readJob(
  context: CollectContext,
  summary: EvaluationSummary,
): Promise<EvaluationJob> {
  const job = toEvaluationJob(summary);
  const jobIdentifier = job.jobArn;
  const detail = await context.part('bedrock:GetEvaluationJob', async () =>
    toEvaluationJobDetail(
      await askBedrock(context, 'bedrock:GetEvaluationJob', (client, options) =>
        client.getEvaluationJob({ jobIdentifier }, options),
      ),
    ),
  );
  return { ...job, detail };
}

/**
 * One job of `ListEvaluationJobs`; what is judged stands in `inferenceConfigSummary`, in older jobs
 * in lists of their own.
 */
export function toEvaluationJob(summary: EvaluationSummary): Omit<EvaluationJob, 'detail'> {
  const { modelConfigSummary, ragConfigSummary } = summary.inferenceConfigSummary ?? {};
  return {
    jobArn: text(summary.jobArn, 'jobSummaries.jobArn'),
    jobName: summary.jobName ?? '',
    status: summary.status ?? 'UNKNOWN',
    jobType: summary.jobType ?? 'UNKNOWN',
    applicationType: summary.applicationType ?? null,
    taskTypes: list(summary.evaluationTaskTypes),
    modelIds: list(modelConfigSummary?.bedrockModelIdentifiers ?? summary.modelIdentifiers),
    knowledgeBaseIds: list(
      ragConfigSummary?.bedrockKnowledgeBaseIdentifiers ?? summary.ragIdentifiers,
    ),
    evaluatorModelIds: [
      ...new Set([
        ...list(summary.evaluatorModelIdentifiers),
        ...list(summary.customMetricsEvaluatorModelIdentifiers),
      ]),
    ],
    creationTime: instant(summary.creationTime),
  };
}

/** What `GetEvaluationJob` tells beyond the list. */
export function toEvaluationJobDetail(answer: GetEvaluationJobResponse): EvaluationJobDetail {
  const { automated, human } = answer.evaluationConfig ?? {};
  const metrics = [...list(automated?.datasetMetricConfigs), ...list(human?.datasetMetricConfigs)];
  return {
    roleArn: answer.roleArn ?? null,
    customerEncryptionKeyId: answer.customerEncryptionKeyId ?? null,
    outputS3Uri: answer.outputDataConfig?.s3Uri ?? null,
    datasetS3Uris: s3Uris(...metrics.map(({ dataset }) => dataset?.datasetLocation?.s3Uri)),
    lastModifiedTime: instant(answer.lastModifiedTime),
    failureMessages: list(answer.failureMessages),
  };
}
