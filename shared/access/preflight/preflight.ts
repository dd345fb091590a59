import type { CallGate } from '../catalogue/call-gate.ts';
import type { GateQuestion } from '../catalogue/gates/gate-question.ts';
import { callGates } from '../catalogue/gates.ts';
import type { Operation } from '../catalogue/route.ts';
import type { AccessGap, AccessPrincipal } from '../world/access-world.ts';
import { type FoundRoute, findRoute, type RouteQuestion } from './find-route.ts';
import { type JudgedRoute, judgeRoute } from './judge-route.ts';
import type { PartDecider } from './part-decider.ts';
import { routeSentence } from './route-sentence.ts';

/** A call before it is made. */
export interface PreflightQuestion
  extends Omit<RouteQuestion, 'accountId'>,
    Pick<GateQuestion, 'readings' | 'at'> {
  readonly principal: Pick<AccessPrincipal, 'arn' | 'accountId' | 'name'>;
  readonly operation: Operation;
  /** Decides for this principal. */
  readonly decide: PartDecider;
}

/** Whether it would work. */
export interface Preflight {
  readonly judged: JudgedRoute;
  readonly sentence: string;
  readonly gates: readonly CallGate[];
  /** What was not read of the place. */
  readonly gaps: readonly AccessGap[];
}

/** A preflight, or why there is nothing to judge. */
export type PreflightOutcome =
  | ({ readonly found: true } & Preflight)
  | Extract<FoundRoute, { found: false }>;

/**
 * Judges a call before anybody makes it: what it reaches, each resource of it, and the gates beside
 * IAM. It is made from the principal's own account.
 */
export function preflight(question: PreflightQuestion): PreflightOutcome {
  const { principal, operation, decide, readings, at } = question;
  const { accountId } = principal;
  const found = findRoute({ ...question, accountId });
  if (!found.found) return found;
  const { route } = found;
  const judged = judgeRoute(route, operation, decide);
  const gates = callGates({
    modelId: route.modelId,
    accountId,
    region: route.region,
    plane: route.plane,
    readings,
    at,
    decide: (action, part) => decide(action, part).decision,
  });
  const gaps = question.gaps.filter(
    (gap) => gap.accountId === accountId && gap.region === route.region,
  );
  return { found: true, judged, sentence: routeSentence(judged, principal.name), gates, gaps };
}
