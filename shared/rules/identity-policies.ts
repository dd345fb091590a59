import { matchesAction } from '../access/matching/match-action.ts';
import type { Statement } from '../access/policy/policy.ts';
import { readPolicy } from '../access/policy/read-policy.ts';
import type { AccountAuthorization, IamIdentity } from '../model/dataset.ts';

/** A statement with the policy it stands in. */
export interface PlacedStatement {
  readonly policyName: string;
  readonly statement: Statement;
}

/** All that an identity's own policies and its boundary say. */
export interface IdentityPolicies {
  readonly statements: readonly PlacedStatement[];
  /** Null where no boundary is set. */
  readonly boundary: readonly PlacedStatement[] | null;
  /** Names of policies whose text was not read or is no policy. */
  readonly unread: readonly string[];
}

/** The user or role of an ARN; null where the account has none. */
export function identityOf(
  authorization: readonly AccountAuthorization[],
  arn: string,
): IamIdentity | null {
  const all = authorization.flatMap(({ identities }) => identities);
  return all.find((identity) => identity.arn === arn) ?? null;
}

/** Reads the inline and attached policies of an identity, those of its groups and its boundary. */
export function identityPolicies(
  authorization: readonly AccountAuthorization[],
  identity: IamIdentity,
): IdentityPolicies {
  const managed = authorization.flatMap(({ policies }) => policies);
  const groups = authorization
    .flatMap(({ identities }) => identities)
    .filter(({ kind, name }) => kind === 'group' && identity.groups.includes(name));
  const ofArn = (arn: string) =>
    textOf(arn, managed.find((policy) => policy.arn === arn)?.document ?? null);
  const texts = [identity, ...groups].flatMap(({ inlinePolicies, attachedPolicyArns }) => [
    ...inlinePolicies.map(({ name, document }) => textOf(name, document)),
    ...attachedPolicyArns.map(ofArn),
  ]);
  const { permissionsBoundaryArn } = identity;
  const limits = permissionsBoundaryArn === null ? [] : [ofArn(permissionsBoundaryArn)];
  return {
    statements: texts.flatMap(({ statements }) => statements),
    boundary:
      permissionsBoundaryArn === null ? null : limits.flatMap(({ statements }) => statements),
    unread: [...texts, ...limits].flatMap(({ name, read }) => (read ? [] : [name])),
  };
}

interface PolicyText {
  readonly name: string;
  readonly read: boolean;
  readonly statements: readonly PlacedStatement[];
}

function textOf(nameOrArn: string, document: string | null): PolicyText {
  const name = nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
  if (document === null) return { name, read: false, statements: [] };
  const policy = readPolicy(document, 'identity');
  const read = policy.problems.every(({ severity }) => severity !== 'error');
  const statements = policy.statements.map((statement) => ({ policyName: name, statement }));
  return { name, read, statements: read ? statements : [] };
}

/**
 * The statements that allow an action, whatever the resource: none where the boundary does not
 * allow it or a statement without conditions denies it on every resource.
 */
export function grantsOf(
  { statements, boundary }: IdentityPolicies,
  action: string,
): readonly PlacedStatement[] {
  const allows = (some: readonly PlacedStatement[]) =>
    some.filter(({ statement }) => statement.effect === 'Allow' && names(statement, action));
  const limited = boundary !== null && (allows(boundary).length === 0 || denied(boundary, action));
  return limited || denied(statements, action) ? [] : allows(statements);
}

function denied(statements: readonly PlacedStatement[], action: string): boolean {
  return statements.some(
    ({ statement }) =>
      statement.effect === 'Deny' &&
      statement.conditions.length === 0 &&
      statement.resources?.except === false &&
      statement.resources.patterns.includes('*') &&
      names(statement, action),
  );
}

/** Whether a statement names an action, by `Action` or by leaving it out of `NotAction`. */
export function names({ actions }: Statement, action: string): boolean {
  const lower = action.toLowerCase();
  return actions.patterns.some((pattern) => matchesAction(pattern, lower)) !== actions.except;
}

/**
 * Whether a statement speaks of every resource of its kind: `*`, `NotResource`, every bucket, or an
 * ARN of another service whose resource is `*` or `<type>/*`.
 */
export function onEverything({ resources }: Statement): boolean {
  if (resources === null || resources.except) return true;
  return resources.patterns.some((pattern) => {
    const [, , service, , , ...rest] = pattern.split(':');
    const resource = rest.join(':');
    const whole = service === 's3' ? /^\*/ : /^([a-z-]+[/:])?\*/;
    return pattern === '*' || whole.test(resource);
  });
}

/** `execution (statement 2)`. */
export function placeOfStatement({ policyName, statement }: PlacedStatement): string {
  return `${policyName} (${statement.sid ?? `statement ${statement.index + 1}`})`;
}
