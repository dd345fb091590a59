import type { Group, MetricValue, ResultByTime } from '@aws-sdk/client-cost-explorer';
import { takePrefix } from '../../../../shared/prices/billing-regions.ts';
import { list, required, text } from '../../aws/required.ts';
import type { CostExplorerRow, CostExplorerTagRow } from '../../store/bill/bill-store.ts';
import type { Billed, DetailQuestion } from './ce-questions.ts';
import { decimalText, isZero } from './decimal-text.ts';

/** What Cost Explorer puts in the place of a usage type or service that a cost has not. */
const NONE = /^No /i;
/** Where Cost Explorer keeps Bedrock's costs; `Tax` and other services are left out. */
const BEDROCK = /bedrock/i;

/** Bedrock's services and their accounts, out of the answer to the discovery question. */
export function billedOf(results: readonly ResultByTime[]): Billed {
  const services = new Set<string>();
  const accounts = new Set<string>();
  for (const { Groups } of results) {
    for (const { Keys } of list(Groups)) {
      const [service, accountId] = list(Keys);
      if (service === undefined || !BEDROCK.test(service)) continue;
      services.add(service);
      if (accountId !== undefined) accounts.add(accountId);
    }
  }
  return { services: [...services].sort(), accounts: [...accounts].sort() };
}

/** The rows of one detail question. */
export function detailRows(
  results: readonly ResultByTime[],
  asked: Pick<DetailQuestion, 'accountId' | 'service'>,
): readonly CostExplorerRow[] {
  return eachGroup(results, (cost, [first = '', usageType = '']) => ({
    ...cost,
    accountId: asked.accountId ?? first,
    service: asked.service ?? first,
    usageType: NONE.test(usageType) ? null : usageType,
    region: regionOf(usageType),
    lineItemType: 'Usage',
  }));
}

/** The rows of the question for credits, refunds, discounts and tax. */
export function adjustmentRows(results: readonly ResultByTime[]): readonly CostExplorerRow[] {
  return eachGroup(results, (cost, [lineItemType = '', accountId = '']) => ({
    ...cost,
    quantity: null,
    accountId,
    lineItemType,
    service: null,
    usageType: null,
    region: null,
  }));
}

/** The rows of the question by one tag; keys read `team$storefront`. */
export function tagRows(
  results: readonly ResultByTime[],
  tagKey: string,
): readonly CostExplorerTagRow[] {
  return eachGroup(results, ({ quantity: _, unit: __, ...cost }, [tag = '', service = '']) => ({
    ...cost,
    tagKey,
    tagValue: tag.startsWith(`${tagKey}$`) ? tag.slice(tagKey.length + 1) : tag,
    service,
  }));
}

type Cost = Pick<
  CostExplorerRow,
  'day' | 'quantity' | 'unit' | 'unblended' | 'amortized' | 'currency' | 'final'
>;

function eachGroup<T>(
  results: readonly ResultByTime[],
  toRow: (cost: Cost, keys: readonly string[]) => T,
): readonly T[] {
  return results.flatMap(({ TimePeriod, Groups, Estimated }) => {
    const day = text(TimePeriod?.Start, 'ResultsByTime.TimePeriod.Start');
    return list(Groups).flatMap((group) => {
      const cost = costOf(group, { day, final: Estimated !== true });
      return isNothing(cost) ? [] : [toRow(cost, list(group.Keys))];
    });
  });
}

function costOf({ Metrics }: Group, when: Pick<Cost, 'day' | 'final'>): Cost {
  const unblended = required(Metrics?.UnblendedCost, 'Groups.Metrics.UnblendedCost');
  const quantity = Metrics?.UsageQuantity;
  return {
    ...when,
    unblended: amountOf(unblended),
    currency: text(unblended.Unit, 'UnblendedCost.Unit'),
    amortized: Metrics?.AmortizedCost === undefined ? null : amountOf(Metrics.AmortizedCost),
    quantity: quantity === undefined ? null : amountOf(quantity),
    unit: quantity?.Unit === undefined || quantity.Unit === 'N/A' ? null : quantity.Unit,
  };
}

function amountOf({ Amount }: MetricValue): string {
  return decimalText(text(Amount, 'Metrics.Amount'));
}

function isNothing({ unblended, amortized, quantity }: Cost): boolean {
  return [unblended, amortized ?? '0', quantity ?? '0'].every(isZero);
}

function regionOf(usageType: string): string | null {
  const prefix = takePrefix(usageType, '-');
  return prefix.found === 'known' ? prefix.region : null;
}
