import type { UsageBasis } from '../model/usage.ts';
import { type Attodollars, formatUsd, type Usd } from '../model/usd.ts';
import type { Estimate } from './estimate.ts';
import type { TokenCounts } from './spend-answer.ts';
import { noTokens, TOKEN_KINDS, type TokenSums, tokenKind } from './tokens.ts';

/** Sums of one cell, group or total while estimates and calls are added. */
export interface Tally {
  amount: Attodollars;
  pricedRows: number;
  /** Rows that used something and have no price, tokens or not. */
  unpricedRows: number;
  readonly tokens: TokenSums;
  unpricedTokens: number;
  calls: number;
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
    pricedRows: 0,
    unpricedRows: 0,
    tokens: noTokens(),
    unpricedTokens: 0,
    calls: 0,
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
    tally.pricedRows += 1;
  } else {
    tally.unpricedRows += row.quantity === 0 ? 0 : 1;
    if (kind !== null) tally.unpricedTokens += row.quantity;
  }
  tally.basis.add(row.basis);
}

/** Adds calls that were counted apart from their tokens. */
export function addCalls(tally: Tally, calls: number, basis: UsageBasis): void {
  tally.calls += calls;
  tally.basis.add(basis);
}

/** Adds all of one tally to another. */
export function addTally(to: Tally, { tokens, rated, ...from }: Tally): void {
  to.amount += from.amount;
  to.pricedRows += from.pricedRows;
  to.unpricedRows += from.unpricedRows;
  to.unpricedTokens += from.unpricedTokens;
  to.calls += from.calls;
  to.allocated += from.allocated;
  for (const kind of TOKEN_KINDS) to.tokens[kind] += tokens[kind];
  to.rated.amount += rated.amount;
  to.rated.calls += rated.calls;
  to.rated.output += rated.output;
  for (const basis of from.basis) to.basis.add(basis);
}

/** The figures that every answer shows of a tally. */
export function figuresOf(tally: Tally): {
  readonly usd: Usd;
  readonly tokens: TokenCounts;
  readonly unpricedTokens: number;
  readonly calls: number;
} {
  return {
    usd: formatUsd(tally.amount),
    tokens: { ...tally.tokens },
    unpricedTokens: tally.unpricedTokens,
    calls: tally.calls,
  };
}

/** The tally of a key, made on first use. */
export function tallyOf(tallies: Map<string, Tally>, key: string): Tally {
  const known = tallies.get(key);
  if (known !== undefined) return known;
  const tally = emptyTally();
  tallies.set(key, tally);
  return tally;
}
