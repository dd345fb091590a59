import { actionOf, type CallPart, type Operation, type Route } from '../catalogue/route.ts';
import { allNeeded } from '../decision-word.ts';
import type { Decision } from '../evaluate/decide.ts';
import type { PartDecider } from './part-decider.ts';

/** The decision on one resource of a call. */
export interface JudgedPart {
  readonly part: CallPart;
  readonly action: string;
  readonly decision: Decision;
}

/** A way to call a model with the decision on each of its resources. */
export interface JudgedRoute {
  readonly route: Route;
  /** Allowed where every part is; the worst of the parts otherwise. */
  readonly decision: Decision['decision'];
  readonly parts: readonly JudgedPart[];
}

/** Decides every resource of a call. */
export function judgeRoute(route: Route, operation: Operation, decide: PartDecider): JudgedRoute {
  const action = actionOf(route.plane, operation);
  const parts = route.parts.map((part) => ({ part, action, decision: decide(action, part) }));
  const words = parts.map(({ decision }) => decision.decision);
  return { route, decision: allNeeded(words), parts };
}
