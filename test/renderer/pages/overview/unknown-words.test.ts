import { expect, test } from 'vitest';
import { unknownWords } from '../../../../renderer/pages/overview/failing-rules.ts';
import type { Finding } from '../../../../shared/model/finding.ts';

type Told = Pick<Finding, 'status' | 'missing'>;
const untold: Told = { status: 'unknown', missing: [] };
const place = { accountId: '1', region: 'us-east-1' };
const unread: Told = {
  status: 'unknown',
  missing: [{ dataset: 'trails', ...place, action: null, reason: 'cut' }],
};

test.each<[readonly Told[], string]>([
  [[{ status: 'fail', missing: [] }], ''],
  [[unread], '1 answer unknown, because something was not read'],
  [[untold, untold], '2 answers unknown: what was read does not tell'],
  [
    [untold, unread, untold],
    '3 answers unknown: of 1 something was not read, of 2 what was read does not tell',
  ],
])('why answers are unknown: %#', (findings, words) => {
  expect(unknownWords(findings)).toBe(words);
});
