import type { StatementOutcome } from '../evaluate/apply-statement.ts';
import type { Decision } from '../evaluate/decide.ts';
import type { AttachedPolicy, PolicySet, PolicyType } from '../evaluate/request.ts';
import type { AskedRequest } from '../world/request-of.ts';
import { conditionPhrase } from './condition-words.ts';
import { levelWithoutAllow } from './level-without-allow.ts';
import { placeOf } from './statement-proof.ts';

const WORDS: Readonly<Record<PolicyType, string>> = {
  identity: 'policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'SCP',
  rcp: 'RCP',
  resource: 'resource policy',
};

/** One sentence, without its full stop, that says why a resource of a call is decided so. */
export function partReason(decision: Decision, asked: AskedRequest): string {
  switch (decision.decision) {
    case 'allowed':
      return allowedReason(decision);
    case 'conditional':
      return conditionalReason(decision);
    case 'unknown':
      return unknownReason(asked.policies);
    case 'denied':
      return deniedReason(decision, asked);
  }
}

function allowedReason({ by, statements }: Decision): string {
  const type = by === 'resource-policy' ? 'resource' : 'identity';
  const allowing = statements.find(
    ({ source, statement }) => source.type === type && statement.effect === 'Allow',
  );
  return allowing === undefined ? 'allowed' : `allowed by ${statementName(allowing)}`;
}

/** What it depends on, each condition once; an Allow that another one makes needless is left out. */
function conditionalReason({ statements }: Decision): string {
  const sure = new Set(
    statements.filter((one) => one.applies === 'yes' && isAllow(one)).map(layerOf),
  );
  const deciding = statements.filter(
    (one) => one.applies === 'unknown' && !(isAllow(one) && sure.has(layerOf(one))),
  );
  const reasons = new Set(deciding.map(openReason));
  const [first = 'it depends on values that nobody told', ...others] = reasons;
  if (others.length === 0) return first;
  return `${first}; and ${others.length} more ${others.length === 1 ? 'condition' : 'conditions'}`;
}

function openReason(outcome: StatementOutcome): string {
  const phrases = outcome.open.map(conditionPhrase).join(' and ');
  const verb = isAllow(outcome) ? 'allowed only' : 'denied';
  return `${verb} ${phrases}, by ${statementName(outcome)}`;
}

function isAllow({ statement }: StatementOutcome): boolean {
  return statement.effect === 'Allow';
}

/** Policies of which one Allow is enough: of one type, and of one level of the organisation. */
function layerOf({ source }: StatementOutcome): string {
  const level = source.type === 'scp' || source.type === 'rcp' ? placeOf(source).via : '';
  return `${source.type} ${level}`;
}

function unknownReason(policies: PolicySet): string {
  for (const source of allPolicies(policies)) {
    const problem = source.policy.problems.find(({ severity }) => severity === 'error');
    if (problem !== undefined) {
      const where = problem.path === '' ? '' : `${problem.path} `;
      return `unknown: ${policyName(source)} ${where}${problem.message}`;
    }
  }
  return 'unknown: a policy was not read';
}

function allPolicies(policies: PolicySet): readonly AttachedPolicy[] {
  const { identity, boundary, session, scps, rcps, resource } = policies;
  const groups = [
    ...(rcps ?? []),
    ...(scps ?? []),
    [resource],
    identity,
    [boundary],
    session ?? [],
  ];
  return groups.flat().filter((policy) => policy !== null);
}

function deniedReason(decision: Decision, asked: AskedRequest): string {
  const { by, statements } = decision;
  if (by === 'explicit-deny') {
    const [denying] = statements;
    return denying === undefined
      ? 'denied'
      : `denied by ${statementName(denying)}${because(denying)}`;
  }
  return `denied: ${barrier(decision, asked)}${nearest(decision.nearest, asked)}`;
}

/** Where conditions of a Deny hold, they say why it applies here and not elsewhere. */
function because({ statement }: StatementOutcome): string {
  const phrases = statement.conditions.map(conditionPhrase);
  return phrases.length === 0 ? '' : `, which denies ${phrases.join(' and ')}`;
}

function barrier({ by }: Decision, asked: AskedRequest): string {
  const { policies, request } = asked;
  if (by === 'scp' || by === 'rcp') {
    const levels = by === 'scp' ? policies.scps : policies.rcps;
    const word = by === 'scp' ? 'SCP' : 'RCP';
    const level = levelWithoutAllow(levels ?? [], asked);
    return level === '' ? `no ${word} allows it at some level` : `no ${word} of ${level} allows it`;
  }
  if (by === 'boundary' && policies.boundary !== null) {
    return `the permissions boundary ${policies.boundary.name} does not allow it`;
  }
  if (by === 'session') return 'the session policy does not allow it';
  if (by === 'resource-policy') {
    const { account } = request.caller;
    return policies.resource === null
      ? `the resource has no policy that lets account ${account} in`
      : `the policy of the resource does not let account ${account} in`;
  }
  return `no statement allows ${request.action}`;
}

function nearest(outcomes: readonly StatementOutcome[], { request }: AskedRequest): string {
  const [first] = outcomes;
  return first === undefined
    ? ''
    : `; nearest is ${statementName(first)}, which ${missedBy(first, request.action)}`;
}

function missedBy({ missed, statement, open }: StatementOutcome, action: string): string {
  const { resources } = statement;
  if (missed === 'condition') return `allows only ${open.map(conditionPhrase).join(' and ')}`;
  if (missed === 'principal') return 'names another principal';
  if (missed === 'resource' && resources !== null) {
    const patterns = shortList(resources.patterns);
    return resources.except ? `leaves out ${patterns}` : `names another resource: ${patterns}`;
  }
  return `does not name ${action}`;
}

const MOST_PATTERNS = 2;

function shortList(patterns: readonly string[]): string {
  const shown = patterns.slice(0, MOST_PATTERNS).join(', ');
  const left = patterns.length - MOST_PATTERNS;
  return left > 0 ? `${shown} and ${left} more` : shown;
}

/** A policy as a sentence names it: `SCP region-guard (OU Infrastructure)`. */
export function policyName(source: AttachedPolicy): string {
  const { via } = placeOf(source);
  return `${WORDS[source.type]} ${source.name}${via === '' ? '' : ` (${via})`}`;
}

function statementName({ source, statement }: StatementOutcome): string {
  const { sid, index } = statement;
  return `${policyName(source)}, statement ${sid === null || sid === '' ? index : sid}`;
}
