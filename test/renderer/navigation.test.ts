import { expect, test } from 'vitest';
import { hrefOf } from '../../renderer/navigation.ts';
import { ndjsonSplitter } from '../../renderer/ndjson.ts';

test.each([
  ['keeps the period', '/spend', {}, '?from=a&to=b&tab=x', '/spend?from=a&to=b'],
  ['takes filters', '/audit', { principal: 'arn:aws:x' }, '', '/audit?principal=arn%3Aaws%3Ax'],
  ['repeats lists', '/spend', { model: ['a', 'b'] }, '', '/spend?model=a&model=b'],
  ['leaves out what is not set', '/', { model: undefined }, '', '/'],
  ['lets a query choose the period', '/', { from: 'c', to: 'd' }, '?from=a&to=b', '/?from=c&to=d'],
] as const)('hrefOf %s', (_, path, query, search, href) => {
  expect(hrefOf(path, query, search)).toBe(href);
});

test('lines of a stream are whole, however it is cut', () => {
  const text = '{"a":1}\n{"b":"ü"}\n\n{"c":3}\n';
  for (let size = 1; size <= text.length; size += 1) {
    const split = ndjsonSplitter();
    const lines: string[] = [];
    for (let at = 0; at < text.length; at += size) lines.push(...split(text.slice(at, at + size)));
    expect(lines).toEqual(['{"a":1}', '{"b":"ü"}', '{"c":3}']);
  }
});
