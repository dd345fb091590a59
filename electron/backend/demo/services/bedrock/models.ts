import type { FoundationModel } from '../../../../../shared/model/dataset.ts';
import { requiredText, textOf } from '../../protocols/input.ts';
import type { Call, Operation } from '../../service.ts';
import { invalidInput } from '../../wire-fault.ts';

/** Foundation models; ListFoundationModels has no pages. */
export const modelOperations: Readonly<Record<string, Operation>> = {
  ListFoundationModels: {
    http: 'GET /foundation-models',
    action: 'bedrock:ListFoundationModels',
    run: listFoundationModels,
  },
  GetFoundationModel: {
    http: 'GET /foundation-models/{modelIdentifier}',
    action: 'bedrock:GetFoundationModel',
    resource: (call) =>
      foundationModelArn(call.region, requiredText(call.input, 'modelIdentifier')),
    run: getFoundationModel,
  },
};

/** The ARN of a foundation model in a Region; an ARN stays as it is. */
export function foundationModelArn(region: string, modelId: string): string {
  return modelId.startsWith('arn:')
    ? modelId
    : `arn:aws:bedrock:${region}::foundation-model/${modelId}`;
}

/** A foundation model of the call's Region, by id or ARN. */
export function findFoundationModel(call: Call, id: string): FoundationModel | undefined {
  return call.world
    .foundationModels(call.region)
    .find((model) => model.modelId === id || model.modelArn === id);
}

function listFoundationModels({ world, region, input }: Call): object {
  const provider = textOf(input, 'byProvider')?.toLowerCase();
  const modality = textOf(input, 'byOutputModality');
  const inferenceType = textOf(input, 'byInferenceType');
  const customization = textOf(input, 'byCustomizationType');
  const models = world
    .foundationModels(region)
    .filter(
      (model) =>
        (provider === undefined || model.providerName.toLowerCase() === provider) &&
        (modality === undefined || model.outputModalities.includes(modality)) &&
        (inferenceType === undefined || model.inferenceTypes.includes(inferenceType)) &&
        (customization === undefined || model.customizations.includes(customization)),
    );
  return { modelSummaries: models.map(describeModel) };
}

function getFoundationModel(call: Call): object {
  const model = findFoundationModel(call, requiredText(call.input, 'modelIdentifier'));
  if (model === undefined) throw invalidInput('The provided model identifier is invalid.');
  return { modelDetails: describeModel(model) };
}

function describeModel(model: FoundationModel): object {
  return {
    modelArn: model.modelArn,
    modelId: model.modelId,
    modelName: model.modelName,
    providerName: model.providerName,
    inputModalities: model.inputModalities,
    outputModalities: model.outputModalities,
    responseStreamingSupported: model.streaming,
    customizationsSupported: model.customizations,
    inferenceTypesSupported: model.inferenceTypes,
    modelLifecycle: describeLifecycle(model),
  };
}

function describeLifecycle({ lifecycle }: FoundationModel): object | undefined {
  if (lifecycle.status === 'UNKNOWN') return undefined;
  return {
    status: lifecycle.status,
    startOfLifeTime: lifecycle.startOfLifeTime ?? undefined,
    legacyTime: lifecycle.legacyTime ?? undefined,
    publicExtendedAccessTime: lifecycle.publicExtendedAccessTime ?? undefined,
    endOfLifeTime: lifecycle.endOfLifeTime ?? undefined,
  };
}
