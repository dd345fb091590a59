import { addUsd, parseUsd, type Usd } from '../../model/usd.ts';
import { compareText } from '../prices-used.ts';
import type { DifferencePart, ReconciledLine } from './reconciled-line.ts';

/**
 * Lines of all days together that are alike in account, Region, model, scope, tier, context, unit and
 * state, the largest difference first. What is of no model is told apart by how it is billed.
 */
export function linesOverPeriod(lines: readonly ReconciledLine[]): readonly ReconciledLine[] {
  const groups = new Map<string, ReconciledLine[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return [...groups]
    .flatMap(([key, group]) => together(group).map((line) => ({ key, line })))
    .sort((a, b) => largestFirst(a.line, b.line) || compareText(a.key, b.key))
    .map(({ line }) => line);
}

function keyOf(line: ReconciledLine): string {
  const { accountId, region, modelId, scope, tier, context, unit, state, billedAs } = line;
  const alone = scope === null ? billedAs : [];
  return JSON.stringify([accountId, region, modelId, scope, tier, context, unit, state, alone]);
}

/** One line, none of none. */
function together(lines: readonly ReconciledLine[]): readonly ReconciledLine[] {
  const days = [...new Set(lines.map(({ day }) => day))].sort(compareText);
  const [first] = lines;
  const [from, to] = [days[0], days.at(-1)];
  if (first === undefined || from === undefined || to === undefined) return [];
  return [
    {
      ...first,
      day: from,
      days: { last: to, count: days.length },
      billedAs: distinct(lines.flatMap(({ billedAs }) => billedAs)),
      billedUsd: sumOfKnown(lines.map(({ billedUsd }) => billedUsd)),
      listUsd: sumOfAll(lines.map(({ listUsd }) => listUsd)),
      estimatedUsd: sumOfKnown(lines.map(({ estimatedUsd }) => estimatedUsd)),
      billedQuantity: sumOfAll(lines.map(({ billedQuantity }) => billedQuantity)),
      countedQuantity: counted(lines),
      basis: distinct(lines.flatMap(({ basis }) => basis)),
      differenceUsd: addUsd(...lines.map(({ differenceUsd }) => differenceUsd)),
      parts: partsOf(lines),
    },
  ];
}

function distinct<T extends string>(texts: readonly T[]): readonly T[] {
  return [...new Set(texts)].sort(compareText);
}

/** Null where none is known. */
function sumOfKnown(amounts: readonly (Usd | null)[]): Usd | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : addUsd(...known);
}

/** Null once one is not known. Quantities are decimal text as money is. */
function sumOfAll(amounts: readonly (Usd | null)[]): Usd | null {
  return amounts.includes(null) ? null : sumOfKnown(amounts);
}

function counted(lines: readonly ReconciledLine[]): number | null {
  const known = lines.flatMap(({ countedQuantity }) => countedQuantity ?? []);
  return known.length === 0 ? null : known.reduce((sum, quantity) => sum + quantity, 0);
}

/** By cause; a reason that is not the same on all days says of which day it is. */
function partsOf(lines: readonly ReconciledLine[]): readonly DifferencePart[] {
  const sums = new Map<string, { part: DifferencePart; day: string; reasons: Set<string> }>();
  for (const { day, parts } of lines) {
    for (const part of parts) {
      const sum = sums.get(part.cause);
      if (sum === undefined) {
        sums.set(part.cause, { part, day, reasons: new Set([part.reason]) });
      } else {
        sum.part = { ...sum.part, usd: addUsd(sum.part.usd, part.usd) };
        sum.reasons.add(part.reason);
      }
    }
  }
  return [...sums.values()].map(({ part, day, reasons }) =>
    reasons.size === 1 ? part : { ...part, reason: `On ${day}: ${part.reason}` },
  );
}

function largestFirst(a: ReconciledLine, b: ReconciledLine): number {
  const [left, right] = [size(a), size(b)];
  if (left === right) return 0;
  return left < right ? 1 : -1;
}

function size({ differenceUsd }: ReconciledLine): bigint {
  const amount = parseUsd(differenceUsd);
  return amount < 0n ? -amount : amount;
}
