import type { FoundationModel } from '../../../../../shared/model/dataset.ts';
import { msOfInstant } from '../../../../../shared/model/period.ts';
import { requiredText } from '../../protocols/input.ts';
import type { Call } from '../../service.ts';
import { invalidInput, WireFault } from '../../wire-fault.ts';
import { findFoundationModel, foundationModelArn } from '../bedrock/models.ts';
import { findInferenceProfile } from '../bedrock/profiles.ts';

const ACTIVE_USE_MS = 30 * 86_400_000;

/** Finds the model behind the `modelId` of a runtime call, or refuses as Bedrock does. */
export type ModelResolver = (call: Call) => FoundationModel;

/** The ARN that a denied runtime call names. */
export function runtimeModelArn(call: Call): string {
  const id = requiredText(call.input, 'modelId');
  const profile = findInferenceProfile(call, id);
  return profile?.profileArn ?? foundationModelArn(call.region, id);
}

/**
 * A resolver of model ids, profile ids and ARNs. Unknown ids and on-demand calls of models that
 * need a profile are validation errors; a Legacy model answers only accounts that have called it
 * in the last 30 days.
 */
export function modelResolver(): ModelResolver {
  const active = new Map<string, boolean>();
  return (call) => {
    const id = requiredText(call.input, 'modelId');
    const profile = findInferenceProfile(call, id);
    const model =
      profile === undefined ? onDemand(call, id) : profileModel(call, profile.modelArns);
    if (model.lifecycle.status === 'LEGACY') {
      const key = `${call.identity.accountId} ${model.modelId}`;
      const used = active.get(key) ?? isActivelyUsed(call, model.modelId);
      active.set(key, used);
      if (!used) throw legacy();
    }
    return model;
  };
}

function onDemand(call: Call, id: string): FoundationModel {
  const model = findFoundationModel(call, id);
  if (model === undefined) throw invalidInput('The provided model identifier is invalid.');
  if (!model.inferenceTypes.includes('ON_DEMAND')) {
    throw invalidInput(
      `Invocation of model ID ${id} with on-demand throughput isn’t supported. Retry your request with the ID or ARN of an inference profile that contains this model.`,
    );
  }
  return model;
}

/** The model of a profile, described in the calling Region or else in one it routes to. */
function profileModel(call: Call, arns: readonly string[]): FoundationModel {
  for (const arn of arns) {
    const [, , , region] = arn.split(':');
    const id = arn.split('/').at(-1);
    const regions = [call.region, region ?? ''];
    for (const one of regions.flatMap((name) => call.world.foundationModels(name))) {
      if (one.modelId === id) return one;
    }
  }
  throw invalidInput('The provided model identifier is invalid.');
}

function isActivelyUsed({ world, identity }: Call, modelId: string): boolean {
  const since = msOfInstant(world.now) - ACTIVE_USE_MS;
  return world.invocations.some(
    (one) =>
      one.accountId === identity.accountId &&
      one.time >= since &&
      one.errorCode === null &&
      one.modelId.endsWith(modelId),
  );
}

function legacy(): WireFault {
  return new WireFault(
    'ResourceNotFoundException',
    404,
    'Access denied. This Model is marked by provider as Legacy and you have not been actively using the model in the last 30 days. Please upgrade to an active model on Amazon Bedrock',
  );
}
