import { actionsMatching } from '../data/service-reference.ts';
import { hasWildcard, readResourcePattern } from '../lint/resource-pattern.ts';
import type { Statement } from '../policy/policy.ts';
import type { AccessPrincipal } from '../world/access-world.ts';
import type { WildcardGrant } from './least-privilege-answer.ts';

/** The statements that let a principal do more on Bedrock than they name: wildcards in actions or resources. */
export function wildcardGrants({
  policies,
}: Pick<AccessPrincipal, 'policies'>): readonly WildcardGrant[] {
  return policies.identity.flatMap(({ id, name, policy }) =>
    policy.statements.flatMap((statement) => {
      const actions = wideActions(statement);
      const resources = allowsBedrock(statement) ? wideResources(statement) : [];
      if (actions.length === 0 && resources.length === 0) return [];
      const { index, sid } = statement;
      return [{ policyId: id, policyName: name, index, sid, actions, resources }];
    }),
  );
}

function allowsBedrock({ effect, actions: { except, patterns } }: Statement): boolean {
  return effect === 'Allow' && (except || patterns.some((it) => actionsMatching(it).length > 0));
}

function wideActions(statement: Statement): readonly string[] {
  if (!allowsBedrock(statement)) return [];
  const { except, patterns } = statement.actions;
  if (except) return patterns.map((pattern) => `all but ${pattern}`);
  return patterns.filter((it) => hasWildcard(it) && actionsMatching(it).length > 0);
}

/** A wildcard for the Region or the account names no more models. */
function wideResources({ resources }: Statement): readonly string[] {
  if (resources === null) return [];
  if (resources.except) return resources.patterns.map((pattern) => `all but ${pattern}`);
  return resources.patterns.filter((text) => {
    const { reach, parts } = readResourcePattern(text);
    return reach === 'anything' || (reach === 'known' && hasWildcard(parts?.resource ?? ''));
  });
}
