import type { BillableUnit, UsageBasis } from '../model/usage.ts';
import { type Attodollars, formatUsd, type Usd } from '../model/usd.ts';
import type { Estimate } from './estimate.ts';
import { sumUnits } from './spend/unpriced-words.ts';
import type { TokenCounts, UnitQuantity } from './spend-answer.ts';
import { noTokens, TOKEN_KINDS, type TokenSums, tokenKind } from './tokens.ts';

/** Sums of one cell, group or total while estimates and calls are added. */
export interface Tally {
  amount: Attodollars;
  /** Whether anything that was used has a price, be it 0. */
  priced: boolean;
  /** What was used and has no price, tokens or not. */
  readonly unpriced: Map<BillableUnit, number>;
  /** What bought capacity served: in neither the amount nor what has no price. */
  readonly paidByHour: Map<BillableUnit, number>;
  readonly tokens: TokenSums;
  unpricedTokens: number;
  calls: number;
  /** Calls of models of which nothing that is billed was counted. */
  uncountedCalls: number;
  /** The part of `amount` that is tied to its group by calls in events alone. */
  allocated: Attodollars;
  /** What ratios are of: usage of which every part has a price. */
  readonly rated: { amount: Attodollars; calls: number; output: number };
  readonly basis: Set<UsageBasis>;
}

/** A tally of nothing. */
export function emptyTally(): Tally {
  return {
    amount: 0n,
    priced: false,
    unpriced: new Map(),
    paidByHour: new Map(),
    tokens: noTokens(),
    unpricedTokens: 0,
    calls: 0,
    uncountedCalls: 0,
    allocated: 0n,
    rated: { amount: 0n, calls: 0, output: 0 },
    basis: new Set(),
  };
}

/** Adds one estimate: money only when priced, tokens always. */
export function addEstimate(tally: Tally, estimate: Estimate): void {
  const { row } = estimate;
  const kind = tokenKind(row.unit);
  if (kind !== null) tally.tokens[kind] += row.quantity;
  if (estimate.priced) {
    tally.amount += estimate.amount;
    tally.priced ||= row.quantity !== 0;
  } else if (estimate.paidByHour) {
    addUnits(tally.paidByHour, row.unit, row.quantity);
  } else {
    addUnits(tally.unpriced, row.unit, row.quantity);
    if (kind !== null) tally.unpricedTokens += row.quantity;
  }
  tally.basis.add(row.basis);
}

function addUnits(to: Map<BillableUnit, number>, unit: BillableUnit, quantity: number): void {
  if (quantity !== 0) to.set(unit, (to.get(unit) ?? 0) + quantity);
}

/** Adds calls that were counted apart from their tokens. */
export function addCalls(tally: Tally, calls: number, basis: UsageBasis): void {
  tally.calls += calls;
  tally.basis.add(basis);
}

/** Adds all of one tally to another. */
export function addTally(to: Tally, { tokens, rated, ...from }: Tally): void {
  to.amount += from.amount;
  to.priced ||= from.priced;
  for (const [unit, quantity] of from.unpriced) addUnits(to.unpriced, unit, quantity);
  for (const [unit, quantity] of from.paidByHour) addUnits(to.paidByHour, unit, quantity);
  to.unpricedTokens += from.unpricedTokens;
  to.calls += from.calls;
  to.uncountedCalls += from.uncountedCalls;
  to.allocated += from.allocated;
  for (const kind of TOKEN_KINDS) to.tokens[kind] += tokens[kind];
  to.rated.amount += rated.amount;
  to.rated.calls += rated.calls;
  to.rated.output += rated.output;
  for (const basis of from.basis) to.basis.add(basis);
}

/** The figures that every answer shows of a tally. */
export function figuresOf(tally: Tally): {
  readonly usd: Usd | null;
  readonly tokens: TokenCounts;
  readonly unpricedTokens: number;
  readonly calls: number;
} {
  return {
    usd: pricedUsd(tally),
    tokens: { ...tally.tokens },
    unpricedTokens: tally.unpricedTokens,
    calls: tally.calls,
  };
}

/** The amount of what has a price; null where something was used or called and none of it has one. */
export function pricedUsd({ amount, priced, unpriced, paidByHour, calls }: Tally): Usd | null {
  const used = unpriced.size > 0 || paidByHour.size > 0 || calls > 0;
  return priced || !used ? formatUsd(amount) : null;
}

/** What has no price, the largest quantity first. */
export function unpricedUnitsOf({ unpriced }: Tally): readonly UnitQuantity[] {
  return sumUnits([...unpriced].map(([unit, quantity]) => ({ unit, quantity })));
}

/** What bought capacity served, the largest quantity first. */
export function paidByHourUnitsOf({ paidByHour }: Tally): readonly UnitQuantity[] {
  return sumUnits([...paidByHour].map(([unit, quantity]) => ({ unit, quantity })));
}

/** The tally of a key, made on first use. */
export function tallyOf(tallies: Map<string, Tally>, key: string): Tally {
  const known = tallies.get(key);
  if (known !== undefined) return known;
  const tally = emptyTally();
  tallies.set(key, tally);
  return tally;
}
