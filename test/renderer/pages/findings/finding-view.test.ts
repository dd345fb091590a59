import { expect, test } from 'vitest';
import {
  type FindingFilter,
  filterFindings,
  headline,
} from '../../../../renderer/pages/findings/finding-view.ts';
import type { Finding } from '../../../../shared/model/finding.ts';
import { buildFinding, buildMissing } from './build-finding.ts';

const ALL: FindingFilter = {
  statuses: [],
  severities: [],
  rules: [],
  accounts: [],
  regions: [],
  text: '',
};

const unknown = (action: string | null, reason?: string): Finding =>
  buildFinding({ status: 'unknown', missing: [buildMissing(action, reason)] });

const headlines: readonly (readonly [string, readonly Finding[], string])[] = [
  ['nothing found', [], 'No open findings.'],
  ['only passes', [buildFinding({ status: 'pass' })], 'No open findings.'],
  ['one', [buildFinding()], '1 open finding: 1 high.'],
  [
    'several severities, worst first',
    [buildFinding({ severity: 'low' }), buildFinding(), buildFinding({ severity: 'critical' })],
    '3 open findings: 1 critical, 1 high, 1 low.',
  ],
  [
    'unknown only is not a pass',
    [unknown('bedrock:ListGuardrails')],
    'No rule is known to fail. 1 unknown because bedrock:ListGuardrails is not granted.',
  ],
  [
    'unknown for a reason that is not a permission',
    [buildFinding(), unknown(null, 'the Region did not answer.')],
    '1 open finding: 1 high. 1 unknown because the Region did not answer.',
  ],
  [
    'a permission that only one of them lacks',
    [unknown('bedrock:GetGuardrail'), unknown(null, 'the Region did not answer')],
    'No rule is known to fail. 2 unknown: 1 for bedrock:GetGuardrail, 1 for other reasons.',
  ],
  [
    'unknown without a reading that is missing',
    [unknown('bedrock:GetGuardrail'), buildFinding({ status: 'unknown' })],
    'No rule is known to fail. 2 unknown: 1 for bedrock:GetGuardrail, 1 for other reasons.',
  ],
  [
    'more causes than a sentence holds',
    [unknown('a:B'), unknown('a:B'), unknown('c:D'), unknown('e:F')],
    'No rule is known to fail. 4 unknown: 2 for a:B, 1 for c:D, 1 for other permissions.',
  ],
];

test.each(headlines)('headline: %s', (_, findings, sentence) => {
  expect(headline(findings)).toBe(sentence);
});

const list = [
  buildFinding({ id: '1', status: 'pass', ruleId: 'rule-b' }),
  buildFinding({ id: '2', status: 'unknown', severity: 'low', accountId: '2' }),
  buildFinding({ id: '3', severity: 'medium', region: 'eu-west-1' }),
  buildFinding({ id: '4', severity: 'critical', resource: 'arn:aws:bedrock:guardrail/GR-9' }),
  buildFinding({ id: '5', status: 'not-applicable' }),
];

const filters: readonly (readonly [string, Partial<FindingFilter>, string])[] = [
  ['empty lists do not narrow; worst first', {}, '4 3 2 1 5'],
  ['status', { statuses: ['unknown', 'pass'] }, '2 1'],
  ['severity', { severities: ['critical', 'low'] }, '4 2'],
  ['rule', { rules: ['rule-b'] }, '1'],
  ['account', { accounts: ['2'] }, '2'],
  ['Region', { regions: ['eu-west-1'] }, '3'],
  ['text in any case', { text: ' gr-9 ' }, '4'],
  ['all at once', { statuses: ['fail'], severities: ['medium'], regions: ['us-east-1'] }, ''],
];

test.each(filters)('filter: %s', (_, filter, ids) => {
  const kept = filterFindings(list, { ...ALL, ...filter });
  expect(kept.map((finding) => finding.id).join(' ')).toBe(ids);
});
