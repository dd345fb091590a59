import { readOperator } from './operators.ts';
import type { ConditionTest, PatternElement, PolicyProblem, PrincipalElement } from './policy.ts';

/** Where something stands in a document, and where to say what is wrong with it. */
export interface Place {
  /** The place around it; null for the document. */
  readonly within: Place | null;
  /** As `Action`, or the number of a statement. */
  readonly name: string | number;
  readonly problems: PolicyProblem[];
}

/** A JSON object, its values not looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Writes down an error: AWS would refuse the document. */
export function fault(place: Place, message: string): void {
  place.problems.push({ severity: 'error', path: pathOf(place), message });
}

function pathOf({ within, name }: Place): string {
  const before = within === null ? '' : pathOf(within);
  if (typeof name === 'number') return `${before}[${name}]`;
  return before === '' ? name : `${before}.${name}`;
}

/** The place below: `Statement[0]` and `Action` make `Statement[0].Action`. */
export function below(within: Place, name: string | number): Place {
  return { within, name, problems: within.problems };
}

/** A text or a list of texts under a name; anything else is an error at its place. */
export function readTexts(value: unknown, within: Place, name: string): readonly string[] {
  if (typeof value === 'string') return [value];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (list.length === 0) fault(below(within, name), 'is an empty list');
  if (list.every(isText)) return list;
  fault(below(within, name), 'must be a text or a list of texts');
  return list.filter(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** `Action` or `NotAction`, `Resource` or `NotResource`; null where neither is there. */
export function readPatterns(
  statement: JsonObject,
  name: 'Action' | 'Resource',
  place: Place,
): PatternElement | null {
  const plain = name === 'Action' ? statement.Action : statement.Resource;
  const except = name === 'Action' ? statement.NotAction : statement.NotResource;
  if (plain !== undefined) {
    if (except !== undefined) tellBoth(name, place);
    return { except: false, patterns: readPatternTexts(plain, place, name) };
  }
  if (except === undefined) return null;
  return { except: true, patterns: readPatternTexts(except, place, `Not${name}`) };
}

/** What is wrong with an action such as `bedrock*`. */
export const NO_SERVICE = 'names an action without its service, as bedrock:InvokeModel';

/**
 * An action is `*` or has its service before a colon; AWS refuses others with "Actions/Conditions
 * must be prefaced by a vendor". (IAM User Guide, "IAM JSON policy elements: Action".)
 */
function readPatternTexts(value: unknown, place: Place, name: string): readonly string[] {
  const patterns = readTexts(value, place, name);
  const isAction = name.endsWith('Action');
  if (isAction && patterns.some((each) => !each.includes(':') && !/^\*+$/.test(each))) {
    fault(below(place, name), NO_SERVICE);
  }
  return patterns;
}

/** `Principal` or `NotPrincipal`; null where neither is there. */
export function readPrincipals(statement: JsonObject, place: Place): PrincipalElement | null {
  const { Principal: plain, NotPrincipal: spared } = statement;
  if (plain !== undefined && spared !== undefined) tellBoth('Principal', place);
  const value = plain ?? spared;
  if (value === undefined) return null;
  const except = plain === undefined;
  const at = below(place, except ? 'NotPrincipal' : 'Principal');
  if (value === '*') return { except, everyone: true, aws: [], services: [], others: [] };
  if (!isObject(value)) {
    fault(at, 'must be "*" or an object such as {"AWS": "arn:aws:iam::111122223333:root"}');
    return { except, everyone: false, aws: [], services: [], others: [] };
  }
  return { except, ...principalKinds(value, at) };
}

function principalKinds(value: JsonObject, place: Place): Omit<PrincipalElement, 'except'> {
  const aws: string[] = [];
  const services: string[] = [];
  const others: string[] = [];
  const kinds: Record<string, string[]> = {
    AWS: aws,
    Service: services,
    Federated: others,
    CanonicalUser: others,
  };
  for (const [kind, names] of Object.entries(value)) {
    const list = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    if (list === undefined) fault(below(place, kind), 'is no kind of principal');
    else for (const text of readTexts(names, place, kind)) list.push(text);
  }
  return { everyone: aws.includes('*'), aws, services, others };
}

function tellBoth(name: 'Action' | 'Resource' | 'Principal', place: Place): void {
  fault(place, `has both ${name} and Not${name}`);
}

/** A `Condition` block: every key under every operator. */
export function readConditions(value: unknown, within: Place): readonly ConditionTest[] {
  if (value === undefined) return NO_CONDITIONS;
  const place = below(within, 'Condition');
  const tests: ConditionTest[] = [];
  if (!isObject(value)) fault(place, 'must be an object of operators');
  else {
    for (const operator of Object.keys(value)) {
      readOperatorBlock({ operator, keys: value[operator], place, tests });
    }
  }
  return tests;
}

const NO_CONDITIONS: readonly ConditionTest[] = [];

interface OperatorBlock {
  readonly operator: string;
  readonly keys: unknown;
  readonly place: Place;
  /** What is read goes here. */
  readonly tests: ConditionTest[];
}

function readOperatorBlock({ operator, keys, place, tests }: OperatorBlock): void {
  const meaning = readOperator(operator);
  if (meaning === null) fault(below(place, operator), 'is no condition operator');
  else if (!isObject(keys)) {
    fault(below(place, operator), 'must be an object of condition keys');
  } else {
    const { comparison, negated, ifExists, quantifier } = meaning;
    for (const key of Object.keys(keys)) {
      const values = readValues(keys[key], () => below(below(place, operator), key));
      tests.push({ operator, comparison, negated, ifExists, quantifier, key, values });
    }
  }
}

/** Values may be written as numbers and as true or false; they are compared as text. */
function readValues(value: unknown, place: () => Place): readonly string[] {
  if (typeof value === 'string') return [value];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (list.every(isText)) return list;
  const plain = list.filter((item) => ['string', 'number', 'boolean'].includes(typeof item));
  if (plain.length < list.length) fault(place(), 'must be a text, a number, true, false or a list');
  return plain.map(String);
}
