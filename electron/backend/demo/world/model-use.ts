import type { WorldInvocation } from './facts.ts';
import { guardrailId } from './guardrails/guardrail-ids.ts';
import { baseModelOf, destinationRegions } from './inference-profiles.ts';
import { hasLongContextPrice, LONG_CONTEXT_TOKENS } from './long-context.ts';
import { catalogueModel } from './models.ts';
import type { Random } from './random.ts';
import type { ImageShape, TokenShape, Workload } from './workload.ts';

/** What a call asks of a model and what comes back. */
export type ModelUse = Pick<
  WorldInvocation,
  | 'operation'
  | 'modelId'
  | 'inferenceRegion'
  | 'inputTokens'
  | 'outputTokens'
  | 'cacheReadTokens'
  | 'cacheWrite5mTokens'
  | 'cacheWrite1hTokens'
  | 'images'
  | 'searchUnits'
  | 'latencyMs'
  | 'timeToFirstTokenMs'
  | 'serviceTier'
  | 'guardrail'
  | 'stopReason'
  | 'errorCode'
>;

type Target = Pick<ModelUse, 'modelId' | 'operation'>;

type Tokens = Pick<
  ModelUse,
  'inputTokens' | 'outputTokens' | 'cacheReadTokens' | 'cacheWrite5mTokens' | 'cacheWrite1hTokens'
>;

/** What a call that succeeds works on. */
interface Work {
  readonly region: string;
  readonly tokens: Tokens;
  readonly serviceTier?: ModelUse['serviceTier'];
  readonly guardrail?: ModelUse['guardrail'];
}

/** Agents of this world forget what they read before that. */
const MAX_CACHE_READ = 160_000;

const NO_TOKENS: Tokens = {
  inputTokens: 0,
  outputTokens: 0,
  cacheReadTokens: 0,
  cacheWrite5mTokens: 0,
  cacheWrite1hTokens: 0,
};

/** Draws model, tokens, latency, guardrail verdict and outcome of one call of a workload. */
export function drawUse(workload: Workload, random: Random): ModelUse {
  const modelId = random.weighted(workload.models);
  const operation = random.weighted(workload.operations);
  const target = { modelId, operation };
  const errorCode = drawError(workload, random);
  if (errorCode !== null) return failedUse(target, errorCode, random);
  if (workload.images !== undefined) return imageUse(target, workload.images, random);
  if (workload.searches !== undefined) return searchUse(target, workload.searches, random);
  const guardrail = drawGuardrail(workload, random);
  const tokens = drawTokens(workload.tokens, modelId, random);
  const serviceTier = drawTier(workload, modelId, random);
  const work = { region: workload.region, tokens, serviceTier, guardrail };
  const use = succeededUse(target, work, random);
  return guardrail?.intervened === true ? blockedUse(use, random) : use;
}

/** A call that answers; a cross-Region profile serves about half of them elsewhere. */
export function succeededUse(target: Target, work: Work, random: Random): ModelUse {
  const { tokens } = work;
  const readMs = (tokens.inputTokens + tokens.cacheWrite5mTokens) / 60;
  const firstMs = Math.round(random.around(240, 0.3) + readMs + tokens.cacheReadTokens / 900);
  const streaming = isStreaming(target.operation);
  return {
    modelId: target.modelId,
    operation: target.operation,
    inputTokens: tokens.inputTokens,
    outputTokens: tokens.outputTokens,
    cacheReadTokens: tokens.cacheReadTokens,
    cacheWrite5mTokens: tokens.cacheWrite5mTokens,
    cacheWrite1hTokens: tokens.cacheWrite1hTokens,
    images: null,
    searchUnits: null,
    inferenceRegion: drawRegion(target.modelId, work.region, random),
    latencyMs: firstMs + tokens.outputTokens * random.integer(9, 17),
    timeToFirstTokenMs: streaming ? firstMs : null,
    serviceTier: work.serviceTier ?? 'default',
    guardrail: work.guardrail ?? null,
    stopReason: tokens.outputTokens === 0 ? null : drawStop(random),
    errorCode: null,
  };
}

function imageUse(target: Target, shape: ImageShape, random: Random): ModelUse {
  const images = {
    count: random.integer(1, shape.most),
    side: random.weighted(shape.sides),
    quality: random.weighted(shape.qualities),
  };
  const use = succeededUse(target, { region: '', tokens: NO_TOKENS }, random);
  return { ...use, images, latencyMs: use.latencyMs + images.count * random.integer(2_600, 4_100) };
}

function searchUse(target: Target, most: number, random: Random): ModelUse {
  const use = succeededUse(target, { region: '', tokens: NO_TOKENS }, random);
  return { ...use, searchUnits: random.integer(1, most) };
}

/** A call that AWS refuses: no tokens, no answer. */
export function failedUse(target: Target, errorCode: string, random: Random): ModelUse {
  return {
    ...target,
    ...NO_TOKENS,
    images: null,
    searchUnits: null,
    inferenceRegion: null,
    latencyMs: random.integer(18, 140),
    timeToFirstTokenMs: null,
    serviceTier: 'default',
    guardrail: null,
    stopReason: null,
    errorCode,
  };
}

/** Whether the operation streams its answer. */
export function isStreaming(operation: WorldInvocation['operation']): boolean {
  return operation === 'ConverseStream' || operation === 'InvokeModelWithResponseStream';
}

function blockedUse(use: ModelUse, random: Random): ModelUse {
  return {
    ...use,
    ...NO_TOKENS,
    inferenceRegion: null,
    latencyMs: random.integer(180, 420),
    timeToFirstTokenMs: isStreaming(use.operation) ? random.integer(150, 179) : null,
    stopReason: 'guardrail_intervened',
  };
}

function drawError(workload: Workload, random: Random): string | null {
  let rest = random.next();
  for (const [code, rate] of workload.errors ?? []) {
    rest -= rate;
    if (rest < 0) return code;
  }
  return null;
}

function drawGuardrail(workload: Workload, random: Random): ModelUse['guardrail'] {
  const { accountId, guardrail } = workload;
  if (guardrail === undefined) return null;
  return {
    id: guardrailId(accountId, guardrail.name),
    version: guardrail.version,
    intervened: random.chance(guardrail.interventions),
  };
}

function drawTokens(shape: TokenShape, modelId: string, random: Random): Tokens {
  const cached = cachesPrompts(modelId);
  const written = cached ? draw(shape.cacheWrite ?? 0, random) : 0;
  const hour = random.chance(shape.oneHourShare ?? 0);
  const inputTokens = draw(shape.input, random);
  const outputTokens = draw(shape.output, random);
  const most = mostCacheRead(modelId, inputTokens + written);
  return {
    inputTokens,
    outputTokens,
    cacheReadTokens: cached ? Math.min(most, draw(shape.cacheRead ?? 0, random)) : 0,
    cacheWrite5mTokens: hour ? 0 : written,
    cacheWrite1hTokens: hour ? written : 0,
  };
}

/** Agents stay out of long contexts where these cost more: they read less of their cache. */
function mostCacheRead(modelId: string, others: number): number {
  if (!hasLongContextPrice(modelId)) return MAX_CACHE_READ;
  return Math.max(0, Math.min(MAX_CACHE_READ, LONG_CONTEXT_TOKENS - others));
}

function draw(median: number, random: Random): number {
  return median === 0 ? 0 : Math.max(1, random.around(median));
}

/** Only the Claude models of this world are called with prompt caching. */
function cachesPrompts(modelId: string): boolean {
  const base = baseModelOf(modelId);
  return base.startsWith('anthropic.') && catalogueModel(base)?.legacy !== true;
}

function drawTier(workload: Workload, modelId: string, random: Random): ModelUse['serviceTier'] {
  if (workload.tiers === undefined) return 'default';
  const tier = random.weighted(workload.tiers);
  const offered: readonly string[] = catalogueModel(baseModelOf(modelId))?.tiers ?? [];
  return offered.includes(tier) ? tier : 'default';
}

function drawRegion(modelId: string, region: string, random: Random): string | null {
  const others = destinationRegions(modelId).filter((destination) => destination !== region);
  return others.length > 0 && random.chance(0.45) ? random.pick(others) : null;
}

function drawStop(random: Random): string {
  return random.weighted([
    ['end_turn', 14],
    ['tool_use', 5],
    ['max_tokens', 1],
  ]);
}
