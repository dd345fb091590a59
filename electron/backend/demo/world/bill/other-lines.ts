import type { BatchJob, ProvisionedThroughput } from '../../../../../shared/model/dataset.ts';
import {
  addDays,
  type Day,
  dayOf,
  daysIn,
  instantOfMs,
} from '../../../../../shared/model/period.ts';
import { formatUsd, parseUsd, roundUsd } from '../../../../../shared/model/usd.ts';
import { billingPrefix } from '../../../../../shared/prices/billing-regions.ts';
import { RUNTIME_DAY } from '../agentcore/runtime-usage.ts';
import type { Placed } from '../bedrock/own-models.ts';
import type { ManagementAct } from '../cloudtrail-record.ts';
import type { WorldInvocation } from '../facts.ts';
import { groupBy } from '../grouping.ts';
import { guardrailUnits } from '../guardrail-trace.ts';
import { ACCOUNT } from '../organization.ts';
import { batchCharges } from './batch-charges.ts';
import type { WorldBillLine } from './bill-world.ts';
import type { Charge } from './charge.ts';
import type { ListPrices } from './list-prices.ts';
import { madeCharges } from './made-charges.ts';
import { COST_DECIMALS, UNKNOWN_USAGE } from './planted.ts';

/** What the lines of one organisation are written with. */
export interface ChargeSources {
  /** Days on the bill. */
  readonly days: readonly Day[];
  payerOf(accountId: string): string;
  readonly prices: ListPrices;
  /** Tags of a role or user, by its ARN. */
  tagsOf(principalArn: string): Readonly<Record<string, string>>;
  readonly provisioned: readonly Placed<ProvisionedThroughput>[];
  /** Data events on the bill; guardrails that were applied by themselves are charged. */
  readonly applied: readonly ManagementAct[];
  readonly batchJobs: readonly Placed<BatchJob>[];
}

/** USD per thousand text units, as the pricing page of 2026-07-24 says. */
const GUARDRAIL_PRICES = [
  ['ContentPolicy', '0.15'],
  ['TopicPolicy', '0.15'],
  ['SensitiveInformationPolicyPaid', '0.10'],
] as const;
/** USD per model unit and hour; made up, because AWS lists none for customised Nova models. */
const UNIT_HOURS: Readonly<Record<string, { readonly model: string; readonly usd: string }>> = {
  'meta.llama3-3-70b-instruct-v1:0': { model: 'Llama3-3-70B', usd: '0.74' },
  'amazon.nova-pro-v1:0': { model: 'NovaPro', usd: '0.35' },
};
const COMMITMENTS: Readonly<Record<string, string>> = {
  OneMonth: '1MonthCommit',
  SixMonths: '6MonthCommit',
};
const OTHER_UNIT = { model: 'NovaLite', usd: '0.28' };

/** Guardrails, images, searches, bought capacity, batches, stored models, an agent runtime. */
export function chargeLines(
  calls: readonly WorldInvocation[],
  sources: ChargeSources,
): readonly WorldBillLine[] {
  const charges = [
    ...guardrailCharges(calls, sources.applied),
    ...madeCharges(calls, sources),
    ...capacityCharges(sources),
    ...batchCharges(sources.batchJobs, sources),
    ...sources.days.flatMap(standingCharges),
  ];
  return charges.map((charge) => toLine(charge, sources));
}

function guardrailCharges(
  calls: readonly WorldInvocation[],
  applied: readonly ManagementAct[],
): readonly Charge[] {
  const guarded = calls
    .filter(({ guardrail }) => guardrail !== null)
    .map((call) => ({ ...placeOf(call), units: guardrailUnits(call) }));
  const alone = applied.map((act) => ({ ...placeOf(act), units: act.metered?.textUnits ?? 0 }));
  const byPlace = groupBy(
    [...guarded, ...alone.filter(({ units }) => units > 0)],
    ({ day, accountId, region }) => `${day} ${accountId} ${region}`,
  );
  return [...byPlace].flatMap(([place, group]) => {
    const [day = '', accountId = '', region = ''] = place.split(' ');
    const units = group.reduce((sum, one) => sum + one.units, 0);
    return GUARDRAIL_PRICES.map(([policy, usd]) => ({
      day,
      accountId,
      region,
      usageType: `${billingPrefix(region)}-Guardrail-${policy}UnitsConsumed`,
      unit: '1K text units',
      quantity: units / 1_000,
      usd,
    }));
  });
}

function placeOf(fact: Pick<ManagementAct, 'time' | 'accountId' | 'region'>) {
  const { time, accountId, region } = fact;
  return { day: dayOf(instantOfMs(time)), accountId, region };
}

function capacityCharges({ days, provisioned }: ChargeSources): readonly Charge[] {
  return provisioned.flatMap(({ place, item }) => {
    const base = item.foundationModelArn?.split('/').at(-1) ?? '';
    const { model, usd } = UNIT_HOURS[base] ?? OTHER_UNIT;
    const since = dayOf(item.creationTime ?? '');
    const commitment = COMMITMENTS[item.commitmentDuration ?? ''] ?? 'NoCommit';
    const charge = {
      ...place,
      usageType: `${billingPrefix(place.region)}-${model}-ProvisionedThroughput-${commitment}-ModelUnits`,
      unit: 'ModelUnit-Hours',
      quantity: 24 * item.modelUnits,
      usd,
      resourceId: item.provisionedModelArn,
    };
    return days.filter((day) => day > since).map((day) => ({ ...charge, day }));
  });
}

/** What costs the same every day: a stored model, an agent's runtime, something new, and a server. */
function standingCharges(day: Day): readonly Charge[] {
  const east = { day, accountId: ACCOUNT.platform, region: 'us-east-1' };
  const { accountId, region } = RUNTIME_DAY;
  const core = {
    day,
    accountId,
    region,
    service: 'Amazon Bedrock AgentCore',
    productCode: 'AmazonBedrockAgentCore',
  };
  return [
    { ...UNKNOWN_USAGE, day },
    {
      ...east,
      usageType: 'USE1-NovaLite-Customization-Storage',
      unit: 'Model-Months',
      quantity: 0.1,
      usd: '1.95',
    },
    {
      ...core,
      usageType: 'USE1-Runtime:Consumption-based:vCPU',
      unit: 'vCPU-Hours',
      quantity: RUNTIME_DAY.vcpuHours,
      usd: '0.0895',
    },
    {
      ...core,
      usageType: 'USE1-Runtime:Consumption-based:Memory',
      unit: 'GB-Hours',
      quantity: RUNTIME_DAY.gbHours,
      usd: '0.00945',
    },
    {
      ...east,
      service: 'Amazon Elastic Compute Cloud - Compute',
      productCode: 'AmazonEC2',
      usageType: 'BoxUsage:m7i.large',
      unit: 'Hrs',
      quantity: 24,
      usd: '0.1008',
    },
  ];
}

function toLine(charge: Charge, { payerOf }: ChargeSources): WorldBillLine {
  const millionths = BigInt(Math.round(charge.quantity * 1_000_000));
  const exact = formatUsd((parseUsd(charge.usd) * millionths) / 1_000_000n);
  const cost = roundUsd(exact, COST_DECIMALS);
  const { day, accountId, region, usageType, unit } = charge;
  return {
    day,
    payer: payerOf(accountId),
    accountId,
    region,
    service: charge.service ?? 'Amazon Bedrock',
    productCode: charge.productCode ?? 'AmazonBedrock',
    usageType,
    operation: '',
    lineItemType: 'Usage',
    principal: charge.principal ?? '',
    resourceId: charge.resourceId ?? '',
    tags: charge.tags ?? {},
    quantity: String(Number(millionths) / 1_000_000),
    unit,
    cost,
    listCost: cost,
  };
}

/** The days of a bill that begins with a month and ends with a day. */
export function billDays(from: Day, to: Day): readonly Day[] {
  return daysIn({ from, to: addDays(to, 1) });
}
