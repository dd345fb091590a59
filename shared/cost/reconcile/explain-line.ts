import { assertNever } from '../../model/assert-never.ts';
import { type Attodollars, formatUsd } from '../../model/usd.ts';
import {
  assumedKind,
  type BilledSide,
  type CollectedLine,
  type CountedSide,
} from './collect-lines.ts';
import { COST_SUBJECTS } from './cost-subject.ts';
import {
  type DiscountLines,
  elsewhereOnBill,
  enteredDiscount,
  missingReason,
} from './entered-discount.ts';
import { type Because, whyNotBilled, whyNotCounted } from './explain-missing.ts';
import type { LineKey } from './line-key.ts';
import type { ReadState } from './read-state.ts';
import { isRounding } from './rounding.ts';

/** A part of a difference, exact, before it crosses a carrier. */
export interface Part extends Because {
  readonly amount: Attodollars;
}

/** Tokens and images are scaled so, as money is. */
const SCALE = 10n ** 18n;

/** How far bill and usage were read, and by account the discounts on lines of their own. */
export interface ExplainState extends ReadState {
  readonly discountLines: ReadonlyMap<string, DiscountLines>;
}

/** The parts of a line's difference, billed less estimated; they add up to it exactly. */
export function explainLine(line: CollectedLine, state: ExplainState): readonly Part[] {
  const { key, billed, counted } = line;
  if (billed === null) return counted === null ? [] : explainUnbilled(key, counted, state);
  const { billedFor } = billed;
  switch (billedFor.kind) {
    case 'adjustment':
      return [part(billed.cost, billedFor.adjustment, adjustmentReason(billed))];
    case 'unknown':
      return [part(billed.cost, 'unknown-usage-type', billedFor.reason)];
    case 'other': {
      const reason = `${COST_SUBJECTS[billedFor.subject]}: neither logs nor metrics count it.`;
      return [part(billed.cost, 'bill-alone', reason)];
    }
    case 'usage':
      return counted === null
        ? [{ amount: billed.cost, ...whyNotCounted(key, state) }]
        : explainBoth({ key, billed, counted }, state);
    default:
      return assertNever(billedFor);
  }
}

function part(amount: Attodollars, cause: Part['cause'], reason: string): Part {
  return { amount, cause, reason };
}

function adjustmentReason({ as }: BilledSide): string {
  return `A line of the bill of type ${[...as].join(', ')}.`;
}

function explainUnbilled(key: LineKey, counted: CountedSide, state: ReadState): readonly Part[] {
  const unpriced = counted.unpricedQuantity === 0 ? [] : [part(0n, ...whyUnpriced(key, counted))];
  if (counted.pricedRows === 0) return unpriced;
  return [...unpriced, { amount: -counted.cost, ...whyNotBilled(key, state) }];
}

function whyUnpriced({ served }: LineKey, { reasons }: CountedSide): [Part['cause'], string] {
  if (served === 'bought') {
    return ['bought-capacity', 'Its tokens cost nothing apart from the hours of the capacity.'];
  }
  return ['unpriced', `${[...reasons].join('; ')}.`];
}

interface Both {
  readonly key: LineKey;
  readonly billed: BilledSide;
  readonly counted: CountedSide;
}

/**
 * First what has no price, then what AWS took off beyond the entered discount, then an entered
 * discount that is not on the bill, then quantities, then prices; the rest stays a riddle.
 */
function explainBoth(line: Both, state: ExplainState): readonly Part[] {
  const { key, billed, counted } = line;
  const difference = billed.cost - counted.cost;
  const isPriced = counted.unpricedQuantity === 0;
  const { granted, missing, beyond } = enteredDiscount(line);
  if (isPriced && missing === 0n && isRounding(difference, billed.lines)) {
    return roundingPart(difference);
  }
  const parts = isPriced ? beyondPart(beyond, billed) : [unpricedPart(line)];
  const withPrice = isPriced ? billed : without(billed, counted);
  const found = [...parts, ...missingParts(missing, line, state)];
  const left = difference - sumOf(found);
  if (isRounding(left, billed.lines)) return [...found, ...roundingPart(left)];
  const quantity = quantityPart({ key, billed: withPrice, counted }, state, granted);
  const rest = left - sumOf(quantity);
  if (isRounding(rest, billed.lines)) return [...found, ...quantity, ...roundingPart(rest)];
  return [...found, ...quantity, { amount: rest, ...whyRest(line, state) }];
}

function sumOf(parts: readonly Part[]): Attodollars {
  return parts.reduce((sum, { amount }) => sum + amount, 0n);
}

function roundingPart(amount: Attodollars): readonly Part[] {
  return amount === 0n ? [] : [part(amount, 'rounding', 'AWS rounds each line to ten decimals.')];
}

/** The share of the bill that falls on counted usage without a price. */
function unpricedPart({ key, billed, counted }: Both): Part {
  const all = BigInt(counted.pricedQuantity + counted.unpricedQuantity) * SCALE;
  const own = BigInt(counted.unpricedQuantity) * SCALE;
  const most = billed.quantity === null || billed.quantity < all ? all : billed.quantity;
  const amount = most === 0n ? 0n : (billed.cost * own) / most;
  return part(amount, ...whyUnpriced(key, counted));
}

/** The bill without what falls on usage that has no price. */
function without(
  billed: BilledSide,
  { pricedQuantity, unpricedQuantity }: CountedSide,
): BilledSide {
  const { quantity } = billed;
  if (quantity === null) return billed;
  const left = quantity - BigInt(unpricedQuantity) * SCALE;
  return { ...billed, quantity: pricedQuantity === 0 || left > 0n ? left : 0n };
}

/** What AWS took off of public prices, beyond what the user entered as taken off. */
function beyondPart(beyond: Attodollars, { list, lines }: BilledSide): readonly Part[] {
  if (list === null || isRounding(beyond, lines)) return [];
  const reason = `At public prices the bill would have $${formatUsd(list)} here.`;
  return [part(-beyond, 'discount', reason)];
}

/** An entered discount that the line does not have: on lines of its own, or not on the bill. */
function missingParts(missing: Attodollars, line: Both, state: ExplainState): readonly Part[] {
  const { accountId } = line.key;
  const elsewhere = elsewhereOnBill(missing, state.discountLines.get(accountId));
  const absent = missing - elsewhere;
  const reason = `The bill of account ${accountId} takes it off on lines of their own.`;
  return [
    ...(elsewhere === 0n ? [] : [part(elsewhere, 'discount', reason)]),
    ...(absent === 0n ? [] : [part(absent, 'price', missingReason(line, absent))]),
  ];
}

/** What a different quantity comes to at the estimate's own price, with the discount that is billed. */
function quantityPart(
  { key, billed, counted }: Both,
  state: ReadState,
  granted: Attodollars,
): readonly Part[] {
  if (billed.quantity === null || counted.pricedQuantity === 0) return [];
  const of = BigInt(counted.pricedQuantity) * SCALE;
  const more = billed.quantity - of;
  if (more === 0n) return [];
  const why = more < 0n ? whyNotBilled(key, state) : whyNotCounted(key, state);
  return [{ ...why, amount: ((counted.list - granted) * more) / of }];
}

/** Why quantities at the price book's prices do not come to what was billed. */
function whyRest({ key, billed, counted }: Both, state: ReadState): Because {
  if (counted.pricedQuantity === 0) return whyNotCounted(key, state);
  if (billed.quantity === null) {
    const reason = 'The bill tells no quantity here, and the amounts differ.';
    return { cause: 'unexplained', reason };
  }
  const untold = [...billed.kinds].filter((kind) => kind !== assumedKind(key));
  if (counted.basis.has('metrics') && untold.length > 0) {
    const reason = `Metrics do not tell ${untold.join(', ')}; the estimate takes ${assumedKind(key)}.`;
    return { cause: 'not-told-by-metrics', reason };
  }
  const sources = [...counted.sources].join('; ');
  return { cause: 'price', reason: `AWS charged another price than this line: ${sources}.` };
}
