import type { OpenPoint, StatementOutcome } from '../evaluate/apply-statement.ts';
import { type Decision, decide } from '../evaluate/decide.ts';
import type { AccessCase } from './read-case.ts';

/** One line of the answer of `assay evaluate`. */
export interface CaseAnswer {
  readonly id: string;
  readonly decision: Decision['decision'];
  readonly by: Decision['by'];
  /** The statements that decided; of a denial that nothing allows, those that came nearest. */
  readonly statements: readonly StatementAnswer[];
  /** What a conditional decision depends on. */
  readonly conditions: readonly ConditionAnswer[];
  /** What AWS would refuse in the policies, and members of the case that were not read; left out where nothing is wrong. */
  readonly problems?: readonly string[];
}

/** A statement that decided. */
export interface StatementAnswer {
  /** As `identityPolicies[0]`. */
  readonly policy: string;
  /** Its place in the policy, from 0. */
  readonly statement: number;
  readonly sid: string | null;
  readonly effect: 'Allow' | 'Deny';
  readonly applies: StatementOutcome['applies'];
  /** What did not fit; left out where it applies, for sure or perhaps. */
  readonly missed?: 'action' | 'resource' | 'principal' | 'condition';
}

/** A condition that decides, with the statement it stands in. */
export interface ConditionAnswer extends OpenPoint {
  readonly policy: string;
  readonly statement: number;
  readonly effect: 'Allow' | 'Deny';
}

/** Decides a case and puts the decision in a line. */
export function answerCase({ id, request, policies, notRead }: AccessCase): CaseAnswer {
  const decision = decide(request, policies);
  const outcomes = decision.statements.length > 0 ? decision.statements : decision.nearest;
  const unread = notRead.map((name) => `${name} is no member of a case and was not read`);
  const problems = [...unread, ...problemsOf(policies)];
  return {
    id,
    decision: decision.decision,
    by: decision.by,
    statements: outcomes.map(statementAnswer),
    conditions: outcomes.flatMap(conditionAnswers),
    ...(problems.length > 0 && { problems }),
  };
}

function statementAnswer({
  source,
  statement,
  applies,
  missed,
}: StatementOutcome): StatementAnswer {
  const { index, sid, effect } = statement;
  const answer = { policy: source.name, statement: index, sid, effect, applies };
  return missed === null ? answer : { ...answer, missed };
}

function conditionAnswers({ source, statement, open }: StatementOutcome): ConditionAnswer[] {
  const { index, effect } = statement;
  return open.map((point) => ({ ...point, policy: source.name, statement: index, effect }));
}

function problemsOf(policies: AccessCase['policies']): readonly string[] {
  const { identity, boundary, session, scps, rcps, resource } = policies;
  const groups = [identity, [boundary], session, ...(scps ?? []), ...(rcps ?? []), [resource]];
  const said: string[] = [];
  for (const group of groups) {
    for (const attached of group ?? []) {
      for (const { path, message } of attached?.policy.problems ?? []) {
        said.push(`${[attached?.name, path].filter(Boolean).join(': ')} ${message}`);
      }
    }
  }
  return said;
}
