import { expect, test } from 'vitest';
import { periodBefore } from '../../../../shared/cost/spend/period-before.ts';

test.each([
  ['2026-11-01', '2026-11-21', 'previous-period', '2026-10-12', '2026-11-01'],
  // Saturday to Monday with Saturday to Monday, a week earlier; 20 days go back three weeks.
  ['2026-11-14', '2026-11-17', 'previous-weekdays', '2026-11-07', '2026-11-10'],
  ['2026-11-02', '2026-11-09', 'previous-weekdays', '2026-10-26', '2026-11-02'],
  ['2026-11-01', '2026-11-21', 'previous-weekdays', '2026-10-11', '2026-10-31'],
  ['2026-11-01', '2026-11-21', 'previous-month', '2026-10-01', '2026-10-21'],
  ['2026-03-01', '2026-04-01', 'previous-month', '2026-02-01', '2026-03-01'],
  // September has no 31st: what is compared with ends where it ends.
  ['2026-10-30', '2026-10-31', 'previous-month', '2026-09-30', '2026-10-01'],
  ['2026-03-30', '2026-03-31', 'previous-month', '2026-02-28', '2026-03-01'],
  ['2028-03-29', '2028-03-30', 'previous-month', '2028-02-29', '2028-03-01'],
  ['2026-01-10', '2026-01-20', 'previous-month', '2025-12-10', '2025-12-20'],
] as const)('%s to %s, %s: %s to %s', (from, to, compare, before, until) => {
  expect(periodBefore({ from, to }, compare)).toEqual({ from: before, to: until });
});
