import type { ProvisionedThroughput } from '../../../../../shared/model/dataset.ts';
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  daysIn,
  instantOfMs,
  monthOf,
} from '../../../../../shared/model/period.ts';
import { addUsd, formatUsd, parseUsd, roundUsd } from '../../../../../shared/model/usd.ts';
import { billingPrefix } from '../../../../../shared/prices/billing-regions.ts';
import type { Placed } from '../bedrock/own-models.ts';
import type { WorldInvocation } from '../facts.ts';
import { groupBy } from '../grouping.ts';
import { guardrailUnits } from '../guardrail-trace.ts';
import { ACCOUNT } from '../organization.ts';
import type { WorldBillLine } from './bill-world.ts';

/** What is billed beside tokens, before it is a line. */
type Charge = Pick<WorldBillLine, 'day' | 'accountId' | 'region' | 'usageType' | 'unit'> & {
  readonly quantity: number;
  /** USD for one of `unit`. */
  readonly usd: string;
  readonly service?: string;
  readonly productCode?: string;
  readonly resourceId?: string;
};

/** What the lines of one organisation are written with. */
export interface ChargeSources {
  /** Days on the bill. */
  readonly days: readonly Day[];
  payerOf(accountId: string): string;
  readonly provisioned: readonly Placed<ProvisionedThroughput>[];
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

/** Guardrails, bought capacity, stored models and an agent runtime: what no token explains. */
export function chargeLines(
  calls: readonly WorldInvocation[],
  sources: ChargeSources,
): readonly WorldBillLine[] {
  const charges = [
    ...guardrailCharges(calls),
    ...capacityCharges(sources),
    ...sources.days.flatMap(standingCharges),
  ];
  return charges.map((charge) => toLine(charge, sources));
}

/** A credit in the month before, and tax at the end of each finished month. */
export function adjustmentLines(
  usage: readonly WorldBillLine[],
  today: Day,
): readonly WorldBillLine[] {
  const credited = `${addMonths(monthOf(today), -1)}-09`;
  const first = usage.find(
    ({ accountId, day }) => accountId === ACCOUNT.platform && day === credited,
  );
  const credit = first === undefined ? [] : [adjustment(first, 'Credit', '-75')];
  const finished = usage.filter(({ day }) => monthOf(day) < monthOf(today));
  const taxed = finished.filter(({ accountId }) => accountId === ACCOUNT.support);
  const taxes = [...groupBy(taxed, ({ day }) => monthOf(day))].map(([month, lines]) => {
    const net = addUsd(...lines.map(({ cost }) => cost));
    const tax = roundUsd(formatUsd((parseUsd(net) * 23n) / 100n), 2);
    const day = addDays(`${addMonths(month, 1)}-01`, -1);
    return lines.slice(0, 1).map((line) => ({ ...adjustment(line, 'Tax', tax), day }));
  });
  return [...credit, ...taxes.flat()];
}

function adjustment(
  line: WorldBillLine,
  lineItemType: WorldBillLine['lineItemType'],
  cost: string,
): WorldBillLine {
  const bare = { principal: '', resourceId: '', tags: {}, operation: '', quantity: '1', unit: '' };
  const bedrock = { service: 'Amazon Bedrock', productCode: 'AmazonBedrock', usageType: '' };
  return { ...line, ...bare, ...bedrock, lineItemType, cost, listCost: '0' };
}

function guardrailCharges(calls: readonly WorldInvocation[]): readonly Charge[] {
  const guarded = calls.filter(({ guardrail }) => guardrail !== null);
  const byPlace = groupBy(
    guarded,
    (call) => `${dayOf(instantOfMs(call.time))} ${call.accountId} ${call.region}`,
  );
  return [...byPlace].flatMap(([place, group]) => {
    const [day = '', accountId = '', region = ''] = place.split(' ');
    const units = group.reduce((sum, call) => sum + guardrailUnits(call), 0);
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

/** What costs the same every day: a stored model, an agent's runtime, and a server that is no model. */
function standingCharges(day: Day): readonly Charge[] {
  const east = { day, accountId: ACCOUNT.platform, region: 'us-east-1' };
  const core = { service: 'Amazon Bedrock AgentCore', productCode: 'AmazonBedrockAgentCore' };
  return [
    {
      ...east,
      usageType: 'USE1-NovaLite-Customization-Storage',
      unit: 'Model-Months',
      quantity: 0.1,
      usd: '1.95',
    },
    {
      ...east,
      ...core,
      usageType: 'USE1-Runtime:Consumption-based:vCPU',
      unit: 'vCPU-Hours',
      quantity: 18.5,
      usd: '0.0895',
    },
    {
      ...east,
      ...core,
      usageType: 'USE1-Runtime:Consumption-based:Memory',
      unit: 'GB-Hours',
      quantity: 46.25,
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
  const thousandths = BigInt(Math.round(charge.quantity * 1_000));
  const cost = roundUsd(formatUsd((parseUsd(charge.usd) * thousandths) / 1_000n), 10);
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
    principal: '',
    resourceId: charge.resourceId ?? '',
    tags: {},
    quantity: String(Number(thousandths) / 1_000),
    unit,
    cost,
    listCost: cost,
  };
}

/** The days of a bill that begins with a month and ends with a day. */
export function billDays(from: Day, to: Day): readonly Day[] {
  return daysIn({ from, to: addDays(to, 1) });
}
