import type { Instant } from '../../model/period.ts';
import { actionOf, type CallPart, type Operation, type Route } from '../catalogue/route.ts';
import { allNeeded, type DecisionWord } from '../decision-word.ts';
import { decide } from '../evaluate/decide.ts';
import type { AccessPrincipal, AccessWorld, ContextChoice } from '../world/access-world.ts';
import { requestOf } from '../world/request-of.ts';
import { partReason } from './part-reason.ts';
import type { PartProof, RouteProof } from './proof.ts';
import { statementProof } from './statement-proof.ts';

/** Who asks for what, in which circumstances. */
export interface ExplainQuestion {
  readonly world: AccessWorld;
  readonly principal: AccessPrincipal;
  readonly operation: Operation;
  readonly choice: ContextChoice;
  /** When the call would be made. */
  readonly at: Instant;
}

/** The decision on one way to call a model: every resource of the call has to be allowed. */
export function explainRoute(question: ExplainQuestion, route: Route): RouteProof {
  const action = actionOf(route.plane, question.operation);
  const parts = route.parts.map((part) => explainPart(question, part, action));
  const decision = allNeeded(parts.map((part) => part.decision));
  const { id, kind, plane, region, scope, called, destinations } = route;
  const reason = routeReason(decision, parts);
  return { id, kind, plane, region, scope, called, destinations, decision, reason, parts };
}

/** The decision on one resource of a call. */
export function explainPart(question: ExplainQuestion, part: CallPart, action: string): PartProof {
  const { world, principal, choice, at } = question;
  const asked = requestOf({ world, principal, part, action, choice, at });
  const decision = decide(asked.request, asked.policies);
  const outcomes = decision.statements.length > 0 ? decision.statements : decision.nearest;
  return {
    role: part.role,
    action,
    resource: part.resource,
    requestedRegion: part.requestedRegion,
    decision: decision.decision,
    by: decision.by,
    reason: partReason(decision, asked),
    statements: outcomes.map(statementProof),
  };
}

/**
 * The reason of the first resource that decides, and which one it is where others of the same call
 * are decided otherwise.
 */
function routeReason(decision: DecisionWord, parts: readonly PartProof[]): string {
  const deciding = parts.filter((part) => part.decision === decision);
  const [first] = deciding;
  if (first === undefined) return 'denied: the call names no resource.';
  const others = deciding.length - 1;
  if (deciding.length === parts.length) return `${first.reason}.`;
  const more =
    others === 0 ? '' : ` (and ${others} more ${others === 1 ? 'resource' : 'resources'})`;
  return `${partName(first)}${more}: ${first.reason}.`;
}

function partName({ role, requestedRegion, resource }: PartProof): string {
  if (role === 'destination') {
    return requestedRegion === 'unspecified'
      ? 'the global destination'
      : `destination ${requestedRegion}`;
  }
  return resource;
}
