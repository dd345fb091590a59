import { describe, expect, test } from 'vitest';
import { dearestPrincipals } from '../../../../renderer/pages/overview/dearest-principals.ts';
import { failingRules, failureWords } from '../../../../renderer/pages/overview/failing-rules.ts';
import { severityWords } from '../../../../renderer/pages/overview/severity-words.ts';
import type { SpendGroup } from '../../../../shared/api/answers.ts';
import type { Finding } from '../../../../shared/model/finding.ts';

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
      unpricedUnits: [],
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
