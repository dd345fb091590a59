import type { GetFoundationModelAvailabilityResponse } from '@aws-sdk/client-bedrock';
import type { ModelAvailability } from '../../../../shared/model/dataset.ts';
import type { Collector } from '../collector.ts';
import { askEach, offeredModels } from './each-model.ts';

const ACTION = 'bedrock:GetFoundationModelAvailability';

type Availability = Extract<ModelAvailability['availability'], { read: true }>['value'];

/**
 * Whether the account may call each model. One call per model and Region would be about a thousand
 * calls for an account; agreement, authorization and entitlement belong to the account, and which
 * Regions offer a model is told by `foundation-models`, so each model is asked once, in the first
 * Region of the account that offers it.
 */
export const modelAvailability: Collector<'model-availability'> = {
  dataset: 'model-availability',
  title: 'Agreements and entitlements of the account to models',
  scope: 'account',
  goodForHours: 20,
  iamActions: [ACTION],
  follows: ['foundation-models'],
  collect: async (context) => {
    const { clients, call } = context;
    const answers = await askEach(context, ACTION, {
      models: offeredModels(await context.items('foundation-models')),
      ask: async ({ modelId, region }) =>
        toAvailability(
          await call(ACTION, async (options) =>
            (await clients.bedrock(region)).getFoundationModelAvailability({ modelId }, options),
          ),
        ),
    });
    return answers.map(({ model, answer }) => ({
      modelId: model.modelId,
      askedIn: model.region,
      availability: answer,
    }));
  },
};

/** One answer of `GetFoundationModelAvailability`; what AWS leaves out is `UNKNOWN`. */
export function toAvailability(answer: GetFoundationModelAvailabilityResponse): Availability {
  return {
    agreementStatus: answer.agreementAvailability?.status ?? 'UNKNOWN',
    agreementError: answer.agreementAvailability?.errorMessage ?? null,
    authorizationStatus: answer.authorizationStatus ?? 'UNKNOWN',
    entitlementAvailability: answer.entitlementAvailability ?? 'UNKNOWN',
    regionAvailability: answer.regionAvailability ?? 'UNKNOWN',
  };
}
