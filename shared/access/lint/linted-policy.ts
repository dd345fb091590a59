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
  /** Characters without white space between values. */
  readonly size: number;
  /** The actions of Bedrock's services that a pattern names. */
  actionsNamed(pattern: string): readonly ActionFacts[];
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
  const { repeated, size, lineOf } = jsonPositions(text);
  const actionsNamed = remembering(actionsMatching);
  const statements = statementsOf(policy, actionsNamed);
  const read = { kind, text, document, policy, statements, repeated, size, actionsNamed };
  return { linted: read, lineOf };
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

function remembering<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text) ?? find(text);
    known.set(text, found);
    return found;
  };
}

function statementsOf(
  { statements }: Policy,
  actionsNamed: LintedPolicy['actionsNamed'],
): readonly LintedStatement[] {
  const spared = remembering((lines: string) => {
    const found = new Set(lines.split('\n').flatMap(actionsNamed));
    return ACTIONS.filter((facts) => !found.has(facts));
  });
  return statements.map((statement) => {
    const path = `Statement[${statement.index}]`;
    const { actions, resources } = statement;
    return {
      ...statement,
      path,
      actionPath: `${path}.${actions.except ? 'NotAction' : 'Action'}`,
      resourcePath: `${path}.${resources?.except === true ? 'NotResource' : 'Resource'}`,
      named: actions.except
        ? spared(actions.patterns.join('\n'))
        : namedBy(actions.patterns, actionsNamed),
      targets: resources?.patterns.map(readResourcePattern) ?? [],
    };
  });
}

function namedBy(
  patterns: readonly string[],
  actionsNamed: LintedPolicy['actionsNamed'],
): readonly ActionFacts[] {
  const [first, second] = patterns;
  if (first === undefined) return [];
  return second === undefined ? actionsNamed(first) : [...new Set(patterns.flatMap(actionsNamed))];
}
