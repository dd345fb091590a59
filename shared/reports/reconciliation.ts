import { compareText } from '../cost/prices-used.ts';
import { CAUSES, type Cause, isWithoutAmount } from '../cost/reconcile/causes.ts';
import type { LineState, ReconciledLine } from '../cost/reconcile/reconciled-line.ts';
import type { Reconciliation } from '../cost/reconcile/reconciliation.ts';
import { unitLabel } from '../model/billable-units.ts';
import { modelLabel } from '../model/model-label.ts';
import { formatMoney } from '../model/money-text.ts';
import type { Month } from '../model/period.ts';
import { type Attodollars, formatUsd, parseUsd, type Usd } from '../model/usd.ts';
import type { Report } from './report.ts';
import { type ItemColumn, type Table, tableOf } from './table.ts';

/** One month's bill set against its estimate. */
export interface ReconciliationInput {
  readonly month: Month;
  readonly reconciliation: Reconciliation;
}

/** All days of one thing in one account and Region. */
interface MonthLine {
  readonly first: ReconciledLine;
  billed: Attodollars | null;
  estimated: Attodollars | null;
  difference: Attodollars;
  readonly states: Set<LineState>;
  readonly causes: Map<Cause, Attodollars>;
}

const COLUMNS: readonly ItemColumn<MonthLine>[] = [
  { id: 'what', title: 'What', kind: 'text', value: ({ first }) => whatOf(first) },
  { id: 'unit', title: 'Unit', kind: 'text', value: ({ first }) => unitOf(first) },
  usd('billed_usd', 'Billed USD', ({ billed }) => billed),
  usd('estimated_usd', 'Estimated USD', ({ estimated }) => estimated),
  usd('difference_usd', 'Difference USD', ({ difference }) => difference),
  { id: 'state', title: 'State', kind: 'text', value: stateOf },
  below('account', 'Account', ({ first }) => first.accountId),
  below('region', 'Region', ({ first }) => first.region),
  below('scope', 'Scope', ({ first }) => first.scope),
  below('tier', 'Tier', ({ first }) => first.tier),
  below('context', 'Context', ({ first }) => first.context),
  { ...below('model_id', 'Model id', ({ first }) => first.modelId) },
  { ...below('causes', 'Because of', causesOf), below: 'named', amounts: true },
];

/** The bill of a month against the estimate, by account, Region, model and unit, with the causes. */
export const reconciliation: Report<ReconciliationInput> = {
  id: 'reconciliation',
  title: 'Bill against estimate',
  description: 'Billed and estimated cost of one month, the difference, and what explains it.',
  build: (input) => {
    const rows = [...linesOf(input.reconciliation.lines).values()].sort(largestFirst);
    return { ...tableOf(COLUMNS, rows, notesOf(input)), totals: totalsOf(input.reconciliation) };
  },
};

function linesOf(lines: readonly ReconciledLine[]): ReadonlyMap<string, MonthLine> {
  const months = new Map<string, MonthLine>();
  for (const line of lines) {
    const key = keyOf(line);
    const month = months.get(key) ?? {
      first: line,
      billed: null,
      estimated: null,
      difference: 0n,
      states: new Set(),
      causes: new Map(),
    };
    months.set(key, month);
    month.billed = plus(month.billed, line.billedUsd);
    month.estimated = plus(month.estimated, line.estimatedUsd);
    month.difference += parseUsd(line.differenceUsd);
    month.states.add(line.state);
    for (const { cause, usd: part } of line.parts) {
      month.causes.set(cause, (month.causes.get(cause) ?? 0n) + parseUsd(part));
    }
  }
  return months;
}

/** What is of no model is told by how it is billed. */
function keyOf(line: ReconciledLine): string {
  const { accountId, region, modelId, scope, tier, context, unit, billedAs } = line;
  const alone = scope === null ? billedAs : [];
  return JSON.stringify([accountId, region, modelId, scope, tier, context, unit, alone]);
}

function plus(sum: Attodollars | null, more: Usd | null): Attodollars | null {
  return more === null ? sum : (sum ?? 0n) + parseUsd(more);
}

function largestFirst(a: MonthLine, b: MonthLine): number {
  const [left, right] = [absolute(a.difference), absolute(b.difference)];
  if (left !== right) return left < right ? 1 : -1;
  return compareText(keyOf(a.first), keyOf(b.first));
}

function absolute(amount: Attodollars): Attodollars {
  return amount < 0n ? -amount : amount;
}

function whatOf({ modelId, scope, billedAs }: ReconciledLine): string {
  if (modelId !== null && scope !== null) return modelLabel(modelId);
  return billedAs.join(', ');
}

function unitOf({ unit }: ReconciledLine): string | null {
  return unit === null ? null : unitLabel(unit);
}

/** Days may stand differently; then the month differs. */
function stateOf({ states }: MonthLine): string {
  const [only, other] = states;
  return only === undefined || other !== undefined ? 'differs' : only;
}

function causesOf({ causes }: MonthLine): string | null {
  const texts = [...causes]
    .sort(([a], [b]) => compareText(a, b))
    .map(([cause, amount]) => amountOf(cause, formatUsd(amount), (usd) => usd));
  return texts.length === 0 ? null : texts.join('; ');
}

function amountOf(cause: Cause, usd: Usd, textOf: (usd: Usd) => string): string {
  const { title } = CAUSES[cause];
  return isWithoutAmount(cause, usd) ? `${title}, unpriced` : `${title} ${textOf(usd)}`;
}

function usd(
  id: string,
  title: string,
  of: (line: MonthLine) => Attodollars | null,
): ItemColumn<MonthLine> {
  const value = (line: MonthLine) => {
    const amount = of(line);
    return amount === null ? null : formatUsd(amount);
  };
  return { id, title, kind: 'usd', value };
}

function below(
  id: string,
  title: string,
  value: (line: MonthLine) => string | null,
): ItemColumn<MonthLine> {
  return { id, title, kind: 'text', below: 'plain', value };
}

function totalsOf({ headline, lines }: Reconciliation): Table['totals'] {
  if (lines.length === 0) return null;
  const sums: Readonly<Record<string, string | null>> = {
    what: 'Total',
    billed_usd: headline.billedUsd,
    estimated_usd: headline.estimatedUsd,
    difference_usd: headline.differenceUsd,
  };
  return COLUMNS.map(({ id }) => sums[id] ?? null);
}

function notesOf({ month, reconciliation: reconciled }: ReconciliationInput) {
  const { headline, causes, notes, notBilled } = reconciled;
  const { matchedPercent, grossUsd, differenceUsd } = headline;
  const share =
    matchedPercent === null
      ? `${month}, UTC. ${notBilled === null ? 'Nothing was billed.' : `What was billed is not known: ${notBilled}.`}`
      : `${month}, UTC. The estimate matches ${matchedPercent} % of the bill: of ${formatMoney(grossUsd)} without signs, ${formatMoney(headline.matchedUsd)} follow from counted usage, ${formatMoney(headline.classifiedUsd)} are told by the bill alone, ${formatMoney(headline.unexplainedUsd)} stay unexplained.`;
  const told = causes.map(({ cause, usd: amount }) => amountOf(cause, amount, formatMoney));
  const difference =
    differenceUsd === null || told.length === 0
      ? []
      : [`Billed less estimated: ${formatMoney(differenceUsd)}, of it ${told.join(', ')}.`];
  return [share, ...difference, ...notes];
}
