import { expect, test } from 'vitest';
import {
  type CoverageRow,
  coverageState,
  coverageSummary,
  filterCoverage,
} from '../../../shared/api/coverage.ts';
import type { ReadOutcome, Unread } from '../../../shared/model/dataset.ts';

const READ: ReadOutcome = { status: 'collected' };
const DENIED: Unread = { status: 'denied', action: 'bedrock:ListGuardrails', reason: 'no' };
const FAILED: Unread = { status: 'failed', reason: 'timed out' };
const ABSENT: Unread = { status: 'unavailable', reason: 'not offered' };

function row(
  name: string,
  region: string,
  outcome: ReadOutcome,
  lack: Unread | null = null,
): CoverageRow {
  return {
    name,
    kind: 'dataset',
    accountId: '1',
    region,
    outcome,
    gaps: lack === null ? [] : [{ of: 'iam:GetRole', outcome: lack, items: 2 }],
    readAt: `2026-11-20T0${region.length % 10}:00:00Z`,
    calls: 3,
    items: 5,
  };
}

const ROWS = [
  row('trails', 'eu-west-1', FAILED),
  row('guardrails', 'us-east-1', DENIED),
  row('guardrails', 'eu-west-1', DENIED),
  row('guardrails', 'us', DENIED),
  row('guardrails', 'eu-west-2', READ),
  row('roles', 'global', READ, DENIED),
  row('roles', 'eu-west-1', READ, ABSENT),
  row('trails', 'me-south-1', ABSENT),
];

test.each([
  [READ, null, 'collected'],
  [READ, FAILED, 'partial'],
  [READ, ABSENT, 'collected'],
  [DENIED, null, 'denied'],
  [ABSENT, null, 'unavailable'],
] as const)('%o with gap %o is %s', (outcome, lack, state) => {
  expect(coverageState(row('x', 'y', outcome, lack))).toBe(state);
});

test('every reading is counted once, and grouped by name', () => {
  const { counts, groups } = coverageSummary(ROWS);
  expect(counts).toEqual({ denied: 3, failed: 1, partial: 1, unavailable: 1, collected: 2 });
  expect(groups.map(({ name }) => name)).toEqual(['guardrails', 'roles', 'trails']);
  const total = groups.flatMap((group) => Object.values(group.counts));
  expect(total.reduce((sum, count) => sum + count, 0)).toBe(ROWS.length);
  expect(groups[0]).toMatchObject({ items: 20, calls: 12, oldestAt: '2026-11-20T02:00:00Z' });
});

test('what was not read is told once for all places, denied first, with the action to grant', () => {
  const { notRead, missingActions } = coverageSummary(ROWS);
  expect(notRead).toMatchObject([
    {
      name: 'guardrails',
      status: 'denied',
      action: 'bedrock:ListGuardrails',
      places: 3,
      accounts: 1,
      regions: 3,
      examples: ['1 us-east-1', '1 eu-west-1'],
    },
    { name: 'trails', status: 'failed', action: null, places: 1 },
    { name: 'roles', status: 'partial', reason: 'iam:GetRole: no' },
  ]);
  expect(missingActions).toEqual(['bedrock:ListGuardrails']);
});

test.each([
  [{}, 8],
  [{ names: ['guardrails'] }, 4],
  [{ names: ['guardrails'], states: ['denied'] as const }, 3],
  [{ regions: ['global'], accounts: ['1'] }, 1],
  [{ accounts: ['2'] }, 0],
  [{ states: [] }, 8],
])('%o keeps %i readings', (filter, kept) => {
  expect(filterCoverage(ROWS, filter)).toHaveLength(kept);
});

test('the worst readings come first', () => {
  expect(filterCoverage(ROWS, {}).map(coverageState)).toEqual([
    'denied',
    'denied',
    'denied',
    'failed',
    'partial',
    'unavailable',
    'collected',
    'collected',
  ]);
});

test('accounts and Regions are counted once, whatever the number of places in them', () => {
  const denied = (accountId: string, region: string) => ({
    ...row('guardrails', region, DENIED),
    accountId,
  });
  const rows = [
    denied('1', 'us-east-1'),
    denied('1', 'eu-west-1'),
    denied('2', 'us-east-1'),
    { ...row('trails', 'us-east-1', READ), accountId: '3' },
  ];
  const { accounts, notRead } = coverageSummary(rows);
  expect(accounts).toBe(1);
  expect(notRead).toMatchObject([{ places: 3, accounts: 2, regions: 2 }]);
});

test('nothing read is an empty summary', () => {
  expect(coverageSummary([])).toMatchObject({ groups: [], notRead: [], missingActions: [] });
});

test("what only another account's policy can allow is told with its reason, never as an action to grant", () => {
  const reason =
    's3:GetBucketLocation is not allowed: User: a is not authorized to perform: s3:GetBucketLocation on resource: "arn:aws:s3:::logs" because no resource-based policy allows the s3:GetBucketLocation action.';
  const denied: Unread = { status: 'denied', action: 's3:GetBucketLocation', reason };
  const { notRead, missingActions } = coverageSummary([row('buckets', 'global', READ, denied)]);
  expect(notRead).toMatchObject([{ status: 'partial', action: null }]);
  expect(notRead[0]?.reason).toContain('arn:aws:s3:::logs');
  expect(missingActions).toEqual([]);
});
