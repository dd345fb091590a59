/** A policy for some actions, and those of them that the whole policy does not name. */
export interface MissingPolicy {
  readonly json: string;
  readonly unknown: readonly string[];
}

interface Statement {
  readonly Action: readonly string[];
}

/**
 * The statements of a policy narrowed to some actions, with their resources and conditions; null
 * where it names none of them.
 */
export function policyForActions(json: string, actions: readonly string[]): MissingPolicy | null {
  const policy = JSON.parse(json) as { readonly Statement: readonly Statement[] };
  const statements = policy.Statement.flatMap((statement) => {
    const wanted = [statement.Action].flat().filter((action) => actions.includes(action));
    return wanted.length === 0 ? [] : [{ ...statement, Action: wanted }];
  });
  if (statements.length === 0) return null;
  const named = new Set(statements.flatMap(({ Action }) => Action));
  return {
    json: JSON.stringify({ ...policy, Statement: statements }, null, 2),
    unknown: actions.filter((action) => !named.has(action)),
  };
}
