import { ACTIONS, type ActionFacts, actionsMatching } from '../data/service-reference.ts';
import type { Policy, Statement } from '../policy/policy.ts';
import { isObject, type JsonObject } from '../policy/read-elements.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { jsonPositions } from './json-positions.ts';
import type { LintFinding, LintKind } from './lint-finding.ts';
import { type ResourcePattern, readResourcePattern } from './resource-pattern.ts';

/** What a check is given: a document that is a JSON object, read once for all of them. */
export interface LintedPolicy {
  readonly kind: LintKind;
  readonly text: string;
  readonly document: JsonObject;
  readonly policy: Policy;
  /** The statements that could be read. */
  readonly statements: readonly LintedStatement[];
  /** Paths of JSON members that an object has more than once. */
  readonly repeated: readonly string[];
}

/** A statement with what its patterns name. */
export interface LintedStatement extends Statement {
  /** As `Statement[0]`. */
  readonly path: string;
  /** As `Statement[0].NotAction`. */
  readonly actionPath: string;
  readonly resourcePath: string;
  /** Actions of Bedrock's services that it names. */
  readonly named: readonly ActionFacts[];
  /** Resources as it writes them; empty where it has none. */
  readonly targets: readonly ResourcePattern[];
}

/** What a check finds, before its place is looked up. */
export type Found = Omit<LintFinding, 'check' | 'line'>;

/** One thing to look for in a policy. */
export interface LintCheck {
  /** The name of its file. */
  readonly id: string;
  /** Finds one after the other, so that whoever has enough can stop; steps grow with the text. */
  run(linted: LintedPolicy): Iterable<Found>;
}

/** Reads a document for the checks; null where it is no JSON object. */
export function readLinted(
  text: string,
  kind: LintKind,
): { readonly linted: LintedPolicy; lineOf(path: string): number } | null {
  const document = parsed(text);
  if (!isObject(document)) return null;
  const policy = readPolicy(document, hasPrincipals(kind) ? 'resource' : 'identity');
  const { repeated, lineOf } = jsonPositions(text);
  const statements = statementsOf(policy);
  return { linted: { kind, text, document, policy, statements, repeated }, lineOf };
}

/** Whether policies of a kind say whom they concern. */
export function hasPrincipals(kind: LintKind): boolean {
  return kind === 'resource' || kind === 'rcp';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function statementsOf({ statements }: Policy): readonly LintedStatement[] {
  const known = new Map<string, readonly ActionFacts[]>();
  const named = (pattern: string): readonly ActionFacts[] => {
    const found = known.get(pattern) ?? actionsMatching(pattern);
    known.set(pattern, found);
    return found;
  };
  return statements.map((statement) => {
    const path = `Statement[${statement.index}]`;
    const { actions, resources } = statement;
    return {
      ...statement,
      path,
      actionPath: `${path}.${actions.except ? 'NotAction' : 'Action'}`,
      resourcePath: `${path}.${resources?.except === true ? 'NotResource' : 'Resource'}`,
      named: namedBy(statement, named),
      targets: resources?.patterns.map(readResourcePattern) ?? [],
    };
  });
}

function namedBy(
  { actions: { except, patterns } }: Statement,
  named: (pattern: string) => readonly ActionFacts[],
): readonly ActionFacts[] {
  const [first] = patterns;
  if (!except && patterns.length === 1 && first !== undefined) return named(first);
  const found = new Set(patterns.flatMap(named));
  return ACTIONS.filter((facts) => found.has(facts) !== except);
}
