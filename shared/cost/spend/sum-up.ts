import type { ModelRef } from '../../model/model-id.ts';
import type { Period } from '../../model/period.ts';
import { type ProfileTargets, resolveModel } from '../../prices/profile-targets.ts';
import type { Estimate } from '../estimate.ts';
import { type Grouping, type GroupNames, groupKey } from '../grouping.ts';
import { addCalls, addEstimate, addTally, emptyTally, type Tally, tallyOf } from '../tally.ts';
import { tokenKind } from '../tokens.ts';
import { isRatio, type SpendMeasure } from './measure.ts';
import type { CallRow, SpendUsage } from './spend-usage.ts';
import { type Granularity, type Piece, pieceOf } from './start-of.ts';

/** How usage is summed; `all` puts everything together under one key. */
export interface Summing {
  readonly groupBy: Grouping | 'all';
  readonly granularity?: Granularity;
  readonly period: Period;
  readonly profiles: ProfileTargets;
  readonly names?: GroupNames;
  /** What ratios are of is told for ratios alone. */
  readonly measure?: SpendMeasure;
}

/** The sums of one piece of time, by group. */
export interface PieceSums extends Piece {
  readonly groups: Map<string, Tally>;
}

/** Pieces by their first instant or day. */
export type Cells = Map<string, PieceSums>;

/** The whole, its groups, and its pieces of time by group: three sums over the same rows. */
export interface Sums {
  readonly total: Tally;
  readonly groups: Map<string, Tally>;
  readonly cells: Cells;
}

/** Sums estimates and calls. */
export function sumUp(
  estimates: readonly Estimate<SpendUsage>[],
  calls: readonly CallRow[],
  by: Summing,
): Sums {
  const sums: Sums = { total: emptyTally(), groups: new Map(), cells: new Map() };
  const { measure = 'usd' } = by;
  const whole = isRatio(measure) ? wholePrices(estimates) : NO_PLACES;
  const tallyFor = talliesBy(sums, by);
  for (const estimate of estimates) {
    const { row, model } = estimate;
    const tally = tallyFor({ row, model });
    addEstimate(tally, estimate);
    if (estimate.priced && row.origin?.allocated === true) tally.allocated += estimate.amount;
    if (whole.size > 0 && whole.has(placeOf(row))) addRated(tally, estimate);
  }
  addAllCalls(calls, { by, whole, counted: countedModels(estimates), tallyFor, sums });
  addPieces(sums);
  return sums;
}

/** Groups and the total are the sums of their pieces, so that each row is added once. */
function addPieces({ total, groups, cells }: Sums): void {
  for (const piece of cells.values()) {
    for (const [key, tally] of piece.groups) addTally(tallyOf(groups, key), tally);
  }
  for (const tally of groups.values()) addTally(total, tally);
}

/** Models as called of which something that is billed was counted. */
function countedModels(estimates: readonly Estimate[]): ReadonlySet<string> {
  const counted = new Set<string>();
  let last = '';
  for (const { row } of estimates) {
    if (row.modelId === last || row.quantity === 0) continue;
    last = row.modelId;
    counted.add(last);
  }
  return counted;
}

interface CallSums {
  readonly sums: Sums;
  readonly tallyFor: (placed: Placed) => Tally;
  readonly by: Summing;
  readonly whole: ReadonlySet<string>;
  readonly counted: ReadonlySet<string>;
}

function addAllCalls(calls: readonly CallRow[], to: CallSums): void {
  const { by, whole, counted } = to;
  const models = new Map<string, ModelRef>();
  for (const row of calls) {
    const model = models.get(row.modelId) ?? resolveModel(row.modelId, by.profiles);
    models.set(row.modelId, model);
    // Calls are not split by unit.
    const tally =
      by.groupBy === 'unit' ? to.sums.total : to.tallyFor({ row: { ...row, unit: null }, model });
    addCalls(tally, row.calls, row.basis);
    if (whole.size > 0 && whole.has(placeOf(row))) tally.rated.calls += row.calls;
    if (!counted.has(row.modelId)) tally.uncountedCalls += row.calls;
  }
}

interface Placed {
  readonly row: SpendUsage | (CallRow & { readonly unit: null });
  readonly model: ModelRef;
}

const NO_PLACES: ReadonlySet<string> = new Set();

/** The tally of a row's piece and group; rows that differ only in unit mostly follow each other. */
function talliesBy(sums: Sums, by: Summing): (placed: Placed) => Tally {
  let last: { readonly row: Placed['row']; readonly tally: Tally } | null = null;
  return (placed) => {
    if (last !== null && by.groupBy !== 'unit' && isSamePlace(last.row, placed.row)) {
      return last.tally;
    }
    last = { row: placed.row, tally: pieceTally(sums, placed, by) };
    return last.tally;
  };
}

function isSamePlace(a: Placed['row'], b: Placed['row']): boolean {
  return (
    a.origin === b.origin &&
    a.day === b.day &&
    a.modelId === b.modelId &&
    a.region === b.region &&
    a.accountId === b.accountId &&
    a.principalArn === b.principalArn &&
    a.tier === b.tier &&
    a.basis === b.basis
  );
}

function pieceTally(sums: Sums, { row, model }: Placed, by: Summing): Tally {
  const { groupBy, granularity = 'day', period, names } = by;
  const key =
    groupBy === 'all'
      ? ''
      : groupKey(groupBy, row, { model, ...(names === undefined ? {} : { names }) });
  const piece = pieceOf({ day: row.day, start: row.origin?.start ?? null }, granularity, period);
  const at = piece.start ?? piece.day;
  const cell = sums.cells.get(at) ?? { ...piece, groups: new Map<string, Tally>() };
  sums.cells.set(at, cell);
  return tallyOf(cell.groups, key);
}

function addRated(tally: Tally, estimate: Estimate<SpendUsage>): void {
  if (!estimate.priced) return;
  const { row, amount } = estimate;
  tally.rated.amount += amount;
  if (tokenKind(row.unit) === 'output') tally.rated.output += row.quantity;
}

/** The places of which something has a price and nothing lacks one. */
function wholePrices(estimates: readonly Estimate[]): ReadonlySet<string> {
  const priced = new Set<string>();
  const lacking = new Set<string>();
  for (const { priced: has, row } of estimates) {
    if (has) priced.add(placeOf(row));
    else if (row.quantity > 0) lacking.add(placeOf(row));
  }
  return new Set([...priced].filter((place) => !lacking.has(place)));
}

function placeOf(row: Pick<CallRow, 'modelId' | 'region' | 'tier' | 'day'>): string {
  return `${row.modelId} ${row.region} ${row.tier} ${row.day}`;
}
