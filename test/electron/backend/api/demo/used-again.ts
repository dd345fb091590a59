import type { BedrockResources } from '../../../../../electron/backend/demo/world/bedrock/bedrock-world.ts';
import { baseModelOf } from '../../../../../electron/backend/demo/world/inference-profiles.ts';
import type { World } from '../../../../../electron/backend/demo/world/world.ts';
import type { ModelUse, TokenCounts } from '../../../../../shared/api/answers.ts';
import type { Day } from '../../../../../shared/model/period.ts';
import { formatUsd } from '../../../../../shared/model/usd.ts';
import { recompute } from './recompute.ts';

export const NO_TOKENS: TokenCounts = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };
const NO_CACHE = { cacheReadTokens: 0, cacheWrite5mTokens: 0, cacheWrite1hTokens: 0 };

type Used = Pick<ModelUse, 'calls' | 'tokens' | 'usd'>;
type Resources = Pick<
  BedrockResources,
  'provisionedThroughputs' | 'customModels' | 'importedModels'
>;

/** Tokens of two, kind by kind. */
export function added(a: TokenCounts, b: TokenCounts): TokenCounts {
  return {
    input: a.input + b.input,
    output: a.output + b.output,
    cacheRead: a.cacheRead + b.cacheRead,
    cacheWrite: a.cacheWrite + b.cacheWrite,
  };
}

/**
 * What every model was used for from a day on, once more: calls and tokens of each kind from the calls
 * themselves, exact dollars by a computation of its own.
 */
export function usedAgain(
  world: World,
  resources: readonly Resources[],
  from: Day,
): Readonly<Record<string, Used>> {
  const since = Date.parse(`${from}T00:00:00Z`);
  const calls = [
    ...world.invocations,
    ...world.mantleCalls.map((call) => ({ ...NO_CACHE, ...call })),
  ].filter(({ time, errorCode }) => time >= since && errorCode === null);
  const dollars = dollarsOf(world, since);
  const modelOf = calledModels(resources);
  const used: Record<string, Used> = {};
  for (const call of calls) {
    const name = modelOf(call.modelId);
    const before = used[name] ?? { calls: 0, tokens: NO_TOKENS };
    const amount = dollars.get(name);
    const tokens = {
      input: call.inputTokens,
      output: call.outputTokens,
      cacheRead: call.cacheReadTokens,
      cacheWrite: call.cacheWrite5mTokens + call.cacheWrite1hTokens,
    };
    used[name] = {
      calls: before.calls + 1,
      tokens: added(before.tokens, tokens),
      usd: amount === undefined ? null : formatUsd(amount * 1_000_000n),
    };
  }
  return used;
}

/** Picodollars by base model. */
function dollarsOf(world: World, since: number): ReadonlyMap<string, bigint> {
  const dollars = new Map<string, bigint>();
  const { picodollars } = recompute(world, since, Number.POSITIVE_INFINITY);
  for (const [key, amount] of picodollars) {
    const base = key.split(' ')[3] ?? '';
    dollars.set(base, (dollars.get(base) ?? 0n) + amount);
  }
  return dollars;
}

/** What was called: a model that an account has by its ARN, whatever serves it; else a base model. */
function calledModels(resources: readonly Resources[]): (modelId: string) => string {
  const bought = resources.flatMap((one) => one.provisionedThroughputs);
  const own = new Set(
    resources.flatMap(({ customModels, importedModels }) =>
      [...customModels, ...importedModels].map(({ modelArn }) => modelArn),
    ),
  );
  return (modelId) => {
    const capacity = bought.find((one) => one.provisionedModelArn === modelId);
    const served = capacity?.modelArn ?? modelId;
    return own.has(served) ? served : baseModelOf(served);
  };
}
