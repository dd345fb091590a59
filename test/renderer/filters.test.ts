import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  choiceFilter,
  choicesFilter,
  flagFilter,
  listFilter,
  offsetFilter,
  readFilters,
  textFilter,
  usageFilters,
  usageInput,
  writeFilters,
} from '../../renderer/filters.ts';

const spec = {
  ...usageFilters,
  text: textFilter('text'),
  groupBy: choiceFilter('groupBy', ['model', 'account', 'region'], 'model'),
  statuses: choicesFilter('status', ['fail', 'unknown', 'pass'], ['fail', 'unknown']),
  failed: flagFilter('failed'),
  events: listFilter('event'),
  offset: offsetFilter('offset'),
};

const someText = fc.string({ minLength: 1, unit: 'grapheme' });
const values = fc.record({
  accounts: fc.array(someText),
  regions: fc.array(someText),
  models: fc.array(someText),
  principals: fc.array(someText),
  text: fc.string({ unit: 'grapheme' }),
  groupBy: fc.constantFrom('model' as const, 'account' as const, 'region' as const),
  statuses: fc.subarray(['fail' as const, 'unknown' as const, 'pass' as const]),
  failed: fc.constantFrom(true, false, undefined),
  events: fc.array(someText),
  offset: fc.integer({ min: 0, max: 9_999_999 }),
});

describe('filters in the address', () => {
  test('what is written is read back', () => {
    fc.assert(
      fc.property(values, (written) => {
        expect(readFilters(spec, writeFilters(spec, '', written))).toEqual(written);
      }),
    );
  });

  test('a change leaves other keys alone', () => {
    fc.assert(
      fc.property(values, (written) => {
        const search = writeFilters(spec, '?from=2026-10-01&to=2026-11-01', written);
        const params = new URLSearchParams(search);
        expect([params.get('from'), params.get('to')]).toEqual(['2026-10-01', '2026-11-01']);
      }),
    );
  });

  test('defaults are not in the address', () => {
    const byDefault = readFilters(spec, '');
    expect(writeFilters(spec, '', byDefault)).toBe('');
  });

  test.each([
    ['?groupBy=colour', 'groupBy', 'model'],
    ['?status=', 'statuses', []],
    ['?status=pass,nonsense', 'statuses', ['pass']],
    ['?failed=maybe', 'failed', undefined],
    ['?offset=-50', 'offset', 0],
    ['?offset=1e9', 'offset', 0],
    ['?account=', 'accounts', []],
    ['?account=1&account=2', 'accounts', ['1', '2']],
  ] as const)('%s reads %s as %j', (search, name, expected) => {
    expect(readFilters(spec, search)[name]).toEqual(expected);
  });
});

describe('usageInput', () => {
  test('leaves out what is not set', () => {
    expect(usageInput(readFilters(usageFilters, ''))).toEqual({});
    expect(usageInput(readFilters(usageFilters, '?region=eu-west-1'))).toEqual({
      filter: { regions: ['eu-west-1'] },
    });
  });

  test('takes only the shared filters of a page with more', () => {
    const page = readFilters(spec, '?model=a&event=Converse&text=x');
    expect(usageInput(page)).toEqual({ filter: { models: ['a'] } });
  });
});
