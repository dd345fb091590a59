import { expect, test } from 'vitest';
import { type CountedState, notCounted } from '../../../../shared/cost/spend/not-counted.ts';

const NOTHING: CountedState = { oldestDay: null, newestDay: null, readOn: null, hasEvents: false };
const COUNTED = { ...NOTHING, oldestDay: '2026-08-22', newestDay: '2026-11-19' };
const NOVEMBER = { from: '2026-11-01', to: '2026-12-01' };

test.each<[string, CountedState, string | null]>([
  ['nothing was read', NOTHING, 'no invocation logs or metrics were read, which count calls'],
  [
    'only events were read',
    { ...NOTHING, hasEvents: true },
    'only events were read, which tell calls but not what they used; invocation logs and metrics were not',
  ],
  ['a source that counts found nothing', { ...NOTHING, readOn: '2026-11-01' }, null],
  [
    'it was read before the period',
    { ...NOTHING, readOn: '2026-10-31' },
    'nothing that counts calls was read after 2026-10-31',
  ],
  ['usage reaches into the period', { ...COUNTED, newestDay: '2026-11-01' }, null],
  [
    'usage ends before it',
    { ...COUNTED, newestDay: '2026-10-31' },
    'nothing that counts calls was read after 2026-10-31',
  ],
  [
    'usage ends before it, and a later reading found no more',
    { ...COUNTED, newestDay: '2026-10-31', readOn: '2026-11-20' },
    null,
  ],
  [
    'usage begins after it',
    { ...COUNTED, oldestDay: '2026-12-01', newestDay: '2026-12-04' },
    'nothing that counts calls was read before 2026-12-01',
  ],
  ['usage begins on its last day', { ...COUNTED, oldestDay: '2026-11-30' }, null],
])('where %s', (_, state, reason) => {
  expect(notCounted(NOVEMBER, state)).toBe(reason);
});
