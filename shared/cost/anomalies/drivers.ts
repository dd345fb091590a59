import type { Day } from '../../model/period.ts';
import { type Attodollars, formatUsd } from '../../model/usd.ts';
import { compareText } from '../prices-used.ts';
import { groupBy } from '../statistics/group-by.ts';
import type { Driver } from './anomaly-answer.ts';
import { type Cell, costOn, type DayCost, dailySums, type KnownDate, moneyOf } from './calendar.ts';

/** Drivers together tell at least this share of an excess, and a value that tells it alone is fixed. */
const ENOUGH = 0.8;
/** More would be a list, not an explanation. */
const MOST_DRIVERS = 5;

/** What is to be explained: the cells of a series, and its excess on a day. */
export interface Explained {
  readonly day: Day;
  readonly cells: readonly Cell[];
  readonly known: readonly KnownDate[];
  readonly excess: Attodollars;
  /** The values that all cells share. */
  readonly values: Driver['values'];
}

interface Part extends DayCost {
  readonly value: string;
  readonly cells: readonly Cell[];
}

/**
 * Goes down the dimensions in their order: a value that tells most of the excess by itself is fixed,
 * so that a driver is as narrow as it can be; then the values of the one dimension that tells enough
 * with the fewest are the drivers. Without such a dimension the fixed values are one driver.
 */
export function driversOf(of: Explained, dimensions: readonly string[]): readonly Driver[] {
  let at = of;
  const open: string[] = [];
  for (const dimension of dimensions.filter((name) => !Object.hasOwn(of.values, name))) {
    const [first] = partsBy(dimension, at);
    if (first === undefined || shareOf(first.excess, of) < ENOUGH) open.push(dimension);
    else at = { ...at, cells: first.cells, values: { ...at.values, [dimension]: first.value } };
  }
  const split = open.map((dimension) => ({ dimension, parts: fewest(partsBy(dimension, at), of) }));
  const best = split.filter(({ parts }) => told(parts, of) >= ENOUGH).sort(byCount)[0];
  if (best === undefined)
    return [driver(costOn(at.day, dailySums(at.cells), at.known), at.values, of)];
  return best.parts.map((part) => driver(part, { ...at.values, [best.dimension]: part.value }, of));
}

/** The part of an excess that drivers tell, 0 to 1. */
export function explainedBy(drivers: readonly Driver[]): number {
  return Math.min(
    1,
    drivers.reduce((sum, { share }) => sum + share, 0),
  );
}

function byCount(a: { readonly parts: readonly Part[] }, b: { readonly parts: readonly Part[] }) {
  return a.parts.length - b.parts.length;
}

/** The values of a dimension that cost more than usual, the largest excess first. */
function partsBy(dimension: string, { day, cells, known }: Explained): readonly Part[] {
  const byValue = groupBy(cells, ({ values }) => values[dimension]);
  const spent = [...byValue].filter(([, same]) => same.some((cell) => cell.day === day));
  return spent
    .map(([value, same]) => ({ value, cells: same, ...costOn(day, dailySums(same), known) }))
    .filter(({ excess }) => excess > 0n)
    .sort((a, b) =>
      a.excess === b.excess ? compareText(a.value, b.value) : a.excess < b.excess ? 1 : -1,
    );
}

function fewest(parts: readonly Part[], of: Explained): readonly Part[] {
  const most = parts.slice(0, MOST_DRIVERS);
  const count = most.findIndex((_, index) => told(most.slice(0, index + 1), of) >= ENOUGH);
  return count < 0 ? most : most.slice(0, count + 1);
}

function told(parts: readonly Part[], of: Explained): number {
  return parts.reduce((sum, part) => sum + shareOf(part.excess, of), 0);
}

function shareOf(excess: Attodollars, of: Explained): number {
  return Number(formatUsd(excess)) / Number(formatUsd(of.excess));
}

function driver(cost: DayCost, values: Driver['values'], of: Explained): Driver {
  return { values, ...moneyOf(cost), share: shareOf(cost.excess, of) };
}
