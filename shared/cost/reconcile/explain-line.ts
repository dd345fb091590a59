import { assertNever } from '../../model/assert-never.ts';
import { type Attodollars, formatUsd } from '../../model/usd.ts';
import {
  assumedKind,
  type BilledSide,
  type CollectedLine,
  type CountedSide,
} from './collect-lines.ts';
import { COST_SUBJECTS } from './cost-subject.ts';
import { type Because, whyNotBilled, whyNotCounted } from './explain-missing.ts';
import type { LineKey } from './line-key.ts';
import type { ReadState } from './read-state.ts';

/** A part of a difference, exact, before it crosses a carrier. */
export interface Part extends Because {
  readonly amount: Attodollars;
}

/**
 * What rounding can do to one row of a bill: AWS keeps ten decimals of a line, and a row has up to a
 * line for each hour of its day.
 */
const ROUNDING_OF_ROW = 24n * 50_000_000n;
/** Tokens and images are scaled so, as money is. */
const SCALE = 10n ** 18n;

/** Whether an amount is no more than what rounding makes of a number of rows. */
export function isRounding(amount: Attodollars, rows: number): boolean {
  const most = ROUNDING_OF_ROW * BigInt(Math.max(rows, 1));
  return amount <= most && amount >= -most;
}

/** The parts of a line's difference, billed less estimated; they add up to it exactly. */
export function explainLine(line: CollectedLine, state: ReadState): readonly Part[] {
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

/** First what has no price, then the discount, then quantities, then prices; the rest stays a riddle. */
function explainBoth(line: Both, state: ReadState): readonly Part[] {
  const { key, billed, counted } = line;
  const difference = billed.cost - counted.cost;
  const isPriced = counted.unpricedQuantity === 0;
  if (isPriced && isRounding(difference, billed.lines)) return roundingPart(difference);
  const parts = isPriced ? [] : [unpricedPart(line)];
  const withPrice = isPriced ? billed : without(billed, counted);
  const discount = isPriced ? discountPart(line) : [];
  const found = [...parts, ...discount];
  const left = difference - sumOf(found);
  if (isRounding(left, billed.lines)) return [...found, ...roundingPart(left)];
  const quantity = quantityPart({ key, billed: withPrice, counted }, state);
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
function discountPart({ billed, counted }: Both): readonly Part[] {
  if (billed.list === null) return [];
  const taken = billed.cost - billed.list - (counted.cost - counted.list);
  if (isRounding(taken, billed.lines)) return [];
  const list = formatUsd(billed.list);
  return [part(taken, 'discount', `At public prices the bill would have $${list} here.`)];
}

/** What a different quantity comes to at the estimate's own price. */
function quantityPart({ key, billed, counted }: Both, state: ReadState): readonly Part[] {
  if (billed.quantity === null || counted.pricedQuantity === 0) return [];
  const of = BigInt(counted.pricedQuantity) * SCALE;
  const more = billed.quantity - of;
  if (more === 0n) return [];
  const why = more < 0n ? whyNotBilled(key, state) : whyNotCounted(key, state);
  return [{ ...why, amount: (counted.list * more) / of }];
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
