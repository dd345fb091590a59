import { expect, test } from 'vitest';
import { addressNotice } from '../../../../renderer/pages/spend/address-notice.ts';

test.each([
  ['', null],
  ['?tab=cost&groupBy=tag%3Ateam&measure=tokens&by=week', null],
  ['?tab=reconciliation&by=month&table=own', null],
  ['?tab=nonsense', 'The address names tab=nonsense, which Spend does not have; it is left aside.'],
  [
    '?tab=cost&groupBy=nonsense&compare=never',
    'The address names groupBy=nonsense and compare=never, which Spend does not have; it is left aside.',
  ],
  [
    '?tab=what-if&steps={bad',
    'The address names steps={bad, which Spend does not have; it is left aside.',
  ],
  [
    '?tab=what-if&steps=[{"percent":400}]',
    'The address names steps=[{"percent":400}], which Spend does not have; it is left aside.',
  ],
  ['?tab=what-if&steps=[]', null],
  [
    `?tab=what-if&steps=${encodeURIComponent('[{"percent":50,"select":{},"to":{"kind":"tier","tier":"batch"}}]')}`,
    null,
  ],
  ['?tab=budgets&steps={bad', null],
])('%s', (search, words) => {
  expect(addressNotice(search)).toBe(words);
});
