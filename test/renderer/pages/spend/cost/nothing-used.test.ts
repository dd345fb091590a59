import { expect, test } from 'vitest';
import { readFilters } from '../../../../../renderer/filters.ts';
import { nothingUsedWords } from '../../../../../renderer/pages/spend/cost/nothing-used.ts';
import { spendUsageFilters } from '../../../../../renderer/pages/spend/usage-filters.ts';
import { spendAnswer } from '../../../../helpers/fixture/spend.ts';

const period = { from: '2026-10-01', to: '2026-11-01' };
const some = spendAnswer({ ...period, groupBy: 'model' });
const none = spendAnswer({ ...period, groupBy: 'model', filter: { models: ['nope'] } });
const values = (search: string) => readFilters(spendUsageFilters, search);

test('a filter that nothing fits is told with what it asks for', () => {
  expect(nothingUsedWords(none, values('?model=nope'), period)).toBe(
    'Nothing of Model nope was used in October 2026.',
  );
  expect(nothingUsedWords(none, values('?model=a&model=b&tag=team:x'), period)).toMatch(
    /^Nothing of Model a or b, Tag team x was used/,
  );
});

test('it is not told of use, of no filter, nor where usage is not known', () => {
  expect(nothingUsedWords(some, values('?model=nope'), period)).toBeNull();
  expect(nothingUsedWords(none, values(''), period)).toBeNull();
  const unread = { ...none, notCounted: 'no bill was read' };
  expect(nothingUsedWords(unread, values('?model=nope'), period)).toBeNull();
});
