import type { ModelCaller, ModelUse } from '../../../../shared/api/answers.ts';
import type { CallRow } from '../../../../shared/cost/build-spend.ts';
import { estimateUsage, type Pricing } from '../../../../shared/cost/estimate.ts';
import { uncountedUsage } from '../../../../shared/cost/spend/uncounted-usage.ts';
import {
  addCalls,
  addEstimate,
  emptyTally,
  figuresOf,
  type Tally,
  tallyOf,
} from '../../../../shared/cost/tally.ts';
import type { ObservedUsage } from '../../../../shared/model/dataset.ts';
import { addDays, dayOf, type Instant, type Period } from '../../../../shared/model/period.ts';
import { WINDOW_DAYS } from '../../../../shared/rules/observed-usage.ts';
import type { Store } from '../../store/store.ts';
import { countedUsage } from '../reconcile/counted-usage.ts';
import type { Place } from './model-names.ts';

/** The days over which models count as in use: the rules' window, today included. */
export function windowAt(now: Instant): Period {
  const today = dayOf(now);
  return { from: addDays(today, -WINDOW_DAYS), to: addDays(today, 1) };
}

/** What every model was used for, by the name that `nameOf` gives what was called. */
export interface ModelUses {
  readonly names: readonly string[];
  /** With at most so many callers. */
  of(name: string, callers: number): ModelUse;
  /** Successful calls under one key: a profile's own, beside others of its model. */
  readonly callsOfKey: (modelKey: string) => number;
}

interface UseQuestion {
  readonly store: Store;
  readonly window: Period;
  readonly pricing: Pricing;
  readonly nameOf: (modelKey: string, place: Place) => string;
}

type Observed = ObservedUsage & Place;

/** Counts calls, tokens, money and callers of a window. */
export async function modelUses({ store, window, ...by }: UseQuestion): Promise<ModelUses> {
  const [{ usage, calls }, seen] = await Promise.all([
    countedUsage(store, window),
    store.ask('observed-usage', { since: window.from }),
  ]);
  const tallies = new Map<string, Tally>();
  const all = [...usage, ...uncountedUsage(calls, by.pricing)];
  for (const estimate of estimateUsage(all, by.pricing)) {
    addEstimate(tallyOf(tallies, by.nameOf(estimate.row.modelId, estimate.row)), estimate);
  }
  for (const row of calls) {
    addCalls(tallyOf(tallies, by.nameOf(row.modelId, row)), row.calls, row.basis);
  }
  const observed = new Map<string, Observed[]>();
  for (const row of seen) {
    const name = by.nameOf(row.modelId, row);
    const known = observed.get(name);
    if (known === undefined) observed.set(name, [row]);
    else known.push(row);
  }
  return {
    names: [...new Set([...tallies.keys(), ...observed.keys()])],
    of: (name, callers) => modelUseOf(tallies.get(name), observed.get(name) ?? [], callers),
    callsOfKey: callsByKey(calls, seen),
  };
}

/** Calls that logs and metrics counted; where they counted none, those that events tell. */
function callsByKey(
  counted: readonly CallRow[],
  seen: readonly Observed[],
): ModelUses['callsOfKey'] {
  const byUsage = sumByKey(counted);
  const byEvents = sumByKey(seen);
  return (key) => byUsage.get(key) ?? byEvents.get(key) ?? 0;
}

function sumByKey(
  rows: readonly { readonly modelId: string; readonly calls: number }[],
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { modelId, calls } of rows) sums.set(modelId, (sums.get(modelId) ?? 0) + calls);
  return sums;
}

function modelUseOf(tally: Tally | undefined, seen: readonly Observed[], most: number): ModelUse {
  const callers = callersOf(seen);
  const named = callers.filter(({ principalArn }) => principalArn !== null);
  const unnamed = callers.find(({ principalArn }) => principalArn === null)?.calls ?? 0;
  return {
    ...countedOf(tally ?? emptyTally(), seen),
    callers: named.slice(0, most),
    callerCount: named.length,
    unnamedCalls: unnamed,
  };
}

/** What logs and metrics counted; where they counted nothing, the calls that events tell. */
function countedOf(tally: Tally, seen: readonly Observed[]) {
  const { usd, ...figures } = figuresOf(tally);
  if (figures.calls > 0 || tally.basis.size > 0) {
    return { ...figures, usd, basis: [...tally.basis].sort() };
  }
  const calls = seen.reduce((sum, row) => sum + row.calls, 0);
  return {
    ...figures,
    calls,
    usd: calls === 0 ? usd : null,
    basis: calls === 0 ? [] : (['events'] as const),
  };
}

/** Calls by principal, most first. */
function callersOf(seen: readonly Observed[]): readonly ModelCaller[] {
  const callers = new Map<string | null, ModelCaller>();
  for (const row of seen) {
    const known = callers.get(row.principalArn);
    callers.set(row.principalArn, known === undefined ? toCaller(row) : joined(known, row));
  }
  return [...callers.values()].sort(
    (a, b) => b.calls - a.calls || ((a.principalArn ?? '') < (b.principalArn ?? '') ? -1 : 1),
  );
}

function toCaller(row: Observed): ModelCaller {
  const { principalArn, calls, inputTokens, outputTokens, firstDay, lastDay } = row;
  return { principalArn, calls, inputTokens, outputTokens, firstDay, lastDay };
}

function joined(known: ModelCaller, row: Observed): ModelCaller {
  return {
    principalArn: known.principalArn,
    calls: known.calls + row.calls,
    inputTokens: sumKnown(known.inputTokens, row.inputTokens),
    outputTokens: sumKnown(known.outputTokens, row.outputTokens),
    firstDay: row.firstDay < known.firstDay ? row.firstDay : known.firstDay,
    lastDay: row.lastDay > known.lastDay ? row.lastDay : known.lastDay,
  };
}

function sumKnown(a: number | null, b: number | null): number | null {
  return a === null && b === null ? null : (a ?? 0) + (b ?? 0);
}
