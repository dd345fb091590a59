import type {
  CollectedDatasetId,
  DatasetItems,
  DatasetReading,
  FoundationModel,
  InferenceProfile,
  PromptRouter,
} from '../../../../shared/model/dataset.ts';
import { MEMBER } from '../world/readings.ts';

/** The account that offers what is not said to lie elsewhere: the member account of the world's readings. */
export const ACCOUNT = MEMBER;

/** What a collector read in one place; account and Region may be told otherwise. */
export function reading<D extends CollectedDatasetId>(
  dataset: D,
  items: readonly DatasetItems[D][],
  place: Partial<Pick<DatasetReading, 'accountId' | 'region' | 'outcome' | 'actions'>> = {},
): DatasetReading<D> {
  return {
    dataset,
    accountId: ACCOUNT,
    region: 'us-east-1',
    outcome: { status: 'collected' },
    actions: [],
    readAt: '2026-11-20T08:00:00Z',
    calls: 1,
    items,
    ...place,
  };
}

export function foundationArn(modelId: string, region = 'us-east-1'): string {
  return `arn:aws:bedrock:${region}::foundation-model/${modelId}`;
}

/** A model that its Region serves on demand. */
export function foundationModel(
  modelId: string,
  parts: Partial<FoundationModel> = {},
): FoundationModel {
  return {
    modelId,
    modelArn: foundationArn(modelId),
    modelName: modelId,
    providerName: 'Somebody',
    inputModalities: ['TEXT'],
    outputModalities: ['TEXT'],
    inferenceTypes: ['ON_DEMAND'],
    customizations: [],
    streaming: true,
    lifecycle: {
      status: 'ACTIVE',
      startOfLifeTime: null,
      legacyTime: null,
      publicExtendedAccessTime: null,
      endOfLifeTime: null,
    },
    ...parts,
  };
}

/** A system-defined profile called in us-east-1 over foundation models in these Regions. */
export function systemProfile(profileId: string, regions: readonly string[]): InferenceProfile {
  const modelId = profileId.slice(profileId.indexOf('.') + 1);
  return {
    profileId,
    profileArn: `arn:aws:bedrock:us-east-1:${ACCOUNT}:inference-profile/${profileId}`,
    profileName: profileId,
    description: null,
    type: 'SYSTEM_DEFINED',
    status: 'ACTIVE',
    modelArns: regions.map((region) => foundationArn(modelId, region)),
    createdAt: null,
    updatedAt: null,
    tags: null,
  };
}

/** An application inference profile over foundation models. */
export function applicationProfile(id: string, modelArns: readonly string[]): InferenceProfile {
  return {
    ...systemProfile(id, []),
    profileArn: `arn:aws:bedrock:us-east-1:${ACCOUNT}:application-inference-profile/${id}`,
    type: 'APPLICATION',
    modelArns,
    tags: { read: true, value: [] },
  };
}

/** AWS's own router over these models or profiles. */
export function promptRouter(modelArns: readonly string[]): PromptRouter {
  return {
    promptRouterArn: `arn:aws:bedrock:us-east-1:${ACCOUNT}:default-prompt-router/amazon.nova:1`,
    promptRouterName: 'Nova router',
    type: 'default',
    status: 'AVAILABLE',
    description: null,
    modelArns,
    fallbackModelArn: modelArns[0] ?? null,
    responseQualityDifference: 0,
    createdAt: null,
    updatedAt: null,
  };
}
