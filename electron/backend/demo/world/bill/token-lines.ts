import type { ModelRef } from '../../../../../shared/model/model-id.ts';
import { dayOf, instantOfMs } from '../../../../../shared/model/period.ts';
import { formatUsd, parseUsd, roundUsd } from '../../../../../shared/model/usd.ts';
import { resolveModel } from '../../../../../shared/prices/profile-targets.ts';
import { sessionArn } from '../cloudtrail-record.ts';
import type { WorldInvocation } from '../facts.ts';
import { keepByKey } from '../keep.ts';
import { readsLong } from '../long-context.ts';
import type { MantleCall } from '../mantle/mantle-calls.ts';
import type { WorldBillLine } from './bill-world.ts';
import { type LineTags, lineTags } from './line-tags.ts';
import type { ListPrices } from './list-prices.ts';
import { COST_DECIMALS, PRIVATE_OFFER } from './planted.ts';
import { type BilledUse, billName } from './spellings.ts';

/** What of a call its tokens are billed by, whichever endpoint it was made through. */
export type BilledCall = Pick<
  WorldInvocation,
  | 'time'
  | 'accountId'
  | 'region'
  | 'modelId'
  | 'caller'
  | 'serviceTier'
  | 'inputTokens'
  | 'outputTokens'
  | 'cacheReadTokens'
  | 'cacheWrite5mTokens'
  | 'cacheWrite1hTokens'
> & { readonly endpoint?: 'mantle' };

const UNITS: readonly (readonly [BilledUse['unit'], (call: BilledCall) => number])[] = [
  ['input-tokens', (call) => call.inputTokens],
  ['output-tokens', (call) => call.outputTokens],
  ['cache-read-tokens', (call) => call.cacheReadTokens],
  ['cache-write-5m-tokens', (call) => call.cacheWrite5mTokens],
  ['cache-write-1h-tokens', (call) => call.cacheWrite1hTokens],
];

/** The tokens that one caller used of one model on one day, by unit. */
interface Summed {
  readonly call: BilledCall;
  readonly long: boolean;
  readonly tokens: number[];
}

/** What lines of tokens need of the organisation beside its calls. */
export interface TokenSources extends LineTags {
  readonly prices: ListPrices;
  payerOf(accountId: string): string;
}

/** The lines of all tokens: what each caller used of each model on each day. */
export function tokenLines(
  calls: readonly BilledCall[],
  sources: TokenSources,
): readonly WorldBillLine[] {
  const sums = new Map<string, Summed>();
  for (const call of calls) {
    const long = readsLong(call);
    const key = `${dayOfCall(call)} ${call.region} ${call.modelId} ${call.serviceTier} ${call.endpoint} ${long} ${sessionArn(call.caller)}`;
    const sum = sums.get(key) ?? { call, long, tokens: UNITS.map(() => 0) };
    for (const [index, [, count]] of UNITS.entries())
      sum.tokens[index] = (sum.tokens[index] ?? 0) + count(call);
    sums.set(key, sum);
  }
  const write = lineWriter(sources);
  return [...sums.values()].flatMap((sum) =>
    UNITS.flatMap(([unit], index) => {
      const count = sum.tokens[index] ?? 0;
      return count === 0 ? [] : write(sum, unit, count);
    }),
  );
}

/** Mantle's calls as they are billed: it has neither tiers nor caches in this world. */
export function billedMantleCall(call: MantleCall): BilledCall {
  return {
    ...call,
    endpoint: 'mantle',
    serviceTier: 'default',
    cacheReadTokens: 0,
    cacheWrite5mTokens: 0,
    cacheWrite1hTokens: 0,
  };
}

function lineWriter(sources: TokenSources) {
  const priceOf = sources.prices.tokens;
  const modelOf = keepByKey((modelId) => resolveModel(modelId, sources.profiles));
  const tagsOf = lineTags(sources);
  return (
    { call, long }: Summed,
    unit: BilledUse['unit'],
    count: number,
  ): readonly WorldBillLine[] => {
    const model = modelOf(call.modelId);
    const day = dayOfCall(call);
    const short = { ...kindOf(call, model), unit };
    const inLong: BilledUse = { ...short, context: 'long' };
    const longUsd = long ? priceOf(inLong, day) : null;
    const usd = longUsd ?? priceOf(short, day);
    if (usd === null) return [];
    const name = billName(longUsd === null ? short : inLong);
    const list = (BigInt(count) * parseUsd(usd)) / 1_000_000n;
    return [
      {
        day,
        payer: sources.payerOf(call.accountId),
        accountId: call.accountId,
        region: call.region,
        service: name.service,
        productCode: name.productCode,
        usageType: name.usageType,
        operation: call.endpoint === 'mantle' ? '' : 'InvokeModelInference',
        lineItemType: 'Usage',
        principal: sessionArn(call.caller),
        resourceId: model.kind === 'application-inference-profile' ? call.modelId : '',
        tags: tagsOf(call.caller.arn, call.modelId),
        quantity: formatUsd(parseUsd(String(count)) / BigInt(name.per)),
        unit: name.unit,
        cost: roundUsd(formatUsd(negotiated(list, call.accountId, short)), COST_DECIMALS),
        listCost: roundUsd(formatUsd(list), COST_DECIMALS),
      },
    ];
  };
}

function kindOf(call: BilledCall, model: ModelRef): Omit<BilledUse, 'unit'> {
  return {
    modelId: model.baseModelId,
    region: call.region,
    scope: model.scope,
    tier: call.serviceTier === 'default' ? 'standard' : call.serviceTier,
    ...(call.endpoint === undefined ? {} : { endpoint: call.endpoint }),
  };
}

function negotiated(list: bigint, accountId: string, { modelId }: BilledUse): bigint {
  const offered = accountId === PRIVATE_OFFER.accountId && modelId === PRIVATE_OFFER.modelId;
  return offered ? (list * (100n - PRIVATE_OFFER.percentOff)) / 100n : list;
}

function dayOfCall({ time }: BilledCall): string {
  return dayOf(instantOfMs(time));
}
