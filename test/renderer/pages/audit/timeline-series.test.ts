import { expect, test } from 'vitest';
import { auditSummary, timelineFinding } from '../../../../renderer/pages/audit/audit-summary.ts';
import { timelineSeries } from '../../../../renderer/pages/audit/timeline-series.ts';

const BUCKETS = [
  { day: '2026-11-02', calls: 10, failed: 1 },
  { day: '2026-11-04', calls: 30, failed: 3 },
];

test('each day has what succeeded and what failed; a day without events has none', () => {
  const days = ['2026-11-02', '2026-11-03', '2026-11-04'];
  const series = timelineSeries(days, BUCKETS);
  expect(series.map(({ key, amounts, total }) => ({ key, amounts, total }))).toEqual([
    { key: 'succeeded', amounts: [9n, 0n, 27n], total: 36n },
    { key: 'failed', amounts: [1n, 0n, 3n], total: 4n },
  ]);
});

test.each([
  [BUCKETS, '40 events, 4 failed (10 %)', 'Events per day: most failed on 4 November (3 of 30)'],
  [[{ day: '2026-11-02', calls: 1, failed: 0 }], '1 event, none failed', 'Events per day'],
  [[], 'no events', 'Events per day'],
])('%o in words', (buckets, summary, finding) => {
  expect(auditSummary(buckets)).toBe(summary);
  expect(timelineFinding(buckets)).toBe(finding);
});
