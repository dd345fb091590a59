import { type Input, objectOf, objectsOf, requiredText, textsOf } from '../../protocols/input.ts';
import { invalidInput } from '../../wire-fault.ts';
import type { CostRow } from './cost-rows.ts';

/** Dimensions that this Cost Explorer can filter and group by. */
export const DIMENSIONS: readonly string[] = [
  'SERVICE',
  'LINKED_ACCOUNT',
  'USAGE_TYPE',
  'REGION',
  'RECORD_TYPE',
  'OPERATION',
];

type Test = (row: CostRow) => boolean;

/** The test that a Cost Explorer expression stands for; everything passes where there is none. */
export function costFilter(filter: Input | undefined): Test {
  if (filter === undefined) return () => true;
  const members = Object.keys(filter);
  if (members.length !== 1) {
    throw invalidInput('Expression must have exactly one of And, Or, Not, Dimensions, Tags');
  }
  const [member] = members;
  if (member === 'And' || member === 'Or') return combined(member, objectsOf(filter, member));
  if (member === 'Not') {
    const inner = costFilter(objectOf(filter, 'Not'));
    return (row) => !inner(row);
  }
  const test = objectOf(filter, member ?? '');
  if (test === undefined) throw invalidInput('Expression is empty');
  return member === 'Tags' ? tagTest(test) : dimensionTest(test, member);
}

function combined(member: 'And' | 'Or', parts: readonly Input[]): Test {
  if (parts.length < 2) throw invalidInput(`${member} needs at least two expressions`);
  const tests = parts.map((part) => costFilter(part));
  return member === 'And'
    ? (row) => tests.every((test) => test(row))
    : (row) => tests.some((test) => test(row));
}

function dimensionTest(test: Input, member: string | undefined): Test {
  const key = requiredText(test, 'Key');
  if (member !== 'Dimensions' || !DIMENSIONS.includes(key)) {
    throw invalidInput(`Dimension ${key} is not supported`);
  }
  const values = new Set(textsOf(test, 'Values'));
  if (values.size === 0) throw invalidInput(`Dimension ${key} has no values`);
  return (row) => values.has(row.dimensions[key] ?? '');
}

function tagTest(test: Input): Test {
  const key = requiredText(test, 'Key');
  const values = new Set(textsOf(test, 'Values'));
  return (row) => values.has(row.tags[key] ?? '');
}
