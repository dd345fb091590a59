import { testCondition } from '../conditions/test-condition.ts';
import { hasVariable, literalText, resolveVariables } from '../conditions/variables.ts';
import { matchesAction } from '../matching/match-action.ts';
import { matchesResource } from '../matching/match-arn.ts';
import { type NamedAs, namedAs } from '../matching/match-principal.ts';
import type { ConditionTest, PatternElement, Policy, Statement } from '../policy/policy.ts';
import type { Truth } from '../truth.ts';
import type { AccessRequest, AttachedPolicy, JudgedRequest } from './request.ts';

/** A condition, or a variable in a `Resource`, that decides whether a statement applies. */
export interface OpenPoint extends Pick<ConditionTest, 'key' | 'values'> {
  /** The condition operator as it is written, or `Resource`. */
  readonly operator: string;
}

/** What one statement says of a request. */
export interface StatementOutcome {
  readonly source: AttachedPolicy;
  readonly statement: Statement;
  readonly applies: Truth;
  /** The first part that does not fit; null where it applies, for sure or perhaps. */
  readonly missed: 'action' | 'resource' | 'principal' | 'condition' | null;
  /** Conditions that fail, or that rest on a value nobody told. */
  readonly open: readonly OpenPoint[];
  /** How a resource policy names the caller. */
  readonly named: NamedAs;
}

/** Judges one statement of a policy: action, resource, principal, conditions, in this order. */
export function applyStatement(
  source: AttachedPolicy,
  statement: Statement,
  request: JudgedRequest,
): StatementOutcome {
  const { lowerAction } = request;
  if (!actionFits(statement.actions, lowerAction)) return missing(source, statement, 'action');
  const fit = resourceFit(source.policy.version, statement.resources, request);
  if (fit.truth === 'no') return missing(source, statement, 'resource');
  const named = statement.principals === null ? null : namesCaller(statement, request);
  if (statement.principals !== null && named === null) {
    return missing(source, statement, 'principal');
  }
  const { applies, missed, open } = judgeConditions({ source, statement, request, fit });
  return { source, statement, applies, missed, open, named };
}

function missing(
  source: AttachedPolicy,
  statement: Statement,
  missed: StatementOutcome['missed'],
): StatementOutcome {
  return { source, statement, applies: 'no', missed, open: NOTHING_OPEN, named: null };
}

const NOTHING_OPEN: readonly OpenPoint[] = [];
const APPLIES = { applies: 'yes', missed: null, open: NOTHING_OPEN } as const;
const FITS: ResourceFit = { truth: 'yes', open: NOTHING_OPEN };
const FITS_NOT: ResourceFit = { truth: 'no', open: NOTHING_OPEN };

/**
 * How a statement names the caller; null where it does not, or has no principals. A Deny with
 * `NotPrincipal` "will always deny any IAM principal that has a permissions boundary policy
 * attached, regardless of the values specified". (IAM User Guide, "NotPrincipal".)
 */
export function namesCaller(
  { principals, effect }: Pick<Statement, 'principals' | 'effect'>,
  request: Pick<JudgedRequest, 'bounded' | 'caller'>,
): NamedAs {
  if (principals === null) return null;
  if (effect === 'Deny' && principals.except && request.bounded) return 'direct';
  return namedAs(principals, request.caller);
}

interface ResourceFit {
  readonly truth: Truth;
  /** Variables whose values would decide. */
  readonly open: readonly OpenPoint[];
}

interface Judged {
  readonly source: AttachedPolicy;
  readonly statement: Statement;
  readonly request: AccessRequest;
  readonly fit: ResourceFit;
}

function judgeConditions({
  source,
  statement,
  request,
  fit,
}: Judged): Pick<StatementOutcome, 'applies' | 'missed' | 'open'> {
  if (statement.conditions.length === 0 && fit.truth === 'yes') return APPLIES;
  const open = [...fit.open];
  for (const test of statement.conditions) {
    const truth = testCondition(test, request.context, source.policy.version);
    if (truth === 'no') return { applies: 'no', missed: 'condition', open: [pointOf(test)] };
    if (truth === 'unknown') open.push(pointOf(test));
  }
  return { applies: open.length > 0 ? 'unknown' : 'yes', missed: null, open };
}

function pointOf({ key, operator, values }: ConditionTest): OpenPoint {
  return { key, operator, values };
}

function actionFits({ except, patterns }: PatternElement, lower: string): boolean {
  return patterns.some((pattern) => matchesAction(pattern, lower)) !== except;
}

function resourceFit(
  version: Policy['version'],
  element: PatternElement | null,
  { resource, context }: AccessRequest,
): ResourceFit {
  if (element === null) return FITS;
  const open: OpenPoint[] = [];
  let named = false;
  for (const pattern of element.patterns) {
    if (version === '2008-10-17' || !hasVariable(pattern)) {
      named ||= matchesResource(pattern, resource);
      continue;
    }
    const resolved = resolveVariables(pattern, context);
    if (resolved.kind === 'nothing') continue;
    if (!matchesResource(resolved.text, literalText(resource))) continue;
    if (resolved.kind === 'text') named = true;
    else open.push({ key: resolved.key, operator: 'Resource', values: [pattern] });
  }
  if (named || open.length === 0) return named !== element.except ? FITS : FITS_NOT;
  return { truth: 'unknown', open };
}
