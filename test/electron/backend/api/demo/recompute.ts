import { baseModelOf } from '../../../../../electron/backend/demo/world/inference-profiles.ts';
import { toInvocationLog } from '../../../../../electron/backend/demo/world/invocation-log.ts';
import type { World, WorldInvocation } from '../../../../../electron/backend/demo/world/world.ts';
import { modelKey } from '../../../../../shared/model/model-id.ts';
import { bundledPrices } from '../../../../../shared/prices/bundled-prices.ts';

/**
 * What a month's calls cost, once more: from the records of the invocation logs, and of calls that no
 * log has from what metrics count of them. Nothing of the store, the questions or the cost code takes
 * part: a loop over calls, a look-up in the bundled table from its beginning, whole picodollars.
 */
export interface Recomputed {
  /** Picodollars by day, account, Region, model, scope and unit. */
  readonly picodollars: ReadonlyMap<string, bigint>;
  /** Tokens that no line prices, by the same. */
  readonly unpriced: ReadonlyMap<string, number>;
}

/** One quantity of a call. */
interface Used {
  readonly call: Called;
  readonly unit: string;
  readonly quantity: number;
  readonly long: boolean;
}

type Called = Pick<
  WorldInvocation,
  'time' | 'accountId' | 'region' | 'modelId' | 'serviceTier' | 'errorCode'
>;

const lines = bundledPrices();
const LONG = 200_000;

/** Recomputes the calls from one instant to another, in milliseconds; bought capacity is left out. */
export function recompute(world: World, fromMs: number, toMs: number): Recomputed {
  const within = (call: Omit<Called, 'serviceTier'>) =>
    call.time >= fromMs && call.time < toMs && call.errorCode === null && !isBought(call);
  const calls = world.invocations.filter(within);
  const byLogs = daysThatLogsCount(calls);
  const used = [
    ...calls.flatMap((call) => {
      if (!byLogs.has(place(call))) return metered(call);
      return call.logged ? logged(call) : [];
    }),
    ...world.mantleCalls.filter(within).flatMap((call) => [
      {
        call: { ...call, modelId: baseModelOf(call.modelId), serviceTier: 'default' as const },
        unit: 'input-tokens',
        quantity: call.inputTokens,
        long: false,
      },
      {
        call: { ...call, modelId: baseModelOf(call.modelId), serviceTier: 'default' as const },
        unit: 'output-tokens',
        quantity: call.outputTokens,
        long: false,
      },
    ]),
  ];
  return priceAll(
    used.filter(({ quantity }) => quantity > 0),
    targetsOf(world),
  );
}

function isBought({ modelId }: Pick<Called, 'modelId'>): boolean {
  return modelId.includes(':provisioned-model/');
}

function place({ time, accountId, region, modelId }: Called): string {
  return `${new Date(time).toISOString().slice(0, 10)} ${accountId} ${region} ${modelKey(modelId)}`;
}

function tokensOf(call: WorldInvocation): number {
  const written = call.cacheWrite5mTokens + call.cacheWrite1hTokens;
  return call.inputTokens + call.outputTokens + call.cacheReadTokens + written;
}

/** Logs count unless metrics, which miss no call, counted more than two per cent more. */
function daysThatLogsCount(calls: readonly WorldInvocation[]): ReadonlySet<string> {
  const sums = new Map<string, { logged: number; all: number; has: boolean }>();
  for (const call of calls) {
    const sum = sums.get(place(call)) ?? { logged: 0, all: 0, has: false };
    sum.all += tokensOf(call);
    if (call.logged) sum.logged += tokensOf(call);
    sum.has ||= call.logged;
    sums.set(place(call), sum);
  }
  return new Set(
    [...sums].filter(([, sum]) => sum.has && sum.all * 100 <= sum.logged * 102).map(([key]) => key),
  );
}

/** As a record of the log tells it; how long writes are kept is in its body. */
function logged(call: WorldInvocation): readonly Used[] {
  const record = JSON.parse(JSON.stringify(toInvocationLog(call)));
  const input = record.input ?? {};
  const written = input.cacheWriteInputTokenCount ?? 0;
  const read = input.cacheReadInputTokenCount ?? 0;
  const fresh = input.inputTokenCount ?? 0;
  const long = fresh + read + written > LONG;
  const hour = written === 0 ? 0 : call.cacheWrite1hTokens;
  return [
    { call, unit: 'input-tokens', quantity: fresh, long },
    { call, unit: 'output-tokens', quantity: record.output?.outputTokenCount ?? 0, long },
    { call, unit: 'cache-read-tokens', quantity: read, long },
    { call, unit: 'cache-write-5m-tokens', quantity: written - hour, long },
    { call, unit: 'cache-write-1h-tokens', quantity: hour, long },
  ];
}

/** Metrics tell neither how long writes are kept nor how long a context was. */
function metered(call: WorldInvocation): readonly Used[] {
  const written = call.cacheWrite5mTokens + call.cacheWrite1hTokens;
  return [
    { call, unit: 'input-tokens', quantity: call.inputTokens, long: false },
    { call, unit: 'output-tokens', quantity: call.outputTokens, long: false },
    { call, unit: 'cache-read-tokens', quantity: call.cacheReadTokens, long: false },
    { call, unit: 'cache-write-5m-tokens', quantity: written, long: false },
  ];
}

type Target = readonly [base: string, scope: string];

/** What application profiles stand for, by their ARN. */
function targetsOf(world: World): ReadonlyMap<string, Target> {
  const profiles = world.accounts.flatMap(({ accountId }) =>
    world.bedrockRegions.flatMap((region) => world.inferenceProfiles(accountId, region)),
  );
  return new Map(
    profiles
      .filter(({ type }) => type === 'APPLICATION')
      .map(({ profileArn, modelArns }): [string, Target] => {
        const regions = new Set(modelArns.map((arn) => arn.split(':')[3] ?? ''));
        const scope = regions.has('') ? 'global' : regions.size > 1 ? 'geographic' : 'in-region';
        return [profileArn, [modelKey(modelArns[0] ?? ''), scope]];
      }),
  );
}

function targetOf({ modelId }: Called, targets: ReadonlyMap<string, Target>): Target {
  const known = targets.get(modelId);
  if (known !== undefined) return known;
  const [, prefix, base] = /^(?:(us|eu|apac|au|jp|global)\.)?(.+)$/.exec(modelId) ?? [];
  const scope = prefix === undefined ? 'in-region' : prefix === 'global' ? 'global' : 'geographic';
  return [base ?? modelId, scope];
}

function priceAll(used: readonly Used[], targets: ReadonlyMap<string, Target>): Recomputed {
  const picodollars = new Map<string, bigint>();
  const unpriced = new Map<string, number>();
  for (const { call, unit, quantity, long } of used) {
    const [base, scope] = targetOf(call, targets);
    const day = new Date(call.time).toISOString().slice(0, 10);
    const wanted = `${day} ${call.accountId} ${call.region} ${base} ${scope === 'global'} ${coarse(unit)}`;
    const tier = call.serviceTier === 'default' ? 'standard' : call.serviceTier;
    const isLong = long && lines.some((line) => line.modelId === base && line.context === 'long');
    const line = lines.find(
      (one) =>
        one.modelId === base &&
        one.scope === scope &&
        one.tier === tier &&
        one.unit === unit &&
        (one.context === 'long') === isLong &&
        (one.regions === '*' || one.regions.includes(call.region)) &&
        one.validFrom <= day &&
        (one.validTo === undefined || day < one.validTo),
    );
    if (line === undefined) unpriced.set(wanted, (unpriced.get(wanted) ?? 0) + quantity);
    else {
      const each = BigInt(Math.round(Number(line.usd) * 1_000_000));
      picodollars.set(wanted, (picodollars.get(wanted) ?? 0n) + each * BigInt(quantity));
    }
  }
  return { picodollars, unpriced };
}

/** Writes of any time to live count together. */
export function coarse(unit: string): string {
  return unit.startsWith('cache-write-') ? 'cache-write-tokens' : unit;
}
