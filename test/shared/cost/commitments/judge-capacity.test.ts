import { describe, expect, test } from 'vitest';
import type {
  BoughtCapacity,
  CapacityJudgement,
} from '../../../../shared/cost/commitments/commitment-answer.ts';
import { judgeCapacity, judgedBill } from '../../../../shared/cost/commitments/judge-capacity.ts';
import { line } from '../../prices/builders.ts';

const TODAY = '2026-11-20';

/** One day short of the month that a capacity was in service. */
const BILLED = { usd: '720', unitHours: '1440', days: ['2026-10-01', '2026-10-02'], purchases: 1 };

/** Two Llama units of six months at 13.08 USD an hour, all of October. */
function capacity(over: Partial<BoughtCapacity> = {}): BoughtCapacity {
  return {
    kind: 'provisioned',
    name: 'support-llama',
    units: 2,
    term: 'SixMonths',
    expiresAt: '2027-03-01T00:00:00Z',
    hours: 744,
    hoursWithCalls: 186,
    tokensPerHour: null,
    tokensServed: 900_000_000,
    onDemandUsd: '648',
    unitHour: { found: true, line: line({ usd: '13.08', per: 1 }), caveats: [] },
    billed: null,
    ...over,
  };
}

describe('judgeCapacity', () => {
  test('capacity that is idle most of the time', () => {
    expect(judgeCapacity(capacity(), TODAY)).toEqual({
      name: 'support-llama',
      costUsd: '19463.04',
      costProvenance: 'metered',
      unpricedReason: null,
      busyHours: 0.25,
      utilisation: null,
      savedUsd: '-18815.04',
      breakEvenTimes: 30.0355,
      expiry: { state: 'bound', on: '2027-03-01', daysLeft: 101 },
    });
  });

  test.each<[string, Partial<BoughtCapacity>, Partial<CapacityJudgement>]>([
    ['pays off', { onDemandUsd: '38926.08' }, { savedUsd: '19463.04', breakEvenTimes: 0.5 }],
    [
      'no price is not $0',
      { unitHour: { found: false, reason: 'no price for units' } },
      { costUsd: null, unpricedReason: 'no price for units', savedUsd: null, breakEvenTimes: null },
    ],
    [
      'without a price, what was billed, in cost and saving alike',
      {
        unitHour: { found: false, reason: 'no price for units' },
        billed: BILLED,
      },
      {
        costUsd: '720',
        costProvenance: 'billed',
        unpricedReason: 'no price for units',
        savedUsd: '-72',
        breakEvenTimes: 1.1111,
      },
    ],
    [
      'a bill that several purchases share tells the cost of none',
      {
        unitHour: { found: false, reason: 'no price for units' },
        billed: { ...BILLED, purchases: 2 },
      },
      { costUsd: null, costProvenance: 'unpriced', savedUsd: null },
    ],
    [
      'with a price, the bill changes nothing',
      { billed: BILLED },
      { costUsd: '19463.04', costProvenance: 'metered' },
    ],
    ['on demand has no price', { onDemandUsd: null }, { savedUsd: null, breakEvenTimes: null }],
    [
      'idle has no break-even',
      { onDemandUsd: '0' },
      { savedUsd: '-19463.04', breakEvenTimes: null },
    ],
    [
      'reserved: what fits is known',
      { kind: 'reserved', tokensPerHour: 6_000_000, tokensServed: 2_232_000_000 },
      { utilisation: 0.5 },
    ],
    ['not in service yet', { hours: 0 }, { costUsd: '0', busyHours: null, utilisation: null }],
  ])('%s', (_, over, answer) => {
    expect(judgeCapacity(capacity(over), TODAY)).toMatchObject(answer);
  });

  test('its use is compared over the days of the bill where that tells its cost', () => {
    const none = { found: false, reason: 'no price' } as const;
    const { unitHour } = capacity();
    expect(judgedBill({ unitHour: none, billed: BILLED })).toBe(BILLED);
    expect(judgedBill({ unitHour, billed: BILLED })).toBeNull();
    expect(judgedBill({ unitHour: none, billed: { ...BILLED, purchases: 2 } })).toBeNull();
    expect(judgedBill({ unitHour: none, billed: null })).toBeNull();
  });

  test.each<[string | null, string | null, unknown]>([
    [null, null, { state: 'no-commitment' }],
    ['OneMonth', null, { state: 'not-known', reason: expect.stringContaining('OneMonth') }],
    ['OneMonth', '2026-12-21T00:00:00Z', { state: 'bound', on: '2026-12-21', daysLeft: 31 }],
    ['OneMonth', '2026-12-20T23:59:59Z', { state: 'ends-soon', on: '2026-12-20', daysLeft: 30 }],
    ['OneMonth', '2026-11-20T01:00:00Z', { state: 'ends-soon', on: '2026-11-20', daysLeft: 0 }],
    ['OneMonth', '2026-11-19T01:00:00Z', { state: 'ended', on: '2026-11-19', daysLeft: -1 }],
  ])('%s until %s', (term, expiresAt, expiry) => {
    expect(judgeCapacity(capacity({ term, expiresAt }), TODAY).expiry).toEqual(expiry);
  });
});
