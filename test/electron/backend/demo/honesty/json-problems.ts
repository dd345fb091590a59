import type { NormalizedSchema } from '@smithy/core/schema';
import { type Problem, scalarProblem } from './scalar-problem.ts';

/** One value of a JSON body beside what the SDK made of it. */
interface Pair {
  readonly schema: NormalizedSchema;
  readonly wire: unknown;
  readonly read: unknown;
  readonly path: string;
}

/** Whether a member's name on the wire may differ from its own (restJson) or not (awsJson). */
export type JsonNames = 'json-name' | 'member-name';

/** What of a JSON body the SDK does not know, or did not give back as it was sent. */
export function jsonProblems(pair: Pair, names: JsonNames): readonly Problem[] {
  const { schema, wire, read, path } = pair;
  if (wire === null) return [];
  if (schema.isDocumentSchema()) return scalar(pair);
  if (schema.isStructSchema()) return structure(pair, names);
  if (schema.isListSchema()) return list(pair, names);
  if (!schema.isMapSchema()) return scalar(pair);
  if (!isRecord(wire) || !isRecord(read)) return [`${path} should be a map`];
  const value = schema.getValueSchema();
  return Object.entries(wire).flatMap(([key, item]) =>
    jsonProblems({ schema: value, wire: item, read: read[key], path: `${path}.${key}` }, names),
  );
}

function structure({ schema, wire, read, path }: Pair, names: JsonNames): readonly Problem[] {
  if (!isRecord(wire) || !isRecord(read)) return [`${path} should be an object`];
  const members = new Map(
    Array.from(schema.structIterator())
      .filter(([, member]) => isInBody(member))
      .map(([name, member]) => [wireName(name, member, names), { name, member }]),
  );
  return Object.entries(wire).flatMap(([key, value]) => {
    const known = members.get(key);
    if (known === undefined) return [`${path}.${key} is unknown to the SDK`];
    const { name, member } = known;
    return jsonProblems(
      { schema: member, wire: value, read: read[name], path: `${path}.${key}` },
      names,
    );
  });
}

function list({ schema, wire, read, path }: Pair, names: JsonNames): readonly Problem[] {
  if (!Array.isArray(wire) || !Array.isArray(read)) return [`${path} should be a list`];
  if (wire.length !== read.length) {
    return [`${path} has ${wire.length} items, of which ${read.length} were read`];
  }
  const item = schema.getValueSchema();
  return wire.flatMap((value, index) =>
    jsonProblems(
      { schema: item, wire: value, read: read[index], path: `${path}[${index}]` },
      names,
    ),
  );
}

function scalar({ schema, wire, read, path }: Pair): readonly Problem[] {
  const problem = scalarProblem(schema, wire, read);
  return problem === null ? [] : [`${path} ${problem}`];
}

function wireName(name: string, member: NormalizedSchema, names: JsonNames): string {
  const renamed = names === 'json-name' ? member.getMergedTraits().jsonName : undefined;
  return renamed ?? name;
}

/** Whether a member travels in the body, not in a header or the status line. */
export function isInBody(member: NormalizedSchema): boolean {
  const traits = member.getMergedTraits();
  return (
    traits.httpHeader === undefined &&
    traits.httpPrefixHeaders === undefined &&
    traits.httpResponseCode === undefined
  );
}

/** Whether a value is an object with named members. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
