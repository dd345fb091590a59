import { type Attodollars, formatUsd } from '../../model/usd.ts';
import type { BilledSide, CollectedLine, CountedSide } from './collect-lines.ts';
import { isRounding } from './rounding.ts';

/** A line that is billed and counted. */
export interface BothSides {
  readonly billed: BilledSide;
  readonly counted: CountedSide;
}

/** The user's discount on a line, set against what AWS took off of it. */
export interface EnteredDiscount {
  /** Of the entered discount, what the line of the bill has too. */
  readonly granted: Attodollars;
  /** Of the entered discount, what the line of the bill does not have. */
  readonly missing: Attodollars;
  /** What AWS took off beyond the entered discount. */
  readonly beyond: Attodollars;
}

/** Tokens and images are scaled so, as money is. */
const SCALE = 10n ** 18n;

/**
 * Finds how much of an entered discount the line of the bill has: public cost less cost. Where the
 * source tells no public cost, the whole, unless the line is billed at the price without a discount.
 */
export function enteredDiscount({ billed, counted }: BothSides): EnteredDiscount {
  const entered = counted.list - counted.cost;
  const { quantity } = billed;
  const of = BigInt(counted.pricedQuantity) * SCALE;
  const share =
    quantity === null || quantity <= 0n || of === 0n
      ? { part: 1n, of: 1n }
      : { part: quantity, of };
  const taken = takenOff(billed, (counted.list * share.part) / share.of);
  const onBilled = (entered * share.part) / share.of;
  if (taken === null || entered <= 0n) {
    return { granted: entered, missing: 0n, beyond: atLeastNothing(taken ?? 0n) };
  }
  const beyond = taken - onBilled;
  if (beyond >= 0n || isRounding(beyond, billed.lines)) {
    return { granted: entered, missing: 0n, beyond: atLeastNothing(beyond) };
  }
  const granted = (atLeastNothing(taken) * share.of) / share.part;
  return { granted, missing: entered - granted, beyond: 0n };
}

/** Null where nothing tells; a public cost below the cost tells nothing. */
function takenOff(billed: BilledSide, atList: Attodollars): Attodollars | null {
  if (tellsList(billed)) return billed.list - billed.cost;
  return isRounding(billed.cost - atList, billed.lines) ? 0n : null;
}

function tellsList(side: BilledSide): side is BilledSide & { readonly list: Attodollars } {
  const { cost, list, lines } = side;
  return list !== null && (list >= cost || isRounding(list - cost, lines));
}

function atLeastNothing(amount: Attodollars): Attodollars {
  return amount < 0n ? 0n : amount;
}

/** What an account's bill takes off on lines of their own, and what its lines of usage leave for them. */
export interface DiscountLines {
  readonly taken: Attodollars;
  readonly missing: Attodollars;
}

/** By account: discounts on lines of their own against entered discounts that lines of usage do not have. */
export function discountLines(lines: Iterable<CollectedLine>): ReadonlyMap<string, DiscountLines> {
  const sums = new Map<string, DiscountLines>();
  for (const { key, billed, counted } of lines) {
    const { taken, missing } = sums.get(key.accountId) ?? { taken: 0n, missing: 0n };
    const more =
      counted === null || billed === null ? 0n : enteredDiscount({ billed, counted }).missing;
    const off = billed !== null && isDiscountLine(billed) ? -billed.cost : 0n;
    sums.set(key.accountId, { taken: taken + off, missing: missing + more });
  }
  return sums;
}

function isDiscountLine({ billedFor }: BilledSide): boolean {
  return billedFor.kind === 'adjustment' && billedFor.adjustment === 'discount';
}

/** How much of a line's missing discount the account's discount lines have; each line its share. */
export function elsewhereOnBill(
  missing: Attodollars,
  account: DiscountLines | undefined,
): Attodollars {
  if (account === undefined || account.taken <= 0n || missing === 0n) return 0n;
  if (account.taken >= account.missing) return missing;
  return (missing * account.taken) / account.missing;
}

/** Why an entered discount does not explain a line. */
export function missingReason({ billed, counted }: BothSides, missing: Attodollars): string {
  const named = [...counted.discounts].join('; ');
  const isWhole = missing === counted.list - counted.cost;
  const charged = `AWS charged $${formatUsd(billed.cost)} here`;
  const against = tellsList(billed)
    ? `and has $${formatUsd(billed.list)} at public prices`
    : 'the price without it';
  return `Your discount of ${named} is not on the bill${isWhole ? '' : ' in full'}: ${charged}, ${against}.`;
}
