import type { Page, SpendCall } from '../../../../shared/api/answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import type { Pricing } from '../../../../shared/cost/estimate.ts';
import { modelLabel } from '../../../../shared/model/model-label.ts';
import { resolveModel } from '../../../../shared/prices/profile-targets.ts';
import type { CallsFilter, LoggedCall } from '../../store/questions/usage-questions.ts';
import type { ApiContext } from '../context.ts';
import { invocationCost } from '../invocation-cost.ts';
import { pricingOf } from '../pricing.ts';
import { tierOf } from '../usage-rows.ts';
import { callsFilter } from './calls-filter.ts';

/** One page of logged calls, each with its cost and the lines that priced it. */
export async function spendCalls(
  context: ApiContext,
  input: Input<'spend.calls'>,
): Promise<Page<SpendCall>> {
  const { store } = context.workspace();
  const { offset, limit, sort, failed } = input;
  const [pricing, chosen] = await Promise.all([pricingOf(context), callsFilter(context, input)]);
  if (chosen === null) return { rows: [], total: 0 };
  const filter: CallsFilter = { ...chosen, failed };
  const [rows, [count]] = await Promise.all([
    store.ask('calls-page', { ...filter, offset, limit, sort }),
    store.ask('calls-count', filter),
  ]);
  return { rows: rows.map((call) => withCost(call, pricing)), total: count?.total ?? 0 };
}

/** A call as the page shows it; a failed one used nothing, so it has no cost. */
function withCost(call: LoggedCall, pricing: Pricing): SpendCall {
  const cost = invocationCost({ ...call, serviceTier: call.tier }, pricing);
  return {
    requestId: call.requestId,
    time: call.time,
    accountId: call.accountId,
    region: call.region,
    destinationRegion: call.inferenceRegion,
    operation: call.operation,
    modelId: call.modelId,
    model: call.modelKey === null ? null : labelOf(call.modelKey, pricing),
    tier: tierOf(call.tier, call.performanceLatency),
    principalArn: call.principalArn,
    sessionName: call.sessionName,
    inputTokens: call.inputTokens,
    outputTokens: call.outputTokens,
    cacheReadTokens: call.cacheReadTokens,
    cacheWriteTokens: call.cacheWriteTokens,
    outputImages: call.outputImages,
    latencyMs: call.latencyMs,
    guardrailId: call.guardrailId,
    stopReason: call.stopReason,
    errorCode: call.errorCode,
    requestMetadata: call.requestMetadata,
    usd: cost?.usd ?? null,
    prices: cost?.prices ?? [],
    unpricedReason: cost === null ? whyNone(call) : cost.unpricedReason,
  };
}

function labelOf(modelKey: string, { profiles }: Pricing): string {
  return modelLabel(resolveModel(modelKey, profiles).baseModelId);
}

function whyNone({ errorCode }: LoggedCall): string {
  if (errorCode !== null) return `The call failed (${errorCode}): nothing was used.`;
  return 'The log does not say which model was called where.';
}
