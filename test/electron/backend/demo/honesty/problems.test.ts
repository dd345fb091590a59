import { NormalizedSchema } from '@smithy/core/schema';
import { describe, expect, test } from 'vitest';
import { jsonProblems } from './json-problems.ts';
import { readXml } from './xml-element.ts';
import { xmlMemberProblems } from './xml-problems.ts';

/** A structure as the SDK's clients export it. */
type Structure = Extract<Parameters<typeof NormalizedSchema.of>[0], readonly [3, ...unknown[]]>;

const inner: Structure = [3, 'test', 'Inner', 0, ['id'], [0]];
const thing: Structure = [
  3,
  'test',
  'Thing',
  0,
  ['name', 'count', 'on', 'at', 'bytes', 'names', 'tags', 'inner', 'renamed', 'any'],
  [0, 1, 2, 4, 21, 64, 128, () => inner, [0, { jsonName: 'r' }], 15],
];
const schema = NormalizedSchema.of(thing);
const at = new Date('2026-11-20T12:00:00Z');

describe('a JSON body', () => {
  test.each<readonly [string, object, object, readonly string[]]>([
    ['as it was sent', { name: 'a', count: 1, on: true }, { name: 'a', count: 1, on: true }, []],
    ['null for absent', { name: null }, {}, []],
    ['a time as epoch seconds', { at: at.getTime() / 1000 }, { at }, []],
    ['a time as text', { at: '2026-11-20T12:00:00Z' }, { at }, []],
    ['base64', { bytes: 'AQI=' }, { bytes: Uint8Array.of(1, 2) }, []],
    ['a renamed member', { r: 'a' }, { renamed: 'a' }, []],
    ['a document', { any: { x: [1] } }, { any: { x: [1] } }, []],
    ['a list, a map, a structure', parts(), parts(), []],
    ['an unknown member', { nam: 'a' }, {}, ['$.nam is unknown']],
    ['its own name of a renamed one', { renamed: 'a' }, { renamed: 'a' }, ['$.renamed is unknown']],
    ['an unknown member inside', { inner: { no: 1 } }, { inner: {} }, ['$.inner.no is unknown']],
    ['a lost value', { name: 'a' }, {}, ['$.name should be text']],
    ['a time that is none', { at: 'x' }, { at: new Date('x') }, ['$.at should be a time']],
    ['a number as text', { count: '1' }, { count: 1 }, ['$.count should be a number']],
    ['a text that is a number', { name: 1 }, { name: '1' }, ['$.name should be text']],
    ['a lost item', { names: ['a', 'b'] }, { names: ['a'] }, ['$.names has 2 items']],
    ['a lost entry', { tags: { a: 'b' } }, { tags: {} }, ['$.tags.a should be text']],
    ['a list for a structure', { inner: [] }, { inner: {} }, ['$.inner should be an object']],
  ])('%s', (_name, wire, read, expected) => {
    const problems = jsonProblems({ schema, wire, read, path: '$' }, 'json-name');
    expect(problems).toEqual(expected.map((text) => expect.stringContaining(text)));
  });
});

describe('an XML body', () => {
  test.each<readonly [string, string, object, readonly string[]]>([
    ['as it was sent', '<name>a &amp; b</name><count>1</count>', { name: 'a & b', count: 1 }, []],
    ['a time', '<at>2026-11-20T12:00:00Z</at>', { at }, []],
    ['a list', '<names><member>a</member></names>', { names: ['a'] }, []],
    ['an empty list', '<names/>', { names: [] }, []],
    ['a map', '<tags><entry><key>a</key><value>b</value></entry></tags>', { tags: { a: 'b' } }, []],
    ['an unknown element', '<nam>a</nam>', {}, ['$.nam is unknown']],
    ['a lost value', '<name>a</name>', {}, ['$.name should be text']],
    ['a wrong item', '<names><item>a</item></names>', { names: [] }, ['$.names.item should be']],
    ['a lost item', '<names><member>a</member></names>', { names: [] }, ['$.names has 1 items']],
    ['twice one value', '<name>a</name><name>b</name>', { name: 'b' }, ['$.name should be one']],
  ])('%s', (_name, xml, read, expected) => {
    const { children } = readXml(`<?xml version="1.0"?><Thing xmlns="x">${xml}</Thing>`);
    const problems = xmlMemberProblems({ schema, children, read, path: '$' });
    expect(problems).toEqual(expected.map((text) => expect.stringContaining(text)));
  });

  test.each(['<a>', '<a></b>', ''])('%j is refused', (xml) => {
    expect(() => readXml(xml)).toThrow();
  });
});

function parts() {
  return { names: ['a'], tags: { a: 'b' }, inner: { id: 'i' } };
}
