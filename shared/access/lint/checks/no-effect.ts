import { keyStem } from '../../data/service-reference.ts';
import type { Found, LintCheck, LintedStatement } from '../linted-policy.ts';

/** A document or statement that says nothing. */
export const noEffect: LintCheck = {
  id: 'no-effect',
  *run({ document, statements, policy }) {
    if (Array.isArray(document.Statement) && document.Statement.length === 0) {
      yield { severity: 'error', path: 'Statement', ...NOTHING };
    }
    if (policy.problems.some(({ severity }) => severity === 'error')) return;
    for (const statement of statements) yield* idleParts(statement);
  },
};

const NOTHING = {
  message: 'The policy has no statement: it allows nothing and denies nothing.',
  remedy: 'Write a statement, or take the policy away.',
} as const satisfies Partial<Found>;

function* idleParts(statement: LintedStatement): Iterable<Found> {
  const { actions, resources, actionPath, resourcePath, conditions, path } = statement;
  if (actions.except && actions.patterns.includes('*')) {
    yield idle(actionPath, 'NotAction with * leaves no action');
  }
  if (resources?.except === true && resources.patterns.includes('*')) {
    yield idle(resourcePath, 'NotResource with * leaves no resource');
  }
  const absent = new Set(
    conditions
      .filter(({ comparison, values }) => comparison === 'null' && values.join() === 'true')
      .map(({ key }) => keyStem(key)),
  );
  for (const { key, comparison, negated, ifExists, quantifier, operator } of conditions) {
    const needsValue = comparison !== 'null' && !negated && !ifExists && quantifier !== 'all';
    if (needsValue && absent.has(keyStem(key))) {
      yield idle(
        `${path}.Condition.${operator}.${key}`,
        `no request lacks ${key} and has a value of it`,
      );
    }
  }
}

function idle(path: string, why: string): Found {
  return {
    severity: 'error',
    path,
    message: `The statement never applies: ${why}.`,
    remedy: 'Take the statement out, or say what is meant.',
  };
}
