import type { PromptRun, TokenCounts } from '../../../shared/api/answers.ts';
import { type CallCost, priceTokens } from '../../../shared/cost/price-tokens.ts';
import type { Day } from '../../../shared/model/period.ts';
import type { BillableUnit, ServiceTier } from '../../../shared/model/usage.ts';
import {
  type PromptAnswer,
  type PromptTokens,
  type StreamOptions,
  streamConverse,
} from './converse.ts';
import { callerOf, type PromptCall } from './prompt-call.ts';

/** The tier as AWS echoes it, as prices name it; nothing echoed is the default tier. */
const TIERS: Readonly<Record<string, ServiceTier>> = {
  default: 'standard',
  flex: 'flex',
  priority: 'priority',
  reserved: 'reserved',
};

/**
 * Sends one prompt, streams its text and prices what was used.
 * @throws CallFailure naming the missing permission, AppError `cancelled` or `aws-failed`.
 */
export async function runPrompt(
  run: { readonly runId: string; readonly day: Day },
  call: PromptCall,
  options: StreamOptions,
): Promise<PromptRun> {
  const { clients, region, request } = call;
  const answer = await callerOf(call, options.signal).call(
    'bedrock:InvokeModelWithResponseStream',
    async () => streamConverse(await clients.bedrockRuntime(region), request, options),
  );
  const cost = priceAnswer(answer, call, run.day);
  return {
    runId: run.runId,
    modelId: request.modelId,
    region,
    text: answer.text,
    stopReason: answer.stopReason,
    tokens: shownTokens(answer.tokens),
    timeToFirstTokenMs: answer.timeToFirstTokenMs,
    totalMs: answer.totalMs,
    usd: cost.usd,
    prices: cost.prices,
    guardrail: guardrailOf(answer, call),
    serviceTier: answer.serviceTier,
  };
}

function guardrailOf(answer: PromptAnswer, { request }: PromptCall): PromptRun['guardrail'] {
  if (request.guardrail === undefined) return null;
  const intervened = answer.stopReason === 'guardrail_intervened';
  return { intervened, trace: answer.guardrailTrace };
}

function priceAnswer(answer: PromptAnswer, call: PromptCall, day: Day): CallCost {
  const tier = TIERS[answer.serviceTier ?? 'default'] ?? 'standard';
  const { region, pricing, request } = call;
  const quantities = quantitiesOf(answer.tokens);
  return priceTokens({ modelId: request.modelId, region, day, tier, quantities }, pricing);
}

/** Cache writes by time to live; what AWS did not split stays unsplit. */
function quantitiesOf(tokens: PromptTokens): Partial<Record<BillableUnit, number>> {
  const unsplit = tokens.cacheWrite - tokens.cacheWrite5m - tokens.cacheWrite1h;
  return {
    'input-tokens': tokens.input,
    'output-tokens': tokens.output,
    'cache-read-tokens': tokens.cacheRead,
    'cache-write-5m-tokens': tokens.cacheWrite5m,
    'cache-write-1h-tokens': tokens.cacheWrite1h,
    'cache-write-tokens': Math.max(0, unsplit),
  };
}

function shownTokens({ input, output, cacheRead, cacheWrite }: PromptTokens): TokenCounts {
  return { input, output, cacheRead, cacheWrite };
}
