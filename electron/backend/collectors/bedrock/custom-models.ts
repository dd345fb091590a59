import type { CustomModelSummary, GetCustomModelResponse } from '@aws-sdk/client-bedrock';
import type { CustomModel, CustomModelDetail } from '../../../../shared/model/dataset.ts';
import { inParallel, together } from '../../aws/in-parallel.ts';
import { instant, list, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { askBedrock, DETAILS_AT_ONCE, everyItem, PAGE, s3Uris, tagsOf } from './bedrock-reads.ts';

/** Models that the account made or copied, with their key, data and tags. */
export const customModels: Collector<'custom-models'> = {
  dataset: 'custom-models',
  title: 'Custom models, their keys and training data',
  scope: 'region',
  iamActions: ['bedrock:ListCustomModels', 'bedrock:GetCustomModel', 'bedrock:ListTagsForResource'],
  collect: async (context) => {
    const summaries = await everyItem(
      (nextToken) =>
        askBedrock(context, 'bedrock:ListCustomModels', (client, options) =>
          client.listCustomModels({ maxResults: PAGE, nextToken }, options),
        ),
      (page) => page.modelSummaries,
    );
    return inParallel(summaries, DETAILS_AT_ONCE, (summary) => readModel(context, summary));
  },
};

async function readModel(
  context: CollectContext,
  summary: CustomModelSummary,
): Promise<CustomModel> {
  const model = toCustomModel(summary);
  const modelIdentifier = model.modelArn;
  const [detail, tags] = await together([
    context.part('bedrock:GetCustomModel', async () =>
      toCustomModelDetail(
        await askBedrock(context, 'bedrock:GetCustomModel', (client, options) =>
          client.getCustomModel({ modelIdentifier }, options),
        ),
      ),
    ),
    tagsOf(context, modelIdentifier),
  ]);
  return { ...model, detail, tags };
}

/** One model of `ListCustomModels`. */
export function toCustomModel(summary: CustomModelSummary): Omit<CustomModel, 'detail' | 'tags'> {
  const modelArn = text(summary.modelArn, 'modelSummaries.modelArn');
  return {
    modelArn,
    modelName: summary.modelName ?? modelArn,
    baseModelArn: summary.baseModelArn ?? null,
    baseModelName: summary.baseModelName ?? null,
    customizationType: summary.customizationType ?? null,
    ownerAccountId: summary.ownerAccountId ?? null,
    status: summary.modelStatus ?? null,
    creationTime: instant(summary.creationTime),
  };
}

/** What `GetCustomModel` tells beyond the list. */
export function toCustomModelDetail(answer: GetCustomModelResponse): CustomModelDetail {
  const logs = answer.trainingDataConfig?.invocationLogsConfig?.invocationLogSource;
  return {
    modelKmsKeyArn: answer.modelKmsKeyArn ?? null,
    jobArn: answer.jobArn ?? null,
    trainingS3Uris: s3Uris(answer.trainingDataConfig?.s3Uri, logs?.s3Uri),
    validationS3Uris: s3Uris(
      ...list(answer.validationDataConfig?.validators).map(({ s3Uri }) => s3Uri),
    ),
    outputS3Uri: answer.outputDataConfig?.s3Uri ?? null,
  };
}
