import type { PromptEstimate } from '../../../shared/api/answers.ts';
import { priceTokens } from '../../../shared/cost/price-tokens.ts';
import { canonicalBaseModelId } from '../../../shared/model/model-id.ts';
import type { Day } from '../../../shared/model/period.ts';
import { resolveModel } from '../../../shared/prices/profile-targets.ts';
import { CallFailure } from '../aws/caller.ts';
import { assertApproved } from './approval.ts';
import { countTokens } from './converse.ts';
import { callerOf, type PromptCall } from './prompt-call.ts';

/** Characters a token stands for where the model cannot count: a rule of thumb for English text. */
const CHARACTERS_A_TOKEN = 4;
const TIMEOUT_MS = 15_000;

/**
 * What a prompt will cost, from its input alone to an answer of `maxTokens`; sends nothing that is
 * billed (CountTokens is free).
 * @throws AppError `not-approved`; CallFailure when the endpoint cannot be asked.
 */
export async function estimatePrompt(call: PromptCall, day: Day): Promise<PromptEstimate> {
  const { request, pricing, region } = call;
  assertApproved(request.modelId, call.approvedModels, pricing.profiles);
  const counted = await countInput(call);
  const characters = request.prompt.length + (request.system?.length ?? 0);
  const inputTokens = counted ?? Math.ceil(characters / CHARACTERS_A_TOKEN);
  const price = (outputTokens: number) =>
    priceTokens(
      {
        modelId: request.modelId,
        region,
        day,
        tier: 'standard',
        quantities: { 'input-tokens': inputTokens, 'output-tokens': outputTokens },
      },
      pricing,
    );
  const least = price(0);
  const most = price(request.maxTokens);
  return {
    inputTokens,
    tokenBasis: counted === null ? 'approximate' : 'counted',
    inputUsd: least.usd,
    maxUsd: most.usd,
    prices: most.prices,
    unpricedReason: least.unpricedReason ?? most.unpricedReason,
  };
}

/** Null where the model cannot count or counting is not allowed; the estimate says so. */
async function countInput(call: PromptCall): Promise<number | null> {
  const { clients, region, request, pricing } = call;
  const model = canonicalBaseModelId(resolveModel(request.modelId, pricing.profiles).baseModelId);
  try {
    return await callerOf(call, AbortSignal.timeout(TIMEOUT_MS)).call(
      'bedrock:CountTokens',
      async () => countTokens(await clients.bedrockRuntime(region), model, request),
    );
  } catch (thrown) {
    if (thrown instanceof CallFailure && thrown.outcome.status === 'denied') return null;
    throw thrown;
  }
}
