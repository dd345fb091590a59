import { type Grouping, type GroupNames, groupKey } from '../../../../shared/cost/grouping.ts';
import type { ModelRef } from '../../../../shared/model/model-id.ts';
import type { Day } from '../../../../shared/model/period.ts';
import { type ProfileTargets, resolveModel } from '../../../../shared/prices/profile-targets.ts';
import type { SpendGroupRow } from './allocate.ts';

/** What rows are told apart by, beside what prices them. */
export interface Merging {
  /** Everything that the answer groups or filters by. */
  readonly groupings: readonly Grouping[];
  readonly names: GroupNames;
  readonly profiles: ProfileTargets;
  /**
   * The first day of the piece of time that a day falls into, where the answer tells nothing shorter and
   * no price changes within it; each day stays alone when absent.
   */
  readonly pieceOf?: ((day: Day) => Day) | undefined;
}

/** Of these rows are never alike: a role or a person has no second row of the same place and day. */
const FINE: ReadonlySet<Grouping> = new Set<Grouping>(['principal', 'person']);

/** Whether some of the rows told by these groupings may be alike. */
export function hasAlike(groupings: readonly Grouping[]): boolean {
  return !groupings.some((grouping) => FINE.has(grouping));
}

type Sum = { -readonly [K in keyof SpendGroupRow]: SpendGroupRow[K] };

/**
 * Puts rows together that cost the same and fall into the same groups: those of all roles of a team
 * become one, before anything is priced. Quantities are whole numbers and prices are per unit, so
 * that sums are what they were, exactly. A row keeps the caller and origin of the first one, of which
 * nothing but the groupings and whether anybody is known may be asked afterwards.
 */
export function mergeRows(
  rows: readonly SpendGroupRow[],
  merging: Merging,
): readonly SpendGroupRow[] {
  // Units are told apart after this.
  const groupings = merging.groupings.filter((grouping) => grouping !== 'unit');
  const { pieceOf } = merging;
  if (pieceOf === undefined && !hasAlike(groupings)) return rows;
  const keyOf = keysBy(groupings, merging);
  const sums = new Map<string, Sum>();
  for (const told of rows) {
    const row = pieceOf === undefined ? told : { ...told, day: pieceOf(told.day) };
    const key = keyOf(row);
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { ...row });
    else add(sum, row);
  }
  return [...sums.values()];
}

function keysBy(
  groupings: readonly Grouping[],
  { names, profiles }: Merging,
): (row: SpendGroupRow) => string {
  const models = new Map<string, ModelRef>();
  return (row) => {
    const { day, accountId, region, modelKey, tier, basis, longContext, origin } = row;
    const model = models.get(modelKey) ?? resolveModel(modelKey, profiles);
    models.set(modelKey, model);
    const groups = groupings.map((grouping) =>
      groupKey(grouping, { ...row, unit: null }, { model, names }),
    );
    const { start, allocated } = origin;
    const known = row.principalArn !== null;
    return [day, start, accountId, region, modelKey, tier, basis, longContext, allocated, known]
      .concat(groups)
      .join('\u001f');
  };
}

function add(sum: Sum, row: SpendGroupRow): void {
  sum.calls += row.calls;
  sum.inputTokens += row.inputTokens;
  sum.outputTokens += row.outputTokens;
  sum.cacheReadTokens += row.cacheReadTokens;
  sum.cacheWriteTokens += row.cacheWriteTokens;
  sum.cacheWrite5mTokens += row.cacheWrite5mTokens;
  sum.cacheWrite1hTokens += row.cacheWrite1hTokens;
  sum.images += row.images;
}
