import { describe, expect, test } from 'vitest';
import {
  groupingName,
  groupingOf,
  groupingWord,
  NAMED_GROUPINGS,
} from '../../../renderer/spend/grouping.ts';
import { groupings, spendInput } from '../../../shared/api/spend-schemas.ts';

const PERIOD = { from: '2026-11-01', to: '2026-11-02' };

describe('groupings', () => {
  test('every grouping of the contract is offered', () => {
    expect([...NAMED_GROUPINGS].sort()).toEqual([...groupings].sort());
  });

  test.each([
    ['model', 'Model', 'model'],
    ['region', 'Region', 'Region'],
    ['destination-region', 'Destination Region', 'destination Region'],
    ['tag:team', 'Tag team', 'tag team'],
    ['metadata:tenant id', 'Metadata tenant id', 'metadata tenant id'],
  ])('%s is called %s, and %s inside a sentence', (text, name, word) => {
    const grouping = groupingOf(text);
    if (grouping === null) throw new Error(`${text} is no grouping`);
    expect([groupingName(grouping), groupingWord(grouping)]).toEqual([name, word]);
  });

  test.each([null, '', 'colour', 'tag:', 'tag:a"b', "metadata:x'y"])(
    '%s is no grouping',
    (text) => {
      expect(groupingOf(text)).toBeNull();
    },
  );

  test.each(['tag:a"b', 'tag:cost:centre', 'metadata:a.b-c/d=e+f@g,h'])(
    'the page and the contract agree on %s',
    (groupBy) => {
      const accepted = spendInput.safeParse({ ...PERIOD, groupBy }).success;
      expect(groupingOf(groupBy) !== null).toBe(accepted);
    },
  );
});
