import { anyOf, type Truth } from '../truth.ts';
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
  const outcomes = policies.flatMap((source) =>
    source.policy.statements.map((statement) => applyStatement(source, statement, request)),
  );
  const unreadable = policies.filter(({ policy }) => isBroken(policy.problems));
  const unsure: readonly Truth[] = unreadable.map(() => 'unknown');
  return {
    deny: anyOf([...unsure, ...outcomes.filter(denies).map(applies)]),
    allow: anyOf([...unsure, ...outcomes.filter(allows).map(applies)]),
    outcomes,
    unreadable,
  };
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
