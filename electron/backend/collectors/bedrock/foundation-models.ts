import type { FoundationModelSummary } from '@aws-sdk/client-bedrock';
import type { FoundationModel, ModelLifecycle } from '../../../../shared/model/dataset.ts';
import { instant, list, text } from '../../aws/required.ts';
import type { Collector } from '../collector.ts';

/** The models that Bedrock offers in a Region, with their lifecycle. */
export const foundationModels: Collector<'foundation-models'> = {
  dataset: 'foundation-models',
  title: 'Foundation models and their lifecycle',
  scope: 'region',
  iamActions: ['bedrock:ListFoundationModels'],
  collect: async ({ clients, region, call }) => {
    const answer = await call('bedrock:ListFoundationModels', async (options) =>
      (await clients.bedrock(region)).listFoundationModels({}, options),
    );
    return list(answer.modelSummaries).map(toFoundationModel);
  },
};

/** One model of `ListFoundationModels`; a model without lifecycle is of unknown status. */
export function toFoundationModel(summary: FoundationModelSummary): FoundationModel {
  const modelId = text(summary.modelId, 'modelSummaries.modelId');
  return {
    modelId,
    modelArn: text(summary.modelArn, 'modelSummaries.modelArn'),
    modelName: summary.modelName ?? modelId,
    providerName: summary.providerName ?? '',
    inputModalities: list(summary.inputModalities),
    outputModalities: list(summary.outputModalities),
    inferenceTypes: list(summary.inferenceTypesSupported),
    customizations: list(summary.customizationsSupported),
    streaming: summary.responseStreamingSupported ?? false,
    lifecycle: toLifecycle(summary.modelLifecycle),
  };
}

function toLifecycle(lifecycle: FoundationModelSummary['modelLifecycle']): ModelLifecycle {
  const status = lifecycle?.status;
  return {
    status: status === 'ACTIVE' || status === 'LEGACY' ? status : 'UNKNOWN',
    startOfLifeTime: instant(lifecycle?.startOfLifeTime),
    legacyTime: instant(lifecycle?.legacyTime),
    publicExtendedAccessTime: instant(lifecycle?.publicExtendedAccessTime),
    endOfLifeTime: instant(lifecycle?.endOfLifeTime),
  };
}
