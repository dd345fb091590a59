import { readOperator } from './operators.ts';
import type { ConditionTest, PatternElement, PolicyProblem, PrincipalElement } from './policy.ts';

/** Where something stands in a document, and where to say what is wrong with it. */
export interface Place {
  readonly path: string;
  readonly problems: PolicyProblem[];
}

/** A JSON object, its values not looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Writes down an error: AWS would refuse the document. */
export function fault({ path, problems }: Place, message: string): void {
  problems.push({ severity: 'error', path, message });
}

/** The place below: `Statement[0]` and `Action` make `Statement[0].Action`. */
export function below({ path, problems }: Place, name: string): Place {
  return { path: path === '' ? name : `${path}.${name}`, problems };
}

/** A text or a list of texts; anything else is an error at its place. */
export function readTexts(value: unknown, place: Place): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  const texts = list.filter((item): item is string => typeof item === 'string');
  if (texts.length < list.length) fault(place, 'must be a text or a list of texts');
  if (list.length === 0) fault(place, 'is an empty list');
  return texts;
}

/** `Action` or `NotAction`, `Resource` or `NotResource`; null where neither is there. */
export function readPatterns(
  statement: JsonObject,
  name: 'Action' | 'Resource',
  place: Place,
): PatternElement | null {
  const form = chosenForm(statement, name, place);
  if (form === null) return null;
  const patterns = readTexts(statement[form], below(place, form));
  return { except: form !== name, patterns };
}

/** `Principal` or `NotPrincipal`; null where neither is there. */
export function readPrincipals(statement: JsonObject, place: Place): PrincipalElement | null {
  const form = chosenForm(statement, 'Principal', place);
  if (form === null) return null;
  const value = statement[form];
  const at = below(place, form);
  const except = form !== 'Principal';
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
    else list.push(...readTexts(names, below(place, kind)));
  }
  return { everyone: aws.includes('*'), aws, services, others };
}

function chosenForm(
  statement: JsonObject,
  name: 'Action' | 'Resource' | 'Principal',
  place: Place,
): string | null {
  const except = `Not${name}`;
  const has = Object.hasOwn(statement, name);
  const hasExcept = Object.hasOwn(statement, except);
  if (has && hasExcept) fault(place, `has both ${name} and ${except}`);
  if (has) return name;
  return hasExcept ? except : null;
}

/** A `Condition` block: every key under every operator. */
export function readConditions(value: unknown, place: Place): readonly ConditionTest[] {
  if (value === undefined) return [];
  if (!isObject(value)) {
    fault(place, 'must be an object of operators');
    return [];
  }
  return Object.entries(value).flatMap(([operator, keys]) =>
    readOperatorBlock(operator, keys, below(place, operator)),
  );
}

function readOperatorBlock(
  operator: string,
  keys: unknown,
  place: Place,
): readonly ConditionTest[] {
  const meaning = readOperator(operator);
  if (meaning === null) {
    fault(place, 'is no condition operator');
    return [];
  }
  if (!isObject(keys)) {
    fault(place, 'must be an object of condition keys');
    return [];
  }
  return Object.entries(keys).map(([key, values]) => ({
    operator,
    ...meaning,
    key,
    values: readValues(values, below(place, key)),
  }));
}

/** Values may be written as numbers and as true or false; they are compared as text. */
function readValues(value: unknown, place: Place): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  const plain = list.filter((item) => ['string', 'number', 'boolean'].includes(typeof item));
  if (plain.length < list.length) fault(place, 'must be a text, a number, true, false or a list');
  return plain.map(String);
}
