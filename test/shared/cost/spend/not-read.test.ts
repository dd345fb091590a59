import { expect, test } from 'vitest';
import {
  type BillState,
  notBilled,
  notRead,
  type PlaceRead,
  partlyRead,
} from '../../../../shared/cost/spend/not-read.ts';

const NOVEMBER = { from: '2026-11-01', to: '2026-12-01' };
const bill = (firstDay: string, lastDay: string) => ({ firstDay, lastDay });

test.each<[string, BillState, string | null]>([
  ['nothing', { extents: [], readOn: null }, 'no bill was read'],
  ['its days', { extents: [bill('2026-10-01', '2026-11-01')], readOn: null }, null],
  [
    'the days before',
    { extents: [bill('2026-09-01', '2026-09-30'), bill('2026-10-01', '2026-10-31')], readOn: null },
    'the bill that was read ends on 2026-10-31',
  ],
  [
    'the days after',
    { extents: [bill('2026-12-01', '2026-12-05')], readOn: '2026-12-06' },
    'the bill that was read begins on 2026-12-01',
  ],
  ['a bill that is empty', { extents: [], readOn: '2026-11-20' }, null],
  [
    'an empty bill, long ago',
    { extents: [], readOn: '2026-10-20' },
    'the bill was last read on 2026-10-20, and has no usage',
  ],
  [
    'the days before, read a day after its last',
    { extents: [bill('2026-09-01', '2026-10-30')], readOn: '2026-10-31' },
    'the bill that was read ends on 2026-10-30',
  ],
  [
    'the days before, read in the period',
    { extents: [bill('2026-09-01', '2026-10-30')], readOn: '2026-11-02' },
    null,
  ],
])('a bill of %s', (_, state, reason) => {
  expect(notBilled(NOVEMBER, state)).toBe(reason);
});

const place = (outcome: PlaceRead['outcome']): PlaceRead => ({
  accountId: '111122223333',
  region: 'us-east-1',
  outcome,
});
const read = place({ status: 'collected' });
const denied = place({ status: 'denied', reason: 'denied by AWS' });
const absent = place({ status: 'unavailable', reason: 'no such service' });

test.each<[string, readonly PlaceRead[], string | null]>([
  ['no place', [], 'capacity was not read'],
  ['one place of two', [denied, read], null],
  ['no place that has the service', [absent], null],
  [
    'no place that was asked',
    [denied, absent, denied],
    'capacity was not read in any of 2 places (111122223333 us-east-1: denied by AWS)',
  ],
])('configuration read in %s', (_, places, reason) => {
  expect(notRead('capacity', places)).toBe(reason);
});

test.each<[string, readonly PlaceRead[], string | null]>([
  ['no place', [], null],
  ['every place', [read, read], null],
  ['every place that has the service', [read, absent], null],
  ['no place that was asked', [denied, denied], null],
  [
    'some places',
    [denied, read, absent],
    'capacity was not read in 1 of 2 places (111122223333 us-east-1: denied by AWS)',
  ],
])('configuration read in %s, and what may be missing', (_, places, reason) => {
  expect(partlyRead('capacity', places)).toBe(reason);
});
