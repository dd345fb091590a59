import type { NormalizedSchema } from '@smithy/core/schema';
import { groupBy } from '../../../../../electron/backend/demo/world/grouping.ts';
import { isInBody, isRecord } from './json-problems.ts';
import { type Problem, scalarProblem, valueOfText } from './scalar-problem.ts';
import type { XmlElement } from './xml-element.ts';

/** Elements of one name beside what the SDK made of them. */
interface Pair {
  readonly schema: NormalizedSchema;
  readonly elements: readonly XmlElement[];
  readonly read: unknown;
  readonly path: string;
}

/** What of a structure's children the SDK does not know, or did not give back as it was sent. */
export function xmlMemberProblems(
  pair: Omit<Pair, 'elements'> & { readonly children: readonly XmlElement[] },
): readonly Problem[] {
  const { schema, children, read, path } = pair;
  const members = new Map(
    Array.from(schema.structIterator())
      .filter(([, member]) => isInBody(member))
      .map(([name, member]) => [member.getMemberTraits().xmlName ?? name, { name, member }]),
  );
  return Array.from(groupBy(children, ({ name }) => name)).flatMap(([wire, elements]) => {
    const known = members.get(wire);
    const here = `${path}.${wire}`;
    if (known === undefined) return [`${here} is unknown to the SDK`];
    const value = isRecord(read) ? read[known.name] : undefined;
    return elementProblems({ schema: known.member, elements, read: value, path: here });
  });
}

function elementProblems(pair: Pair): readonly Problem[] {
  const { schema, elements, read, path } = pair;
  const flat = schema.getMergedTraits().xmlFlattened !== undefined;
  if (schema.isListSchema()) return listProblems(pair, flat);
  if (schema.isMapSchema()) return mapProblems(pair, flat);
  const [element, second] = elements;
  if (element === undefined || second !== undefined) return [`${path} should be one element`];
  if (schema.isStructSchema()) {
    return xmlMemberProblems({ schema, children: element.children, read, path });
  }
  if (element.children.length > 0) return [`${path} should have no elements`];
  const problem = scalarProblem(schema, valueOfText(schema, element.text), read);
  return problem === null ? [] : [`${path} ${problem}`];
}

function listProblems({ schema, elements, read, path }: Pair, flat: boolean): readonly Problem[] {
  const item = schema.getValueSchema();
  const name = item.getMergedTraits().xmlName ?? 'member';
  const items = flat ? elements : elements.flatMap(({ children }) => children);
  const odd = flat ? undefined : items.find((one) => one.name !== name);
  if (odd !== undefined) return [`${path}.${odd.name} should be ${name}`];
  if (!Array.isArray(read) || read.length !== items.length) {
    return [`${path} has ${items.length} items, read as ${JSON.stringify(read)}`];
  }
  return items.flatMap((one, index) =>
    elementProblems({
      schema: item,
      elements: [one],
      read: read[index],
      path: `${path}[${index}]`,
    }),
  );
}

function mapProblems({ schema, elements, read, path }: Pair, flat: boolean): readonly Problem[] {
  const entries = flat ? elements : elements.flatMap(({ children }) => children);
  const keyName = schema.getKeySchema().getMergedTraits().xmlName ?? 'key';
  const value = schema.getValueSchema();
  const valueName = value.getMergedTraits().xmlName ?? 'value';
  return entries.flatMap(({ children }) => {
    const key = children.find(({ name }) => name === keyName)?.text;
    const found = children.filter(({ name }) => name === valueName);
    if (key === undefined || !isRecord(read)) return [`${path} has an entry without a key`];
    return elementProblems({
      schema: value,
      elements: found,
      read: read[key],
      path: `${path}.${key}`,
    });
  });
}
