import { expect, test } from 'vitest';
import type { CapacityRow } from '../../../shared/cost/commitments/spend-capacity-answer.ts';
import { capacity } from '../../../shared/reports/capacity.ts';
import { namedRows } from './named-rows.ts';

const row: CapacityRow = {
  kind: 'provisioned',
  name: 'peak',
  arn: 'arn:aws:bedrock:us-east-1:111122223333:provisioned-model/abc',
  accountId: '111122223333',
  region: 'us-east-1',
  modelId: 'test.model',
  model: 'Test',
  status: 'InService',
  units: 2,
  term: 'SixMonths',
  expiresAt: '2026-11-29T08:30:00Z',
  hours: 744,
  hoursWithCalls: 10,
  calls: 20,
  tokensServed: 5_000,
  costUsd: '1488',
  costProvenance: 'metered',
  billed: null,
  unpricedReason: null,
  busyHours: 10 / 744,
  utilisation: null,
  onDemandUsd: '12',
  onDemandReason: null,
  savedUsd: '-1476',
  breakEvenTimes: 124,
  expiry: { state: 'ends-soon', on: '2026-11-29', daysLeft: 9 },
};

test.each<[string, Partial<CapacityRow>, object]>([
  [
    'what it cost beside on demand, and when it ends',
    {},
    {
      cost_usd: '1488',
      saved_usd: '-1476',
      break_even_times: '124',
      commitment: 'SixMonths, ends 2026-11-29 (9 days)',
    },
  ],
  [
    'a reason where there is no price',
    { costUsd: null, unpricedReason: 'no price for provisioned-mu-hours', savedUsd: null },
    { cost_reason: 'no price for provisioned-mu-hours' },
  ],
  ['no commitment', { expiry: { state: 'no-commitment' } }, { commitment: 'none' }],
  [
    'an end that AWS did not say',
    { expiry: { state: 'not-known', reason: 'AWS did not say.' } },
    { commitment: 'AWS did not say.' },
  ],
])('%s', (_, change, expected) => {
  const period = { from: '2026-10-01', to: '2026-11-01' };
  const table = capacity.build({
    month: '2026-10',
    capacity: {
      period,
      rows: [{ ...row, ...change }],
      notRead: null,
      partlyRead: null,
      notCounted: null,
      provenance: 'metered',
      notes: [],
    },
  });
  expect(namedRows(table)[0]).toMatchObject(expected);
});
