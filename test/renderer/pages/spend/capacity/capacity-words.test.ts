import { describe, expect, test } from 'vitest';
import {
  breakEvenWords,
  capacitySentence,
  expiryWords,
} from '../../../../../renderer/pages/spend/capacity/capacity-words.ts';
import type { CapacityRow } from '../../../../../shared/api/answers.ts';

const ROW: CapacityRow = {
  name: 'a',
  kind: 'provisioned',
  arn: null,
  accountId: '111122223333',
  region: 'us-east-1',
  modelId: 'a.b',
  model: 'B',
  status: 'InService',
  units: 1,
  term: null,
  expiresAt: null,
  hours: 10,
  hoursWithCalls: 5,
  calls: 7,
  tokensServed: 70,
  onDemandUsd: '1',
  onDemandReason: null,
  costUsd: '3',
  costProvenance: 'metered',
  billed: null,
  unpricedReason: null,
  busyHours: 0.5,
  utilisation: null,
  savedUsd: '-2',
  breakEvenTimes: 3,
  expiry: { state: 'no-commitment' },
};
const UNKNOWN = { ...ROW, savedUsd: null };
const IDLE = { ...ROW, hoursWithCalls: 0, savedUsd: '5' };

const READ = { notRead: null, partlyRead: null };

test('where only some places were read, that is said', () => {
  const partly = {
    ...READ,
    partlyRead: 'provisioned throughput was not read in 1 of 2 places (a)',
  };
  expect(capacitySentence([], partly)).toBe(
    'No capacity is bought by the hour where that was read; elsewhere it is not known: provisioned throughput was not read in 1 of 2 places (a).',
  );
  expect(capacitySentence([ROW], partly)).toBe(
    'At least 1 purchase of capacity: it cost $2.00 more than on demand.',
  );
});

test('capacity that was not read is not said to be none', () => {
  expect(capacitySentence([], { ...READ, notRead: 'provisioned throughput was not read' })).toBe(
    'Whether capacity is bought by the hour is not known: provisioned throughput was not read.',
  );
});

describe('bought capacity in a sentence', () => {
  test.each([
    [[], 'No capacity is bought by the hour.'],
    [[ROW], '1 purchase of capacity: it cost $2.00 more than on demand.'],
    [
      [ROW, IDLE],
      '2 purchases of capacity: it saved $3.00 against on demand; 1 had no call at all and cost $3.00.',
    ],
    [[{ ...UNKNOWN, costUsd: null }], '1 purchase of capacity: whether it pays off is not known.'],
    [[UNKNOWN], '1 purchase of capacity: it cost $3.00, whether it pays off is not known.'],
    [
      [UNKNOWN, IDLE, { ...IDLE, costUsd: null }],
      '3 purchases of capacity: it saved $10.00 against on demand; 2 had no call at all and cost at least $3.00; 1 cannot be judged.',
    ],
    [
      [ROW, UNKNOWN],
      '2 purchases of capacity: it cost $2.00 more than on demand; 1 cannot be judged.',
    ],
  ])('%#', (rows, words) => {
    expect(capacitySentence(rows, READ)).toBe(words);
  });
});

test.each([
  [{ state: 'no-commitment' } as const, 'no commitment'],
  [{ state: 'not-known', reason: 'x' } as const, 'not known'],
  [{ state: 'ended', on: '2026-01-01', daysLeft: -3 } as const, 'ended 2026-01-01'],
  [{ state: 'bound', on: '2026-12-31', daysLeft: 41 } as const, 'until 2026-12-31 (41 days)'],
  [{ state: 'ends-soon', on: '2026-11-21', daysLeft: 1 } as const, 'until 2026-11-21 (1 day)'],
])('how long it binds: %#', (expiry, words) => {
  expect(expiryWords(expiry)).toBe(words);
});

test.each([
  [null, 'not known'],
  [0.4, 'pays off'],
  [3.14, 'at 3.1 times its traffic'],
])('break-even at %s', (times, words) => {
  expect(breakEvenWords(times)).toBe(words);
});
