import { expect, it } from 'vitest';
import { samePeriod } from '../../../renderer/queries/use-answer.ts';

const november = { from: '2026-11-01', to: '2026-12-01' };

it.each([
  {
    name: 'another grouping',
    before: { ...november, groupBy: 'model' },
    now: november,
    same: true,
  },
  {
    name: 'another month',
    before: november,
    now: { ...november, from: '2026-10-01' },
    same: false,
  },
  { name: 'another end', before: november, now: { ...november, to: '2026-11-20' }, same: false },
  { name: 'questions without days', before: { offset: 0 }, now: { offset: 50 }, same: true },
  { name: 'nothing before', before: undefined, now: november, same: false },
])('an answer is kept for $name: $same', ({ before, now, same }) => {
  expect(samePeriod(before, now)).toBe(same);
});
