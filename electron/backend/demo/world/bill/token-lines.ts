import { type ModelRef, parseModelId } from '../../../../../shared/model/model-id.ts';
import { dayOf, instantOfMs } from '../../../../../shared/model/period.ts';
import { formatUsd, parseUsd, roundUsd } from '../../../../../shared/model/usd.ts';
import { bundledPrices } from '../../../../../shared/prices/bundled-prices.ts';
import { createPriceBook, type PriceBook } from '../../../../../shared/prices/price-book.ts';
import {
  type ProfileTargets,
  profileTargets,
  resolveModel,
} from '../../../../../shared/prices/profile-targets.ts';
import type { WorldCaller, WorldInvocation } from '../facts.ts';
import { inferenceProfilesIn } from '../inference-profiles.ts';
import { keepByKey } from '../keep.ts';
import type { AccountPlace } from '../organization.ts';
import type { WorldBillLine } from './bill-world.ts';
import { type BilledUse, billName } from './spellings.ts';

/** Decimals that AWS gives the cost of a line. */
const COST_DECIMALS = 10;
/** What platform-prod negotiated: a tenth off Opus 4.8. */
const NEGOTIATED = { modelId: 'anthropic.claude-opus-4-8', percent: 90n };
/** The price per million of a model that no list of AWS's has; it is on the bill all the same. */
const UNLISTED: Readonly<Record<string, Readonly<Partial<Record<BilledUse['unit'], string>>>>> = {
  'ozone.tasman-large-v1:0': { 'input-tokens': '1.2', 'output-tokens': '3.6' },
};

const UNITS: readonly (readonly [BilledUse['unit'], (call: WorldInvocation) => number])[] = [
  ['input-tokens', (call) => call.inputTokens],
  ['output-tokens', (call) => call.outputTokens],
  ['cache-read-tokens', (call) => call.cacheReadTokens],
  ['cache-write-5m-tokens', (call) => call.cacheWrite5mTokens],
  ['cache-write-1h-tokens', (call) => call.cacheWrite1hTokens],
];

/** What lines need of the organisation beside its calls. */
export interface BillSources {
  readonly places: readonly AccountPlace[];
  payerOf(accountId: string): string;
  /** Tags of a role or user, by its ARN. */
  tagsOf(principalArn: string): Readonly<Record<string, string>>;
}

interface Summed {
  readonly call: WorldInvocation;
  readonly tokens: number[];
}

/** The lines of all tokens: what each caller used of each model on each day. */
export function tokenLines(
  calls: readonly WorldInvocation[],
  sources: BillSources,
): readonly WorldBillLine[] {
  const sums = new Map<string, Summed>();
  for (const call of calls) {
    const key = `${dayOfCall(call)} ${call.region} ${call.modelId} ${call.serviceTier} ${sessionArn(call.caller)}`;
    const sum = sums.get(key) ?? { call, tokens: UNITS.map(() => 0) };
    for (const [index, [, count]] of UNITS.entries())
      sum.tokens[index] = (sum.tokens[index] ?? 0) + count(call);
    sums.set(key, sum);
  }
  const write = lineWriter(sources);
  return [...sums.values()].flatMap(({ call, tokens }) =>
    UNITS.flatMap(([unit], index) => {
      const count = tokens[index] ?? 0;
      return count === 0 ? [] : write(call, unit, count);
    }),
  );
}

function lineWriter(sources: BillSources) {
  const prices = createPriceBook([bundledPrices()]);
  const profiles = applicationProfiles(sources.places);
  const modelOf = keepByKey((modelId) => resolveModel(modelId, profiles));
  const tagsOf = keepByKey((key) => lineTags(key, sources));
  return (
    call: WorldInvocation,
    unit: BilledUse['unit'],
    count: number,
  ): readonly WorldBillLine[] => {
    const model = modelOf(call.modelId);
    const use: BilledUse = {
      modelId: model.baseModelId,
      region: call.region,
      scope: model.scope,
      tier: call.serviceTier === 'default' ? 'standard' : call.serviceTier,
      unit,
    };
    const price = pricePerMillion(prices, use, dayOfCall(call));
    if (price === null) return [];
    const name = billName(use);
    const list = (BigInt(count) * parseUsd(price)) / 1_000_000n;
    const cost = use.modelId === NEGOTIATED.modelId ? (list * NEGOTIATED.percent) / 100n : list;
    return [
      {
        day: dayOfCall(call),
        payer: sources.payerOf(call.accountId),
        accountId: call.accountId,
        region: call.region,
        service: name.service,
        productCode: name.productCode,
        usageType: name.usageType,
        operation: 'InvokeModelInference',
        lineItemType: 'Usage',
        principal: sessionArn(call.caller),
        resourceId: model.kind === 'application-inference-profile' ? call.modelId : '',
        tags: tagsOf(`${call.caller.arn} ${call.modelId}`),
        quantity: formatUsd(parseUsd(String(count)) / BigInt(name.per)),
        unit: name.unit,
        cost: roundUsd(formatUsd(cost), COST_DECIMALS),
        listCost: roundUsd(formatUsd(list), COST_DECIMALS),
      },
    ];
  };
}

/** Prices of the bundled table; a tier or scope that it lacks is billed at the standard rate. */
function pricePerMillion(prices: PriceBook, use: BilledUse, day: string): string | null {
  const { modelId: baseModelId, region, unit } = use;
  for (const { scope, tier } of [use, { ...use, tier: 'standard' as const }]) {
    const answer = prices.find({ baseModelId, scope, tier, region, unit, day });
    if (answer.found) return answer.line.usd;
  }
  return UNLISTED[baseModelId]?.[unit] ?? null;
}

function applicationProfiles(places: readonly AccountPlace[]): ProfileTargets {
  return profileTargets(
    places.flatMap(({ accountId, regions }) =>
      regions.flatMap((region) => inferenceProfilesIn(accountId, region)),
    ),
  );
}

/** Tags of the application profile and of the caller, as an export carries them. */
function lineTags(key: string, { places, tagsOf }: BillSources): Readonly<Record<string, string>> {
  const [principalArn = '', modelId = ''] = key.split(' ');
  const { accountId, region }: Pick<ModelRef, 'accountId' | 'region'> = parseModelId(modelId);
  const own = places.some((place) => place.accountId === accountId);
  const profiles = own && accountId !== null ? inferenceProfilesIn(accountId, region ?? '') : [];
  const tags = profiles.find(({ profileArn }) => profileArn === modelId)?.tags;
  const resource = tags?.read === true ? tags.value : [];
  return Object.fromEntries([
    ...resource.map(({ key: name, value }) => [`user_${name.replaceAll('-', '_')}`, value]),
    ...Object.entries(tagsOf(principalArn)).map(([name, value]) => [`iamPrincipal/${name}`, value]),
  ]);
}

/** The caller as the bill names it: users and root by their ARN, roles by the session's. */
function sessionArn({ kind, arn, accountId, sessionName }: WorldCaller): string {
  if (kind !== 'AssumedRole') return arn;
  const role = arn.slice(arn.lastIndexOf('/') + 1);
  return `arn:aws:sts::${accountId}:assumed-role/${role}/${sessionName ?? role}`;
}

function dayOfCall(call: WorldInvocation): string {
  return dayOf(instantOfMs(call.time));
}
