import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFilters, writeFilters } from '../../../../renderer/filters.ts';
import { tabAddress } from '../../../../renderer/pages/spend/tab-address.ts';
import {
  ALL_USAGE,
  spendUsageFilters,
  USAGE_KEYS,
  type UsageValues,
} from '../../../../renderer/pages/spend/usage-filters.ts';
import {
  FILTER_OF,
  narrowedTo,
  usageInputOf,
} from '../../../../renderer/pages/spend/usage-input.ts';
import { tokensOf, valuesOf } from '../../../../renderer/pages/spend/usage-tokens.ts';
import { groupings, usageFilter } from '../../../../shared/api/spend-schemas.ts';

const someText = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
const list = fc.uniqueArray(someText, { maxLength: 3 });
const keyed = fc.option(
  fc.record({ key: someText, values: fc.uniqueArray(someText, { minLength: 1, maxLength: 3 }) }),
);
const anyUsage: fc.Arbitrary<UsageValues> = fc
  .record({ models: list, teams: list, units: list, tag: keyed, metadata: keyed })
  .map((some) => ({ ...ALL_USAGE, ...some }));

describe('what usage is narrowed to', () => {
  test('survives the address', () => {
    fc.assert(
      fc.property(anyUsage, (values) => {
        const search = writeFilters(spendUsageFilters, '', values);
        expect(readFilters(spendUsageFilters, search)).toEqual(values);
      }),
    );
  });

  test('survives the filter bar', () => {
    fc.assert(
      fc.property(anyUsage, (values) => {
        expect(valuesOf(tokensOf(values))).toEqual(values);
      }),
    );
  });

  test('every dimension of the contract has a filter, which the contract knows', () => {
    expect(Object.keys(FILTER_OF).sort()).toEqual([...groupings].sort());
    const known = Object.keys(usageFilter.shape).sort();
    expect(Object.keys(spendUsageFilters).sort()).toEqual(known);
  });

  test('every filter has its own key in the address, and goes along to another tab', () => {
    const values = Object.fromEntries(
      Object.keys(spendUsageFilters).map((name) => [
        name,
        name === 'tag' || name === 'metadata' ? { key: 'team', values: ['a'] } : ['a'],
      ]),
    ) as unknown as UsageValues;
    const search = writeFilters(spendUsageFilters, '', values);
    const keys = [...new URLSearchParams(search).keys()];
    expect(keys.sort()).toEqual([...USAGE_KEYS].sort());
    expect(tabAddress('cache', `${search}&groupBy=team&from=2026-11-01`)).toBe(
      `/spend?tab=cache&${search.slice(1)}&from=2026-11-01`,
    );
  });

  test('only what is set is asked for', () => {
    expect(usageInputOf(ALL_USAGE)).toEqual({});
    expect(usageInputOf({ ...ALL_USAGE, teams: ['search'] })).toEqual({
      filter: { teams: ['search'] },
    });
  });

  test.each([
    ['model', { models: ['x'] }],
    ['destination-region', { destinationRegions: ['x'] }],
    ['tag:cost:centre', { tag: { key: 'cost:centre', values: ['x'] } }],
    ['metadata:tenant', { metadata: { key: 'tenant', values: ['x'] } }],
  ] as const)('a group of %s narrows to it', (grouping, expected) => {
    expect(narrowedTo(grouping, 'x')).toEqual(expected);
  });

  test.each(['tag=team', 'tag=:x', 'tag=%25E0%25:x'])('%s narrows to nothing', (search) => {
    expect(readFilters(spendUsageFilters, search).tag).toBeNull();
  });
});
