import type { Policy, PolicyProblem, Statement } from './policy.ts';
import {
  below,
  fault,
  isObject,
  type JsonObject,
  type Place,
  readConditions,
  readPatterns,
  readPrincipals,
} from './read-elements.ts';

/** Where a policy is attached decides which elements it has. */
export type PolicyKind = 'identity' | 'resource';

const POLICY_ELEMENTS = new Set(['Version', 'Id', 'Statement']);
const STATEMENT_ELEMENTS = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);

/**
 * Reads a policy document, as JSON text or already parsed. Never throws: what AWS would refuse
 * stands in `problems` with its place, beside the statements that could be read.
 *
 * @param kind - `resource` for policies that name principals: resource policies and RCPs
 */
export function readPolicy(document: unknown, kind: PolicyKind): Policy {
  const problems: PolicyProblem[] = [];
  const place: Place = { within: null, name: '', problems };
  const value = parsed(document, place);
  if (!isObject(value)) {
    if (problems.length === 0) fault(place, 'is no JSON object');
    return { version: '2008-10-17', statements: [], problems };
  }
  tellUnknown(value, POLICY_ELEMENTS, place);
  const version = readVersion(value, place);
  return { version, statements: readStatements(value, kind, place), problems };
}

function parsed(document: unknown, place: Place): unknown {
  if (typeof document !== 'string') return document;
  try {
    return JSON.parse(document);
  } catch (error) {
    fault(place, `is no JSON: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

function readVersion(value: JsonObject, place: Place): Policy['version'] {
  const version = value.Version ?? '2008-10-17';
  if (version === '2008-10-17' || version === '2012-10-17') return version;
  fault(below(place, 'Version'), 'must be 2012-10-17 or 2008-10-17');
  return '2012-10-17';
}

function readStatements(value: JsonObject, kind: PolicyKind, place: Place): readonly Statement[] {
  const given = value.Statement;
  if (given === undefined) fault(place, 'has no Statement');
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (given === undefined) return [];
  const around = below(place, 'Statement');
  const statements: Statement[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const at = { index, kind, within: around, name: index, problems: place.problems };
    const statement = readStatement(list[index], at);
    if (statement !== null) statements.push(statement);
  }
  return statements;
}

interface StatementPlace extends Place {
  readonly index: number;
  readonly kind: PolicyKind;
}

function readStatement(value: unknown, place: StatementPlace): Statement | null {
  if (!isObject(value)) {
    fault(place, 'is no JSON object');
    return null;
  }
  tellUnknown(value, STATEMENT_ELEMENTS, place);
  const { Effect: effect, Sid: sid } = value;
  if (effect !== 'Allow' && effect !== 'Deny') {
    fault(below(place, 'Effect'), 'must be Allow or Deny');
    return null;
  }
  const actions = readPatterns(value, 'Action', place);
  if (actions === null) {
    fault(place, 'has neither Action nor NotAction');
    return null;
  }
  const resources = readPatterns(value, 'Resource', place);
  const principals = readPrincipals(value, place);
  if (place.kind === 'identity') {
    if (principals !== null) fault(place, 'names a principal, which only a resource policy may');
    if (resources === null) fault(place, 'has neither Resource nor NotResource');
  } else if (principals === null) fault(place, 'has neither Principal nor NotPrincipal');
  return {
    index: place.index,
    sid: typeof sid === 'string' ? sid : null,
    effect,
    principals,
    actions,
    resources,
    conditions: readConditions(value.Condition, place),
  };
}

function tellUnknown(value: JsonObject, names: ReadonlySet<string>, place: Place): void {
  for (const name of Object.keys(value)) {
    if (!names.has(name)) fault(below(place, name), 'is no element of a policy');
  }
}
