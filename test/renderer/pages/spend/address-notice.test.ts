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
])('%s', (search, words) => {
  expect(addressNotice(search)).toBe(words);
});
