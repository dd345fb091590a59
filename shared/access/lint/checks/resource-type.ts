import { type ActionFacts, findAction } from '../../data/service-reference.ts';
import type { Found, LintCheck, LintedStatement } from '../linted-policy.ts';
import type { ResourcePattern } from '../resource-pattern.ts';
import { quoted, some } from '../words.ts';

/** A resource that none of the statement's actions takes, and an action that takes none of its resources. */
export const resourceType: LintCheck = {
  id: 'resource-type',
  *run({ statements }) {
    for (const statement of statements) {
      if (statement.resources === null || statement.resources.except) continue;
      if (!statement.actions.except) yield* idleActions(statement);
      if (statement.named.length > 0) yield* idleResources(statement);
    }
  },
};

function* idleResources({ named, targets, resourcePath }: LintedStatement): Iterable<Found> {
  const taken = new Set(named.flatMap(({ resourceTypes }) => resourceTypes));
  for (const [index, target] of targets.entries()) {
    if (target.types.length === 0 || target.types.some(({ id }) => taken.has(id))) continue;
    const kinds = some([...new Set(target.types.map(({ name }) => name))]);
    yield {
      severity: 'error',
      path: `${resourcePath}[${index}]`,
      message: `${quoted(target.text)} is a resource of the kind ${kinds}, which no action of the statement takes.`,
      remedy: `${some(
        named.map(({ action }) => action),
        2,
      )}: ${takes([...taken])}.`,
    };
  }
}

/** Actions that are named one by one; of wildcards some always take no resource. */
function* idleActions({ actions, targets, actionPath }: LintedStatement): Iterable<Found> {
  if (targets.some(({ reach }) => reach === 'anything')) return;
  const given = new Set(targets.flatMap(({ types }) => types.map(({ id }) => id)));
  for (const [index, pattern] of actions.patterns.entries()) {
    const facts = findAction(pattern);
    if (facts === null || facts.resourceTypes.some((id) => given.has(id))) continue;
    if (facts.resourceTypes.length > 0 && hasUnknownForm(targets, facts)) continue;
    yield { severity: 'error', path: `${actionPath}[${index}]`, ...idle(facts) };
  }
}

/** A resource of the action's service that is no kind of AWS's: that is told elsewhere. */
function hasUnknownForm(targets: readonly ResourcePattern[], { service }: ActionFacts): boolean {
  return targets.some(({ reach, types, parts }) =>
    reach === 'known' ? types.length === 0 && parts?.service === service : parts === null,
  );
}

function idle({ action, resourceTypes }: ActionFacts): Pick<Found, 'message' | 'remedy'> {
  if (resourceTypes.length === 0) {
    return {
      message: `${action} is an action on no resource, so that the statement never concerns it.`,
      remedy: `Name ${action} in a statement with "Resource": "*".`,
    };
  }
  return {
    message: `No resource of the statement is one that ${action} takes, so that the statement never concerns it.`,
    remedy: `${action} ${takes(resourceTypes)}.`,
  };
}

function takes(types: readonly string[]): string {
  if (types.length === 0) return 'takes no resource but *';
  return `takes ${some(
    types.map((id) => id.slice(id.indexOf(':') + 1)),
    12,
  )}`;
}
