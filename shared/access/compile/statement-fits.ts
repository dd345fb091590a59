import type { Operation } from '../catalogue/route.ts';
import type { RequestContext } from '../context.ts';
import { namesCaller } from '../evaluate/apply-statement.ts';
import type { Caller } from '../matching/caller.ts';
import type { NamedAs } from '../matching/match-principal.ts';
import { actionPlace } from './actions.ts';
import type { Fit } from './bits.ts';
import type { StatementPlan } from './policy-plan.ts';
import { createResourceFits, type ResourceSpace } from './resource-fits.ts';
import { createTestFits } from './test-fits.ts';

/** Who calls, and how. */
export interface Asker {
  readonly caller: Caller;
  /** Whether the caller has a permissions boundary. */
  readonly bounded: boolean;
  /** The condition keys that follow from who calls. */
  readonly context: RequestContext;
  readonly operation: Operation;
}

/** Where a statement applies: where all of the fits hold, for sure only if `sure`. */
export interface Applying {
  readonly fits: readonly Fit[];
  readonly sure: boolean;
  /** How it names the caller; null where it has no principals. */
  readonly named: NamedAs;
}

/** Where statements apply in an account; null where nowhere. */
export type StatementFits = (plan: StatementPlan, asker: Asker) => Applying | null;

/** Judges statements as `applyStatement` does, in all places at once. */
export function createStatementFits(space: ResourceSpace): StatementFits {
  const testFits = createTestFits(space);
  const resourceFits = createResourceFits(space);
  const { all } = space.places;
  const planesOf = createPlaneFits(space.places.planes);
  const everywhere: Fit = { at: null, yes: all, possible: all };
  return (plan, asker) => {
    const found = planesOf(plan.named, asker.operation);
    if (found === null) return null;
    const named = namesCaller(plan.statement, asker);
    if (plan.statement.principals !== null && named === null) return null;
    const fits: Fit[] = [...found];
    if (plan.resources !== null) {
      const fit = resourceFits(plan.resources, asker.context);
      if (fit === null) return null;
      if (fit !== 'all') fits.push(fit);
    }
    let sure = true;
    for (const test of plan.tests) {
      const fit = testFits(test, asker.context);
      if (fit === 'no') return null;
      if (fit === 'unknown') sure = false;
      else if (fit !== 'yes') fits.push(fit);
    }
    return { fits: fits.length === 0 ? [everywhere] : fits, sure, named };
  };
}

type PlaneFits = (named: StatementPlan['named'], operation: Operation) => readonly Fit[] | null;

/** The planes whose action is named; none to look at where that is all of them. */
function createPlaneFits(planes: ResourceSpace['places']['planes']): PlaneFits {
  const known = new Map<Operation, Map<StatementPlan['named'], readonly Fit[] | null>>();
  return (named, operation) => {
    const ofOperation = known.get(operation) ?? new Map<typeof named, readonly Fit[] | null>();
    known.set(operation, ofOperation);
    const found = ofOperation.get(named);
    if (found !== undefined) return found;
    const fits = [...planes].flatMap(([plane, fit]) =>
      named[actionPlace(plane, operation)] === true ? [fit] : [],
    );
    const some = fits.length === planes.size ? [] : fits;
    const made = fits.length === 0 ? null : some;
    ofOperation.set(named, made);
    return made;
  };
}
