import type {
  CustomModel,
  CustomModelDeployment,
  ImportedModel,
} from '../../../../../shared/model/dataset.ts';
import type { Operation } from '../../service.ts';
import { arnAndId, getOperation, listOperation, resourcesOf } from './resources.ts';
import type { TagsOf } from './tags.ts';
import { dataConfig, known, optional } from './wire-parts.ts';

/** Custom and imported models and their deployments. */
export const ownModelOperations: Readonly<Record<string, Operation>> = {
  ListCustomModels: listOperation({
    http: 'GET /custom-models',
    action: 'bedrock:ListCustomModels',
    member: 'modelSummaries',
    items: (call) => resourcesOf(call).customModels,
    describe: summariseModel,
    equals: {
      modelStatus: ({ status }) => status,
      baseModelArnEquals: ({ baseModelArn }) => baseModelArn,
      foundationModelArnEquals: ({ baseModelArn }) => baseModelArn,
      isOwned: ({ modelArn, ownerAccountId }) => String(modelArn.split(':')[4] === ownerAccountId),
    },
    contains: ['nameContains', ({ modelName }) => modelName],
    time: ['creationTime', ({ creationTime }) => creationTime],
  }),
  GetCustomModel: getOperation({
    http: 'GET /custom-models/{modelIdentifier}',
    action: 'bedrock:GetCustomModel',
    label: 'modelIdentifier',
    items: (call) => resourcesOf(call).customModels,
    names: ({ modelArn, modelName }) => [modelArn, modelName],
    describe: describeModel,
  }),
  ListCustomModelDeployments: listOperation({
    http: 'GET /model-customization/custom-model-deployments',
    action: 'bedrock:ListCustomModelDeployments',
    member: 'modelDeploymentSummaries',
    items: (call) => resourcesOf(call).customModelDeployments,
    describe: (found) => ({
      ...describeDeployment(found),
      customModelDeploymentName: found.customModelDeploymentName,
    }),
    equals: { statusEquals: ({ status }) => status, modelArnEquals: ({ modelArn }) => modelArn },
    contains: ['nameContains', ({ customModelDeploymentName }) => customModelDeploymentName],
    time: ['created', ({ createdAt }) => createdAt],
  }),
  GetCustomModelDeployment: getOperation({
    http: 'GET /model-customization/custom-model-deployments/{customModelDeploymentIdentifier}',
    action: 'bedrock:GetCustomModelDeployment',
    label: 'customModelDeploymentIdentifier',
    items: (call) => resourcesOf(call).customModelDeployments,
    names: (found) => [found.customModelDeploymentArn, found.customModelDeploymentName],
    describe: (found) => ({
      ...describeDeployment(found),
      modelDeploymentName: found.customModelDeploymentName,
    }),
  }),
  ListImportedModels: listOperation({
    http: 'GET /imported-models',
    action: 'bedrock:ListImportedModels',
    member: 'modelSummaries',
    items: (call) => resourcesOf(call).importedModels,
    describe: summariseImported,
    contains: ['nameContains', ({ modelName }) => modelName],
    time: ['creationTime', ({ creationTime }) => creationTime],
  }),
  GetImportedModel: getOperation({
    http: 'GET /imported-models/{modelIdentifier}',
    action: 'bedrock:GetImportedModel',
    label: 'modelIdentifier',
    items: (call) => resourcesOf(call).importedModels,
    names: ({ modelArn, modelName }) => [...arnAndId(modelArn), modelName],
    describe: describeImported,
  }),
};

/** The tags of a custom model. */
export const customModelTags: TagsOf = (call, arn) => {
  const found = resourcesOf(call).customModels.find(({ modelArn }) => modelArn === arn);
  return found === undefined ? undefined : known(found.tags);
};

function summariseModel(model: CustomModel): object {
  return {
    modelArn: model.modelArn,
    modelName: model.modelName,
    creationTime: optional(model.creationTime),
    baseModelArn: optional(model.baseModelArn),
    baseModelName: optional(model.baseModelName),
    customizationType: optional(model.customizationType),
    ownerAccountId: optional(model.ownerAccountId),
    modelStatus: optional(model.status),
  };
}

function describeModel(model: CustomModel): object {
  const detail = known(model.detail);
  return {
    modelArn: model.modelArn,
    modelName: model.modelName,
    jobName: detail.jobArn === null ? undefined : `${model.modelName}-training`,
    jobArn: optional(detail.jobArn),
    baseModelArn: optional(model.baseModelArn),
    customizationType: optional(model.customizationType),
    modelKmsKeyArn: optional(detail.modelKmsKeyArn),
    ...dataConfig(detail),
    creationTime: optional(model.creationTime),
    modelStatus: optional(model.status),
  };
}

function describeDeployment(found: CustomModelDeployment): object {
  return {
    customModelDeploymentArn: found.customModelDeploymentArn,
    modelArn: found.modelArn,
    createdAt: optional(found.createdAt),
    status: found.status,
    lastUpdatedAt: optional(found.lastUpdatedAt),
    failureMessage: optional(found.failureMessage),
  };
}

function summariseImported(model: ImportedModel): object {
  return {
    modelArn: model.modelArn,
    modelName: model.modelName,
    creationTime: optional(model.creationTime),
    instructSupported: optional(model.instructSupported),
    modelArchitecture: optional(model.modelArchitecture),
  };
}

function describeImported(model: ImportedModel): object {
  const { s3Uri, ...detail } = known(model.detail);
  return {
    ...summariseImported(model),
    jobName: `import-${model.modelName}`,
    jobArn: optional(detail.jobArn),
    modelDataSource: s3Uri === null ? undefined : { s3DataSource: { s3Uri } },
    modelKmsKeyArn: optional(detail.modelKmsKeyArn),
    customModelUnits: {
      customModelUnitsPerModelCopy: optional(detail.customModelUnitsPerModelCopy),
      customModelUnitsVersion: optional(detail.customModelUnitsVersion),
    },
  };
}
