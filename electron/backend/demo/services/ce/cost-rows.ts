import { monthOf, msOfInstant } from '../../../../../shared/model/period.ts';
import type { WorldBillLine } from '../../world/bill/bill-world.ts';
import { finalisedMs } from '../../world/bill/invoice.ts';
import { groupBy } from '../../world/grouping.ts';
import type { World } from '../../world/world.ts';

/** A billed amount with everything that Cost Explorer can group or filter it by. */
export interface CostRow {
  readonly day: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly quantity: number;
  /** In units of 10^-10 USD, the decimals that AWS keeps. */
  readonly cost: bigint;
  /** Whether the month's bill is not final yet. */
  readonly estimated: boolean;
}

const DECIMALS = 10;

/** Cost Explorer's names of line item types that it does not call as an export does. */
const RECORD_TYPES: Readonly<Partial<Record<WorldBillLine['lineItemType'], string>>> = {
  PrivateRateDiscount: 'Private Rate Card Discount',
  Fee: 'Support fee',
};

/** What an account sees of the bill, a management account all of its organisation; callers as one. */
export function costRows(world: World, accountId: string): readonly CostRow[] {
  const visible = new Set(world.billedAccounts(accountId));
  const nowMs = msOfInstant(world.now);
  const lines = world.billLines().filter((line) => visible.has(line.accountId));
  return [...groupBy(lines, groupOf).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [toRow(first, group, nowMs < finalisedMs(monthOf(first.day)))];
  });
}

function groupOf(line: WorldBillLine): string {
  const { team = '', environment = '' } = tagsOf(line);
  const { day, accountId, service, usageType, region, lineItemType, operation } = line;
  return `${day} ${accountId} ${service} ${usageType} ${region} ${lineItemType} ${operation} ${team} ${environment}`;
}

function toRow(line: WorldBillLine, group: readonly WorldBillLine[], estimated: boolean): CostRow {
  const taxed = line.lineItemType === 'Tax';
  return {
    day: line.day,
    dimensions: {
      SERVICE: taxed ? 'Tax' : line.service,
      LINKED_ACCOUNT: line.accountId,
      USAGE_TYPE: line.usageType,
      REGION: line.region,
      RECORD_TYPE: RECORD_TYPES[line.lineItemType] ?? line.lineItemType,
      OPERATION: line.operation,
    },
    tags: tagsOf(line),
    quantity: group.reduce((sum, { quantity }) => sum + Number(quantity), 0),
    cost: group.reduce((sum, { cost }) => sum + toUnits(cost), 0n),
    estimated,
  };
}

/** Only the tags that the organisation has switched on for its bill. */
function tagsOf({ tags }: WorldBillLine): Readonly<Record<string, string>> {
  const team = tags.user_team ?? tags['iamPrincipal/team'];
  const environment = tags['iamPrincipal/environment'];
  return {
    ...(team === undefined ? {} : { team }),
    ...(environment === undefined ? {} : { environment }),
  };
}

/** A cost of at most ten decimals as whole units. */
function toUnits(cost: string): bigint {
  const [, sign = '', whole = '0', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(cost) ?? [];
  const units = BigInt(`${whole}${decimals.padEnd(DECIMALS, '0').slice(0, DECIMALS)}`);
  return sign === '-' ? -units : units;
}

/** Units as AWS writes amounts: ten decimals, trailing zeros cut. */
export function amountText(units: bigint): string {
  const absolute = (units < 0n ? -units : units).toString().padStart(DECIMALS + 1, '0');
  const decimals = absolute.slice(-DECIMALS).replace(/0+$/, '');
  const whole = absolute.slice(0, -DECIMALS);
  return `${units < 0n ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}
