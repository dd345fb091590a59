import fc from 'fast-check';
import { describe, test } from 'vitest';
import { answerCase, type CaseAnswer } from '../../../shared/access/cases/answer-case.ts';
import { readCase } from '../../../shared/access/cases/read-case.ts';
import { contexts } from './random-conditions.ts';
import { cases, identityPolicies, type Json, resourcePolicies } from './random-policies.ts';

const RUNS = { numRuns: 1_000 };
const DERIVED: ReadonlySet<string> = new Set([
  'aws:PrincipalArn',
  'aws:PrincipalAccount',
  'aws:PrincipalType',
  'aws:PrincipalIsAWSService',
  'aws:ResourceAccount',
  'aws:username',
]);
const FREEDOM = { denied: 0, unknown: 1, conditional: 1, allowed: 2 };

function decisionOf(given: Json): CaseAnswer['decision'] {
  return answerCase(readCase(given)).decision;
}

function noFreer(before: Json, after: Json): boolean {
  return FREEDOM[decisionOf(after)] <= FREEDOM[decisionOf(before)];
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function statementsOf(policy: Json): readonly Json[] {
  return list(policy.Statement);
}

function withDeny(policy: Json): Json {
  return { ...policy, Statement: statementsOf(policy).map((one) => ({ ...one, Effect: 'Deny' })) };
}

describe('what more policies do', () => {
  test('another Deny never allows more', () => {
    fc.assert(
      fc.property(cases, identityPolicies, (given, policy) =>
        noFreer(given, {
          ...given,
          identityPolicies: [...list(given.identityPolicies), withDeny(policy)],
        }),
      ),
      RUNS,
    );
  });

  test('a boundary never allows more', () => {
    fc.assert(
      fc.property(cases, identityPolicies, (given, boundary) =>
        noFreer({ ...given, boundary: null }, { ...given, boundary }),
      ),
      RUNS,
    );
  });

  test('a session policy never allows more', () => {
    fc.assert(
      fc.property(cases, identityPolicies, (given, policy) =>
        noFreer({ ...given, sessionPolicies: null }, { ...given, sessionPolicies: [policy] }),
      ),
      RUNS,
    );
  });

  test('a level of SCPs or RCPs never allows more', () => {
    fc.assert(
      fc.property(cases, identityPolicies, resourcePolicies, (given, scp, rcp) => {
        const levels = (value: unknown) => list(value) as unknown as readonly unknown[];
        return (
          noFreer(given, { ...given, scps: [...levels(given.scps), [scp]] }) &&
          noFreer(given, { ...given, rcps: [...levels(given.rcps), [rcp]] })
        );
      }),
      RUNS,
    );
  });

  test('a wider resource never denies more, of statements that allow', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const widen = (policy: Json): Json => ({
          ...policy,
          Statement: statementsOf(policy).map((one) =>
            one.Effect === 'Allow' && 'Resource' in one ? { ...one, Resource: '*' } : one,
          ),
        });
        const wider = { ...given, identityPolicies: list(given.identityPolicies).map(widen) };
        return noFreer(wider, given);
      }),
      RUNS,
    );
  });
});

test('the order of policies and statements changes nothing', () => {
  const turned = (policy: Json): Json => ({
    ...policy,
    Statement: [...statementsOf(policy)].reverse(),
  });
  fc.assert(
    fc.property(cases, (given) => {
      const other = {
        ...given,
        identityPolicies: list(given.identityPolicies).map(turned).reverse(),
      };
      const [one, two] = [given, other].map((each) => answerCase(readCase(each)));
      return one?.decision === two?.decision && one?.by === two?.by;
    }),
    RUNS,
  );
});

test('what is decided without a value stays so whatever the value is', () => {
  fc.assert(
    fc.property(cases, contexts, (given, more) => {
      const before = decisionOf({ ...given, contextComplete: false });
      const told = { ...withoutDerived(more), ...(given.context as Json) };
      const after = decisionOf({ ...given, context: told, contextComplete: true });
      return before === 'conditional' || before === after;
    }),
    RUNS,
  );
});

/** Keys that follow from the caller are known before anybody tells them. */
function withoutDerived(keys: Json): Json {
  return Object.fromEntries(Object.entries(keys).filter(([key]) => !DERIVED.has(key)));
}
