import type { ModelRef } from '../model/model-id.ts';
import { type Day, daysIn, type Period } from '../model/period.ts';
import type { ServiceTier, UsageBasis, UsageRow } from '../model/usage.ts';
import { resolveModel } from '../prices/profile-targets.ts';
import { cacheSavings } from './cache-savings.ts';
import { type Estimate, estimateUsage, type Pricing } from './estimate.ts';
import { type Grouping, groupKey, groupLabel } from './grouping.ts';
import { caveatsOf, compareText, pricesUsed, unpricedUsage } from './prices-used.ts';
import type { SpendAnswer, SpendCell, SpendGroup } from './spend-answer.ts';
import { addCalls, addEstimate, emptyTally, figuresOf, type Tally, tallyOf } from './tally.ts';
import { totalTokens } from './tokens.ts';

/** Calls of one group, counted apart from tokens (one call has several units). */
export interface CallRow {
  readonly day: Day;
  readonly accountId: string;
  readonly region: string;
  /** As called, without ARN prefix. */
  readonly modelId: string;
  readonly principalArn: string | null;
  readonly tier: ServiceTier | null;
  readonly calls: number;
  readonly basis: UsageBasis;
}

/** Usage of a period with everything that turns it into an answer. */
export interface SpendInput extends Pricing {
  readonly usage: readonly UsageRow[];
  readonly calls: readonly CallRow[];
  readonly groupBy: Grouping;
  readonly period: Period;
  /** The UTC day of the question; it and later days are incomplete. */
  readonly today: Day;
  /** Other days whose sources have not delivered everything. */
  readonly incompleteDays?: readonly Day[];
  /** Account names by account id. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly notes?: readonly string[];
}

/** Prices usage and sums it by day and group, exactly; unpriced usage is counted but never summed. */
export function buildSpend(input: SpendInput): SpendAnswer {
  const estimates = estimateUsage(input.usage, input);
  const sums = sumUp(estimates, input);
  const total = figuresOf(sums.total);
  return {
    provenance: 'metered',
    usd: total.usd,
    tokens: total.tokens,
    calls: total.calls,
    cells: cellsOf(sums.cells),
    groups: groupsOf(sums.groups, input),
    unpriced: unpricedUsage(estimates),
    prices: pricesUsed(estimates),
    cacheSavingsUsd: cacheSavings(estimates, input.prices),
    incompleteDays: incompleteDays(input),
    notes: [...(input.notes ?? []), ...notesOf(estimates, input)],
  };
}

interface Sums {
  readonly total: Tally;
  readonly groups: Map<string, Tally>;
  readonly cells: Map<Day, Map<string, Tally>>;
}

function sumUp(estimates: readonly Estimate[], input: SpendInput): Sums {
  const sums: Sums = { total: emptyTally(), groups: new Map(), cells: new Map() };
  for (const estimate of estimates) {
    const key = groupKey(input.groupBy, estimate.row, estimate.model);
    for (const tally of talliesOf(sums, estimate.row.day, key)) addEstimate(tally, estimate);
  }
  const models = new Map<string, ModelRef>();
  for (const row of input.calls) {
    const model = models.get(row.modelId) ?? resolveModel(row.modelId, input.profiles);
    models.set(row.modelId, model);
    const key = groupKey(input.groupBy, { ...row, unit: null }, model);
    const parts = input.groupBy === 'unit' ? [sums.total] : talliesOf(sums, row.day, key);
    for (const tally of parts) addCalls(tally, row.calls, row.basis);
  }
  return sums;
}

function talliesOf(sums: Sums, day: Day, key: string): readonly Tally[] {
  const cells = sums.cells.get(day) ?? new Map<string, Tally>();
  sums.cells.set(day, cells);
  return [sums.total, tallyOf(sums.groups, key), tallyOf(cells, key)];
}

function cellsOf(days: Sums['cells']): readonly SpendCell[] {
  const sorted = [...days].sort(([a], [b]) => compareText(a, b));
  return sorted.flatMap(([day, cells]) =>
    [...cells]
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, tally]) => ({ day, key, ...figuresOf(tally) })),
  );
}

function groupsOf(groups: Sums['groups'], input: SpendInput): readonly SpendGroup[] {
  return [...groups].sort(byWeight).map(([key, tally]) => ({
    key,
    label: groupLabel(input.groupBy, key, input.accounts),
    ...figuresOf(tally),
    basis: [...tally.basis].sort(compareText),
  }));
}

/** The dearest first, then the one with most tokens, then by key. */
function byWeight([a, left]: [string, Tally], [b, right]: [string, Tally]): number {
  if (left.amount !== right.amount) return left.amount < right.amount ? 1 : -1;
  return totalTokens(right.tokens) - totalTokens(left.tokens) || compareText(a, b);
}

function incompleteDays(input: SpendInput): readonly Day[] {
  const late = new Set(input.incompleteDays ?? []);
  return daysIn(input.period).filter((day) => day === input.today || late.has(day));
}

function notesOf(estimates: readonly Estimate[], input: SpendInput): readonly string[] {
  const caveats = caveatsOf(estimates);
  return input.groupBy === 'unit' ? [...caveats, 'Calls are not split by token type.'] : caveats;
}
