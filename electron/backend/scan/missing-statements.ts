import type { MissingGrant } from '../../../shared/api/missing-permissions.ts';
import type { Statement } from './policy-document.ts';

/** One action on one resource, under the condition that the required policy has for it. */
interface Grant extends Pick<Statement, 'Condition'> {
  readonly action: string;
  readonly resource: string;
}

/**
 * Statements that allow what was denied and nothing else: each action on the resources that AWS named.
 * Where it named one file, the folder of such files; where it named nothing, what the required policy
 * says. `required` answers the statements of that policy that a grant is a part of.
 */
export function missingStatements(
  grants: readonly MissingGrant[],
  required: (grant: MissingGrant) => readonly Statement[],
): readonly Statement[] {
  const single = grants.flatMap((grant) => narrowed(grant, required(grant)));
  const byAction = grouped(single, ({ action, Condition }) => JSON.stringify([action, Condition]));
  const actions = byAction.map(([first, ...rest]) => ({
    ...first,
    resources: distinctResources([first, ...rest].map(({ resource }) => resource)),
  }));
  return grouped(actions, ({ resources, Condition }) => JSON.stringify([resources, Condition])).map(
    ([first, ...rest], index) => ({
      Sid: `AssayMissing${index + 1}`,
      Effect: 'Allow',
      Action: [first, ...rest].map(({ action }) => action),
      Resource: first.resources,
      ...(first.Condition === undefined ? {} : { Condition: first.Condition }),
    }),
  );
}

type Group<T> = readonly [T, ...T[]];

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): readonly Group<T>[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const value of values) {
    const known = groups.get(keyOf(value));
    if (known === undefined) groups.set(keyOf(value), [value]);
    else known.push(value);
  }
  return [...groups.values()];
}

function narrowed(
  { action, resource }: MissingGrant,
  statements: readonly Statement[],
): readonly Grant[] {
  const own = statements.filter(({ Action }) => Action.includes(action));
  const found = own.flatMap((statement) =>
    [statement.Resource].flat().flatMap((pattern) => {
      const { Condition } = statement;
      const part = resource === null ? pattern : within(pattern, resource);
      if (part === null) return [];
      return [{ action, resource: part, ...(Condition === undefined ? {} : { Condition }) }];
    }),
  );
  return found.length > 0 ? found : [{ action, resource: resource ?? '*' }];
}

/**
 * The part of a pattern that a denied ARN stands for, null where it does not match: with each `*`
 * as the ARN fills it, but for one that ends a folder, which stands for all files in it.
 */
function within(pattern: string, arn: string): string | null {
  const literals = pattern.split('*');
  const matching = `^${literals.map(escaped).join('(.*)')}$`;
  const filled = new RegExp(matching).exec(arn)?.slice(1);
  if (filled === undefined) return null;
  const last = filled.length - 1;
  return literals
    .map((literal, index) => {
      if (index > last) return literal;
      const isFolder = index === last && literals.at(-1) === '' && /[/=]$/.test(literal);
      return `${literal}${isFolder ? '*' : filled[index]}`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}

/** Each once, sorted; `*` is all of them. */
function distinctResources(resources: readonly string[]): readonly string[] {
  const all = [...new Set(resources)].sort();
  return all.includes('*') ? ['*'] : all;
}
