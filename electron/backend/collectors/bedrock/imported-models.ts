import type { GetImportedModelResponse, ImportedModelSummary } from '@aws-sdk/client-bedrock';
import type { ImportedModel, ImportedModelDetail } from '../../../../shared/model/dataset.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { instant, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { askBedrock, DETAILS_AT_ONCE, everyItem, PAGE } from './bedrock-reads.ts';

/** Models whose weights the account brought, with their key and what a copy costs. */
export const importedModels: Collector<'imported-models'> = {
  dataset: 'imported-models',
  title: 'Imported models, their keys and units',
  scope: 'region',
  iamActions: ['bedrock:ListImportedModels', 'bedrock:GetImportedModel'],
  collect: async (context) => {
    const summaries = await everyItem(
      (nextToken) =>
        askBedrock(context, 'bedrock:ListImportedModels', (client, options) =>
          client.listImportedModels({ maxResults: PAGE, nextToken }, options),
        ),
      (page) => page.modelSummaries,
    );
    return inParallel(summaries, DETAILS_AT_ONCE, (summary) => readModel(context, summary));
  },
};

async function readModel(
  context: CollectContext,
  summary: ImportedModelSummary,
): Promise<ImportedModel> {
  const model = toImportedModel(summary);
  const modelIdentifier = model.modelArn;
  const detail = await context.part('bedrock:GetImportedModel', async () =>
    toImportedModelDetail(
      await askBedrock(context, 'bedrock:GetImportedModel', (client, options) =>
        client.getImportedModel({ modelIdentifier }, options),
      ),
    ),
  );
  return { ...model, detail };
}

/** One model of `ListImportedModels`. */
export function toImportedModel(summary: ImportedModelSummary): Omit<ImportedModel, 'detail'> {
  const modelArn = text(summary.modelArn, 'modelSummaries.modelArn');
  return {
    modelArn,
    modelName: summary.modelName ?? modelArn,
    modelArchitecture: summary.modelArchitecture ?? null,
    instructSupported: summary.instructSupported ?? null,
    creationTime: instant(summary.creationTime),
  };
}

/** What `GetImportedModel` tells beyond the list. */
export function toImportedModelDetail(answer: GetImportedModelResponse): ImportedModelDetail {
  return {
    modelKmsKeyArn: answer.modelKmsKeyArn ?? null,
    jobArn: answer.jobArn ?? null,
    s3Uri: answer.modelDataSource?.s3DataSource?.s3Uri ?? null,
    customModelUnitsPerModelCopy: answer.customModelUnits?.customModelUnitsPerModelCopy ?? null,
    customModelUnitsVersion: answer.customModelUnits?.customModelUnitsVersion ?? null,
  };
}
