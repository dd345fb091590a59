import { expect, test } from 'vitest';
import type { Finding } from '../../../shared/model/finding.ts';
import { unknownReasons, unknownText } from '../../../shared/model/unknown-reasons.ts';
import { sampleFinding } from '../../helpers/sample-answers.ts';

/** A finding that lacks these permissions; null is a reading that failed for another reason. */
const unknown = (...actions: readonly (string | null)[]): Finding =>
  sampleFinding({
    status: 'unknown',
    missing: actions.map((action) => ({
      dataset: 'guardrails',
      accountId: '111122223333',
      region: 'eu-west-1',
      action,
      reason: 'x',
    })),
  });

const cases: readonly (readonly [string, readonly Finding[], string])[] = [
  ['nothing unknown', [sampleFinding(), sampleFinding({ status: 'pass' })], '0 unknown'],
  ['one permission', [unknown('a:B'), unknown('a:B')], '2 unknown: 2 for a:B'],
  [
    'a permission and another reason',
    [unknown(null), unknown('a:B')],
    '2 unknown: 1 for a:B, 1 for other reasons',
  ],
  ['no permission', [unknown(null), unknown()], '2 unknown: 2 for reasons other than a permission'],
  [
    'several permissions of one finding',
    [unknown('e:F', 'a:B', 'c:D', 'a:B')],
    '1 unknown: 1 for a:B, c:D and e:F',
  ],
  [
    'the most frequent first',
    [unknown('a:B'), unknown('c:D'), unknown('c:D')],
    '3 unknown: 2 for c:D, 1 for a:B',
  ],
];

test.each(cases)('%s', (_, findings, text) => {
  expect(unknownText(findings)).toBe(text);
});

test('names as many permissions as fit', () => {
  const findings = [unknown('a:B'), unknown('c:D'), unknown('e:F'), unknown(null)];
  expect(unknownText(findings, 1)).toBe(
    '4 unknown: 1 for a:B, 2 for other permissions, 1 for other reasons',
  );
});

test('every unknown finding counts once', () => {
  const findings = [unknown('a:B', null), unknown('a:B', 'c:D'), unknown()];
  const reasons = unknownReasons(findings);
  expect(reasons.reduce((sum, reason) => sum + reason.findings, 0)).toBe(3);
});
