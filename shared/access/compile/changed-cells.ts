import type { DecisionWord } from '../decision-word.ts';
import type { AccessPrincipal } from '../world/access-world.ts';
import type { CallFilter, CompiledAccess } from './compile-access.ts';
import type { RouteRow } from './route-row.ts';

/** A principal and a model with the decision as it was and as it would be. */
export interface CellChange {
  readonly principal: AccessPrincipal;
  readonly modelId: string;
  readonly before: DecisionWord;
  readonly after: DecisionWord;
}

/** The cells in which two compilations of one catalogue differ, in the order of principals and models. */
export function changedCells(
  before: CompiledAccess,
  after: CompiledAccess,
  filter: CallFilter,
): readonly CellChange[] {
  const { models } = before.input.catalogue;
  return after.input.world.principals.flatMap((principal) => {
    const [one, other] = [before, after].map((access) => access.row(principal, filter.operation));
    if (one === null || one === undefined || other === null || other === undefined) return [];
    if (isSame(one, other)) return [];
    return models.flatMap(({ modelId }) => {
      const was = before.cell(principal, modelId, filter);
      const is = after.cell(principal, modelId, filter);
      if (was === null || is === null || was === is) return [];
      return [{ principal, modelId, before: was, after: is }];
    });
  });
}

function isSame(one: RouteRow, other: RouteRow): boolean {
  const sets = ['allowed', 'conditional', 'unknown'] as const;
  return sets.every((set) => one[set].every((word, at) => word === other[set][at]));
}
