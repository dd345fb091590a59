import { testCondition } from '../conditions/test-condition.ts';
import type { RequestContext } from '../context.ts';
import type { Truth } from '../truth.ts';
import { compact, emptySheet, type Fit, orInto } from './bits.ts';
import type { CallClasses } from './call-classes.ts';
import { keeping } from './keeping.ts';
import type { AskedKeys, KeyScopes } from './key-scopes.ts';
import type { TestPlan } from './policy-plan.ts';

/** Where conditions hold: everywhere alike, or in some places. */
export type TestFits = (plan: TestPlan, caller: RequestContext) => Truth | Fit;

/** What fits are worked out with. */
export interface FitSpace {
  readonly words: number;
  readonly classes: CallClasses;
  readonly scopes: KeyScopes;
}

const MOST_KEPT = 1_000;

/** Answers that do not depend on the caller, or on few values of it, are worked out once. */
export function createTestFits(space: FitSpace): TestFits {
  const kept = keeping<Truth | Fit>(MOST_KEPT);
  return (plan, caller) => {
    const classes = space.classes(plan.ofCall);
    const [only] = classes;
    if (plan.ofCaller.length > 0 && classes.length === 1 && only !== undefined) {
      return testCondition(plan.test, joined(space, only.context, caller), plan.version);
    }
    return kept(`${plan.id}${valuesOf(plan, caller)}`, () => fitOf(space, plan, caller));
  };
}

/** The values of the caller's keys, as one text. */
export function valuesOf({ ofCaller }: AskedKeys, caller: RequestContext): string {
  return ofCaller.length === 0 ? '' : JSON.stringify(ofCaller.map((key) => caller.value(key)));
}

/** The keys of a caller and of a call as those of one request. */
export function joined(
  { scopes }: Pick<FitSpace, 'scopes'>,
  call: RequestContext,
  caller: RequestContext,
): RequestContext {
  return { value: (key) => (scopes.followsCaller(key) ? caller : call).value(key) };
}

function fitOf(space: FitSpace, plan: TestPlan, caller: RequestContext): Truth | Fit {
  const truths = space.classes(plan.ofCall).map(({ context, fit }) => {
    const truth = testCondition(plan.test, joined(space, context, caller), plan.version);
    return { truth, fit };
  });
  const [first] = truths;
  if (first === undefined) return 'no';
  if (truths.every(({ truth }) => truth === first.truth)) return first.truth;
  const sheet = emptySheet(space.words);
  for (const { truth, fit } of truths) if (truth !== 'no') orInto(sheet, fit, truth === 'yes');
  return compact(sheet) ?? 'no';
}
