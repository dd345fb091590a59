import { parseUsd } from '../../model/usd.ts';
import { OTHERS } from '../grouping.ts';
import { compareText } from '../prices-used.ts';
import { addTally, type Tally, tallyOf } from '../tally.ts';
import { totalTokens } from '../tokens.ts';
import { measured, type SpendMeasure } from './measure.ts';
import type { Cells, Sums } from './sum-up.ts';

/**
 * Sums with their groups in order of the measure; beyond `top`, groups are put together as `OTHERS`, the last, so
 * that groups and cells still add up to the total.
 */
export function rankedGroups(
  sums: Sums,
  {
    measure = 'usd',
    top = sums.groups.size,
  }: {
    readonly measure?: SpendMeasure;
    readonly top?: number;
  },
): Sums {
  const ranked = [...sums.groups].sort(byMeasure(measure));
  const kept = new Set(ranked.slice(0, top).map(([key]) => key));
  const keyOf = (key: string) => (kept.has(key) ? key : OTHERS);
  const cells: Cells = new Map(
    [...sums.cells].map(([at, cell]) => [
      at,
      { ...cell, groups: together([...cell.groups], keyOf) },
    ]),
  );
  return { total: sums.total, groups: together(ranked, keyOf), cells };
}

function together(
  groups: readonly (readonly [string, Tally])[],
  keyOf: (key: string) => string,
): Map<string, Tally> {
  const joined = new Map<string, Tally>();
  for (const [key, tally] of groups) addTally(tallyOf(joined, keyOf(key)), tally);
  return joined;
}

/** The largest first, then the dearest, then the one with most tokens, then by key. */
function byMeasure(measure: SpendMeasure) {
  return ([a, left]: readonly [string, Tally], [b, right]: readonly [string, Tally]): number => {
    const [one, other] = [
      parseUsd(measured(left, measure) ?? '0'),
      parseUsd(measured(right, measure) ?? '0'),
    ];
    if (one !== other) return one < other ? 1 : -1;
    if (left.amount !== right.amount) return left.amount < right.amount ? 1 : -1;
    return totalTokens(right.tokens) - totalTokens(left.tokens) || compareText(a, b);
  };
}
