import { either, type Truth } from '../truth.ts';
import { applyStatement, type StatementOutcome } from './apply-statement.ts';
import type { AttachedPolicy, JudgedRequest } from './request.ts';

/** What policies of one kind, or of one level of an organisation, say together. */
export interface Layer {
  readonly deny: Truth;
  readonly allow: Truth;
  readonly outcomes: readonly StatementOutcome[];
  /** Policies that AWS would refuse: what they say is not known. */
  readonly unreadable: readonly AttachedPolicy[];
}

/** Judges policies of which one Allow is enough and one Deny is final. */
export function judgeLayer(policies: readonly AttachedPolicy[], request: JudgedRequest): Layer {
  const outcomes: StatementOutcome[] = [];
  const unreadable: AttachedPolicy[] = [];
  let deny: Truth = 'no';
  let allow: Truth = 'no';
  for (const source of policies) {
    for (const statement of source.policy.statements) {
      const outcome = applyStatement(source, statement, request);
      outcomes.push(outcome);
      if (allows(outcome)) allow = either(allow, outcome.applies);
      else deny = either(deny, outcome.applies);
    }
    if (isBroken(source.policy.problems)) unreadable.push(source);
  }
  if (unreadable.length > 0) {
    deny = either(deny, 'unknown');
    allow = either(allow, 'unknown');
  }
  return { deny, allow, outcomes, unreadable };
}

/** Whether an outcome is of a statement that allows. */
export function allows({ statement }: StatementOutcome): boolean {
  return statement.effect === 'Allow';
}

/** Whether an outcome is of a statement that denies. */
export function denies({ statement }: StatementOutcome): boolean {
  return statement.effect === 'Deny';
}

/** How surely a statement applies. */
export function applies(outcome: StatementOutcome): Truth {
  return outcome.applies;
}

function isBroken(problems: AttachedPolicy['policy']['problems']): boolean {
  return problems.some(({ severity }) => severity === 'error');
}
