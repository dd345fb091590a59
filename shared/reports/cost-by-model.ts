import type { CallRow } from '../cost/build-spend.ts';
import { type Estimate, estimateUsage, type Pricing } from '../cost/estimate.ts';
import { knownScope } from '../cost/grouping.ts';
import { caveatsOf, compareText, sourceWords } from '../cost/prices-used.ts';
import type { BesideMetered } from '../cost/spend/beside-metered.ts';
import { notInMetered } from '../cost/spend/beside-words.ts';
import { paidByHourOf } from '../cost/spend/daily-costs.ts';
import { paidByHourNotes, unpricedWords } from '../cost/spend/unpriced-words.ts';
import {
  addCalls,
  addEstimate,
  paidByHourUnitsOf,
  pricedUsd,
  type Tally,
  tallyOf,
  unpricedUnitsOf,
} from '../cost/tally.ts';
import { totalTokens } from '../cost/tokens.ts';
import { groupThousands } from '../model/group-thousands.ts';
import { canonicalModelId, providerLabel } from '../model/model-catalogue.ts';
import type { ModelRef } from '../model/model-id.ts';
import { modelLabel } from '../model/model-label.ts';
import type { Month } from '../model/period.ts';
import type { UsageRow } from '../model/usage.ts';
import { formatUsd } from '../model/usd.ts';
import type { PriceLine } from '../prices/price-line.ts';
import { resolveModel } from '../prices/profile-targets.ts';
import type { Report } from './report.ts';
import { type Cell, type ItemColumn, type Table, tableOf } from './table.ts';
import { PRICED, unpricedModels, unpricedModelsText } from './table-unpriced-models.ts';

/** One month's usage, with the prices that turn it into money. */
export interface CostByModelInput extends Pricing {
  readonly month: Month;
  readonly usage: readonly UsageRow[];
  readonly calls: readonly CallRow[];
  /** What comes beside its metered usage. */
  readonly beside: BesideMetered;
}

/** Everything about one model in one scope. */
interface ModelCost {
  readonly model: ModelRef;
  readonly tally: Tally;
  readonly lines: ReadonlySet<PriceLine>;
}

const COLUMNS: readonly ItemColumn<ModelCost>[] = [
  { id: 'model', title: 'Model', kind: 'text', value: (row) => modelLabel(row.model.baseModelId) },
  {
    id: 'model_id',
    title: 'Model id',
    kind: 'text',
    below: 'plain',
    value: (row) => idOf(row.model),
  },
  {
    id: 'provider',
    title: 'Provider',
    kind: 'text',
    below: 'plain',
    value: (row) => providerLabel(row.model.provider),
  },
  {
    id: 'scope',
    title: 'Scope',
    kind: 'text',
    below: 'plain',
    value: (row) => knownScope(row.model),
  },
  { id: 'calls', title: 'Calls', kind: 'count', value: (row) => row.tally.calls },
  count('input_tokens', 'Input tokens', (tally) => tally.tokens.input),
  count('output_tokens', 'Output tokens', (tally) => tally.tokens.output),
  count('cache_read_tokens', 'Cache reads', (tally) => tally.tokens.cacheRead),
  count('cache_write_tokens', 'Cache writes', (tally) => tally.tokens.cacheWrite),
  { id: 'usd', title: 'USD', kind: 'usd', value: (row) => usdOf(row.tally) },
  count('unpriced_tokens', 'Unpriced tokens', (tally) => tally.unpricedTokens),
  {
    id: 'provenance',
    title: 'Provenance',
    kind: 'text',
    below: 'plain',
    value: (row) => provenanceOf(row.tally),
  },
  {
    id: 'basis',
    title: 'Counted by',
    kind: 'text',
    below: 'named',
    value: (row) => basisOf(row.tally),
  },
  {
    id: 'price_source',
    title: 'Price source',
    kind: 'text',
    below: 'named',
    value: (row) => sourcesOf(row.lines),
  },
  {
    id: 'price_checked_on',
    title: 'Checked on',
    kind: 'text',
    below: 'named',
    value: (row) => oldest(row.lines),
  },
  {
    id: 'unpriced',
    title: 'Without a price',
    kind: 'text',
    below: 'named',
    value: (row) => unpricedWords(unpricedUnitsOf(row.tally)) || null,
  },
  {
    id: 'paid_by_hour',
    title: 'Paid by the hour',
    kind: 'text',
    below: 'named',
    value: (row) => unpricedWords(paidByHourUnitsOf(row.tally)) || null,
  },
];

/** What each model cost in a month, by scope, exactly; unpriced usage is listed, never summed as zero. */
export const costByModel: Report<CostByModelInput> = {
  id: 'cost-by-model',
  title: 'Cost by model',
  description: 'Tokens, calls and metered cost of one month by model and scope.',
  build: (input) => {
    const estimates = estimateUsage(input.usage.filter(within(input.month)), input);
    const rows = [...modelCosts(estimates, input).values()].sort(dearestFirst);
    const table = tableOf(COLUMNS, rows, notesOf(rows, input));
    const models = unpricedModelsText(unpricedModels(table));
    const notes = [...table.notes, ...(models === null ? [] : [`${models}.`])];
    const served = paidByHourNotes(paidByHourOf(estimates));
    return {
      ...table,
      notes: [...notes, ...served, ...caveatsOf(estimates)],
      totals: totalsOf(rows),
    };
  },
};

function modelCosts(
  estimates: readonly Estimate[],
  input: CostByModelInput,
): ReadonlyMap<string, ModelCost> {
  const tallies = new Map<string, Tally>();
  const models = new Map<string, ModelRef>();
  const lines = new Map<string, Set<PriceLine>>();
  const keyOf = (model: ModelRef): string => {
    const key = `${canonicalModelId(model.baseModelId)} ${model.scope}`;
    models.set(key, models.get(key) ?? model);
    return key;
  };
  for (const estimate of estimates) {
    const key = keyOf(estimate.model);
    addEstimate(tallyOf(tallies, key), estimate);
    if (estimate.priced) lines.set(key, withLine(lines.get(key), estimate));
  }
  for (const row of input.calls.filter(within(input.month))) {
    const key = keyOf(resolveModel(row.modelId, input.profiles));
    addCalls(tallyOf(tallies, key), row.calls, row.basis);
  }
  return new Map(
    [...models].map(([key, model]) => [
      key,
      { model, tally: tallyOf(tallies, key), lines: lines.get(key) ?? new Set() },
    ]),
  );
}

function within(month: Month): (row: { readonly day: string }) => boolean {
  return (row) => row.day.startsWith(`${month}-`);
}

function withLine(
  lines: Set<PriceLine> | undefined,
  estimate: Estimate & { readonly priced: true },
): Set<PriceLine> {
  return (lines ?? new Set<PriceLine>()).add(estimate.line);
}

function count(id: string, title: string, of: (tally: Tally) => number): ItemColumn<ModelCost> {
  return { id, title, kind: 'count', value: (row) => of(row.tally) };
}

function idOf(model: ModelRef): string {
  return canonicalModelId(model.baseModelId);
}

/** Nothing where nothing was priced: an unpriced model does not cost zero. */
function usdOf(tally: Tally): Cell {
  return pricedUsd(tally);
}

function provenanceOf(tally: Tally): string {
  if (pricedUsd(tally) === null)
    return tally.unpriced.size === 0 && tally.paidByHour.size > 0 ? PRICED.byHour : PRICED.none;
  return tally.unpriced.size > 0 ? PRICED.part : PRICED.all;
}

function basisOf(tally: Tally): string {
  return [...tally.basis].sort(compareText).join(', ');
}

function sourcesOf(lines: ReadonlySet<PriceLine>): Cell {
  const sources = new Set([...lines].map(sourceWords));
  return sources.size === 0 ? null : [...sources].sort(compareText).join('; ');
}

/** The oldest day on which one of the prices was checked. */
function oldest(lines: ReadonlySet<PriceLine>): Cell {
  return [...lines].map((line) => line.checkedOn).sort(compareText)[0] ?? null;
}

function dearestFirst(a: ModelCost, b: ModelCost): number {
  if (a.tally.amount !== b.tally.amount) return a.tally.amount < b.tally.amount ? 1 : -1;
  const tokens = totalTokens(b.tally.tokens) - totalTokens(a.tally.tokens);
  return (
    tokens || compareText(`${idOf(a.model)} ${a.model.scope}`, `${idOf(b.model)} ${b.model.scope}`)
  );
}

function totalsOf(rows: readonly ModelCost[]): Table['totals'] {
  if (rows.length === 0) return null;
  const sums: Readonly<Record<string, Cell>> = {
    model: 'Total',
    calls: sum(rows, (tally) => tally.calls),
    input_tokens: sum(rows, (tally) => tally.tokens.input),
    output_tokens: sum(rows, (tally) => tally.tokens.output),
    cache_read_tokens: sum(rows, (tally) => tally.tokens.cacheRead),
    cache_write_tokens: sum(rows, (tally) => tally.tokens.cacheWrite),
    usd: rows.some((row) => row.tally.priced)
      ? formatUsd(rows.reduce((total, row) => total + row.tally.amount, 0n))
      : null,
    unpriced_tokens: sum(rows, (tally) => tally.unpricedTokens),
  };
  return COLUMNS.map((column) => sums[column.id] ?? null);
}

function sum(rows: readonly ModelCost[], of: (tally: Tally) => number): number {
  return rows.reduce((total, row) => total + of(row.tally), 0);
}

function notesOf(
  rows: readonly ModelCost[],
  { month, beside }: Pick<CostByModelInput, 'month' | 'beside'>,
): readonly string[] {
  const unpriced = sum(rows, (tally) => tally.unpricedTokens);
  const metered = `${month}, UTC. Metered: counted tokens times the price named; not a bill.`;
  if (unpriced === 0) return [metered, notInMetered(beside)];
  return [
    metered,
    notInMetered(beside),
    `${groupThousands(String(unpriced))} tokens have no price and are not in the total.`,
  ];
}
