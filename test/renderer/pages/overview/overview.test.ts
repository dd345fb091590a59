import { describe, expect, test } from 'vitest';
import { coverageCounts, gapsOf } from '../../../../renderer/pages/overview/coverage.ts';
import { dearestPrincipals } from '../../../../renderer/pages/overview/dearest-principals.ts';
import { failingRules, failureWords } from '../../../../renderer/pages/overview/failing-rules.ts';
import { severityWords } from '../../../../renderer/pages/overview/severity-words.ts';
import type { CoverageRow, SpendGroup } from '../../../../shared/api/answers.ts';
import type { ReadOutcome } from '../../../../shared/model/dataset.ts';
import type { Finding } from '../../../../shared/model/finding.ts';

const DENIED = { status: 'denied', action: 'bedrock:ListGuardrails', reason: 'no' } as const;
const FAILED = { status: 'failed', reason: 'timed out' } as const;

function row(region: string, outcome: ReadOutcome, name = 'guardrails'): CoverageRow {
  return {
    name,
    kind: 'dataset',
    accountId: '1',
    region,
    outcome,
    readAt: '2026-11-20T12:00:00Z',
    calls: 1,
    items: 0,
  };
}

function finding(ruleId: string, severity: Finding['severity'], region = 'eu-west-1'): Finding {
  return {
    id: `${ruleId}/${region}`,
    ruleId,
    severity,
    status: 'fail',
    accountId: '1',
    region,
    resource: 'support-bot',
    reason: 'is weak.',
    evidence: [],
    missing: [],
  };
}

describe('coverage', () => {
  const rows = [
    row('eu-west-1', FAILED, 'trails'),
    row('eu-west-1', DENIED),
    row('us-east-1', DENIED),
    row('eu-west-2', { status: 'collected' }),
    row('me-south-1', { status: 'unavailable', reason: 'not offered' }),
  ];

  test('a Region without the service is no gap', () => {
    expect(coverageCounts(rows)).toEqual({ read: 1, readable: 4, gaps: 3 });
  });

  test('gaps are grouped, with their places and the action to grant; denied ones first', () => {
    expect(gapsOf(rows)).toMatchObject([
      { name: 'guardrails', action: DENIED.action, places: ['1 eu-west-1', '1 us-east-1'] },
      { name: 'trails', status: 'failed', action: null },
    ]);
  });
});

describe('open findings', () => {
  const open = [
    finding('a', 'low'),
    finding('b', 'high'),
    finding('c', 'high'),
    finding('c', 'high', 'us-east-1'),
  ];

  test('by rule: gravest first, then the most frequent', () => {
    expect(failingRules(open).map(({ ruleId }) => ruleId)).toEqual(['c', 'b', 'a']);
  });

  test('one place is named, several are counted', () => {
    expect(failureWords(open.slice(0, 1))).toBe('support-bot in 1 eu-west-1: is weak.');
    expect(failureWords(open.slice(2))).toBe('Fails 2 times, in 1 account and 2 Regions');
  });

  test('severities in words', () => {
    expect(severityWords(open, 2)).toBe('3 high, 1 low, 2 unknown');
    expect(severityWords([], 0)).toBe('nothing fails');
  });
});

describe('top principals', () => {
  const groups = (...keys: readonly string[]): readonly SpendGroup[] =>
    keys.map((key) => ({
      key,
      label: key,
      usd: '1',
      tokens: { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 },
      unpricedTokens: 0,
      calls: 1,
      basis: ['metrics'],
    }));

  test.each([
    [['a', 'b'], 'a b'],
    [['unknown', 'a', 'b'], 'a b unknown'],
    [['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'a b c d e f'],
    [['a', 'b', 'unknown', 'c', 'd', 'e', 'f', 'g'], 'a b c d e unknown'],
    [[], ''],
  ])('of %j are %s', (keys, shown) => {
    expect(
      dearestPrincipals(groups(...keys))
        .map(({ key }) => key)
        .join(' '),
    ).toBe(shown);
  });
});
