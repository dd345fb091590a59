import { addDays, addMonths, type Day, monthOf } from '../../../../../shared/model/period.ts';
import { addUsd, formatUsd, parseUsd, roundUsd } from '../../../../../shared/model/usd.ts';
import { groupBy } from '../grouping.ts';
import type { WorldBillLine } from './bill-world.ts';
import { COST_DECIMALS, CREDIT, RATE_DISCOUNT, SUPPORT_PLAN, TAX } from './planted.ts';

/** What is on the bill and is no use of anything: a credit, discounts, tax and the support plan. */
export function adjustmentLines(
  usage: readonly WorldBillLine[],
  today: Day,
): readonly WorldBillLine[] {
  const finished = usage.filter(({ day }) => monthOf(day) < monthOf(today));
  return [
    ...creditLines(usage, today),
    ...atMonthEnds(finished.filter(isTaxed), (month) => ({
      lineItemType: 'Tax',
      cost: percentOf(month, TAX.percent, 2),
    })),
    ...atMonthEnds(finished.filter(isDiscounted), (month) => ({
      lineItemType: 'PrivateRateDiscount',
      service: RATE_DISCOUNT.service,
      productCode: month[0]?.productCode ?? '',
      cost: percentOf(month, -RATE_DISCOUNT.percentOff, COST_DECIMALS),
    })),
    ...atMonthEnds(finished.filter(isOfPayer), () => ({
      accountId: SUPPORT_PLAN.accountId,
      lineItemType: 'Fee',
      service: SUPPORT_PLAN.service,
      productCode: SUPPORT_PLAN.productCode,
      usageType: 'Dollar',
      unit: 'Dollar',
      cost: SUPPORT_PLAN.usd,
      listCost: SUPPORT_PLAN.usd,
    })),
  ];
}

function creditLines(usage: readonly WorldBillLine[], today: Day): readonly WorldBillLine[] {
  const credited = `${addMonths(monthOf(today), -1)}-${CREDIT.dayOfMonth}`;
  const first = usage.find(
    ({ accountId, day }) => accountId === CREDIT.accountId && day === credited,
  );
  return first === undefined
    ? []
    : [adjustment(first, { lineItemType: 'Credit', cost: CREDIT.usd })];
}

function isTaxed({ accountId }: WorldBillLine): boolean {
  return accountId === TAX.accountId;
}

function isDiscounted({ accountId, service }: WorldBillLine): boolean {
  return accountId === RATE_DISCOUNT.accountId && service === RATE_DISCOUNT.service;
}

function isOfPayer({ payer }: WorldBillLine): boolean {
  return payer === SUPPORT_PLAN.accountId;
}

type Change = Partial<WorldBillLine> & Pick<WorldBillLine, 'lineItemType' | 'cost'>;

/** One line on the last day of each month that has lines. */
function atMonthEnds(
  lines: readonly WorldBillLine[],
  changeOf: (month: readonly WorldBillLine[]) => Change,
): readonly WorldBillLine[] {
  return [...groupBy(lines, ({ day }) => monthOf(day))].flatMap(([month, own]) => {
    const day = addDays(`${addMonths(month, 1)}-01`, -1);
    return own.slice(0, 1).map((line) => ({ ...adjustment(line, changeOf(own)), day }));
  });
}

function percentOf(lines: readonly WorldBillLine[], percent: bigint, decimals: number): string {
  const net = parseUsd(addUsd(...lines.map(({ cost }) => cost)));
  return roundUsd(formatUsd((net * percent) / 100n), decimals);
}

function adjustment(line: WorldBillLine, change: Change): WorldBillLine {
  const bare = { principal: '', resourceId: '', tags: {}, operation: '', quantity: '1', unit: '' };
  const bedrock = { service: 'Amazon Bedrock', productCode: 'AmazonBedrock', usageType: '' };
  return { ...line, ...bare, ...bedrock, listCost: '0', ...change };
}
