import { expect, test } from 'vitest';
import { countByRule } from '../../../../renderer/pages/findings/rule-counts.ts';
import { buildFinding, buildRule } from './build-finding.ts';

test('every rule is listed with all four counts, failing ones first', () => {
  const rules = [
    buildRule({ id: 'quiet', severity: 'critical' }),
    buildRule({ id: 'medium', severity: 'medium' }),
    buildRule({ id: 'high', severity: 'high' }),
  ];
  const findings = [
    buildFinding({ ruleId: 'medium' }),
    buildFinding({ ruleId: 'medium', status: 'pass' }),
    buildFinding({ ruleId: 'medium', status: 'unknown' }),
    buildFinding({ ruleId: 'medium', status: 'not-applicable' }),
    buildFinding({ ruleId: 'high' }),
    buildFinding({ ruleId: 'high' }),
  ];
  const counted = countByRule(rules, findings).map(({ rule, counts }) => [rule.id, counts]);
  expect(counted).toEqual([
    ['high', { pass: 0, fail: 2, unknown: 0, 'not-applicable': 0 }],
    ['medium', { pass: 1, fail: 1, unknown: 1, 'not-applicable': 1 }],
    ['quiet', { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 }],
  ]);
});
