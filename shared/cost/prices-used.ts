import { formatMoney } from '../model/money-text.ts';
import { type Attodollars, formatUsd } from '../model/usd.ts';
import type { AppliedDiscount, PriceLine } from '../prices/price-line.ts';
import { costOf, type Estimate } from './estimate.ts';
import type { DiscountApplied, PriceDiscount, PriceUsed, UnpricedUsage } from './spend-answer.ts';

/** A price line as answers carry it. */
export function priceUsed(line: PriceLine): PriceUsed {
  const { modelId, unit, scope, tier, context, usd, per, regions } = line;
  const { validFrom, source, checkedOn, discount } = line;
  return {
    modelId,
    unit,
    scope,
    tier,
    ...(context === undefined ? {} : { context }),
    usd,
    per,
    regions,
    validFrom,
    source,
    checkedOn,
    ...(discount === undefined ? {} : { discount: discountUsed(discount) }),
  };
}

function discountUsed({ percentOff, note, line }: AppliedDiscount): PriceDiscount {
  return { percentOff, note, listedUsd: line.usd };
}

/** Where a price stands, with the user's discount that is in it. */
export function sourceWords({ source, discount }: PriceLine): string {
  if (discount === undefined) return source;
  return `${source}, less ${discountWords(discount)}`;
}

/** A user's discount in short: `10 % (EDP)`. */
export function discountWords({
  percentOff,
  note,
}: Pick<AppliedDiscount, 'percentOff' | 'note'>): string {
  return `${percentOff} % (${note})`;
}

/** Every line that priced something, once, by model, unit and scope. */
export function pricesUsed(estimates: readonly Estimate[]): readonly PriceUsed[] {
  const lines = new Set<PriceLine>();
  for (const estimate of estimates) if (estimate.priced) lines.add(estimate.line);
  const used = new Map<string, PriceUsed>();
  for (const line of lines) used.set(JSON.stringify(priceUsed(line)), priceUsed(line));
  return [...used].sort(([a], [b]) => compareText(a, b)).map(([, price]) => price);
}

/** The user's discounts that are in the cost of usage, with what it comes to with and without them. */
export function discountsApplied(estimates: readonly Estimate[]): readonly DiscountApplied[] {
  const sums = new Map<
    string,
    { discount: AppliedDiscount; amount: Attodollars; list: Attodollars }
  >();
  for (const estimate of estimates) {
    if (!estimate.priced || estimate.line.discount === undefined) continue;
    const { discount } = estimate.line;
    const words = discountWords(discount);
    const sum = sums.get(words) ?? { discount, amount: 0n, list: 0n };
    sums.set(words, sum);
    sum.amount += estimate.amount;
    sum.list += costOf(estimate.row.quantity, discount.line);
  }
  return [...sums]
    .sort(([a], [b]) => compareText(a, b))
    .map(
      ([
        ,
        {
          discount: { percentOff, note },
          amount,
          list,
        },
      ]) => ({
        percentOff,
        note,
        usd: formatUsd(amount),
        listedUsd: formatUsd(list),
      }),
    );
}

/** Beside a figure: `with your discount of 10 % (EDP): $90.00 in place of $100.00 at list prices`. */
export function discountAppliedWords(discount: DiscountApplied): string {
  const { usd, listedUsd } = discount;
  return `with your discount of ${discountWords(discount)}: ${formatMoney(usd)} in place of ${formatMoney(listedUsd)} at list prices`;
}

/**
 * What stands with metered figures: the user's discounts in them, then what the prices assume or leave
 * out, each caveat once, in order of text.
 */
export function caveatsOf(estimates: readonly Estimate[]): readonly string[] {
  const discounts = discountsApplied(estimates).map(discountAppliedWords);
  const caveats = estimates.flatMap((estimate) => (estimate.priced ? estimate.caveats : []));
  return [
    ...discounts.map((words) => `Metered cost here is ${words}.`),
    ...[...new Set(caveats)].sort(compareText),
  ];
}

/** Quantities without a price, apart from what bought capacity served, by model as called, unit, Region and reason; the largest first. */
export function unpricedUsage(estimates: readonly Estimate[]): readonly UnpricedUsage[] {
  const sums = new Map<string, UnpricedUsage & { quantity: number }>();
  for (const estimate of estimates) {
    if (estimate.priced || estimate.paidByHour) continue;
    const { modelId, unit, region, quantity } = estimate.row;
    const key = `${modelId}\n${unit}\n${region}\n${estimate.reason}`;
    const sum = sums.get(key);
    if (sum === undefined) {
      sums.set(key, { modelId, unit, region, quantity, reason: estimate.reason });
    } else sum.quantity += quantity;
  }
  return [...sums]
    .sort(([a, left], [b, right]) => right.quantity - left.quantity || compareText(a, b))
    .map(([, usage]) => usage);
}

/** Order of plain text, the same on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
