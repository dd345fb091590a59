import { expect, test } from 'vitest';
import {
  lineDays,
  shortLineDays,
} from '../../../../../renderer/pages/spend/reconciliation/line-days.ts';

test.each([
  [{ day: '2026-11-04' }, '2026-11-04', '4 Nov'],
  [
    { day: '2026-11-01', days: { last: '2026-11-20', count: 20 } },
    '2026-11-01 to 2026-11-20, 20 days',
    '1 to 20 Nov',
  ],
  [
    { day: '2026-11-01', days: { last: '2026-11-20', count: 14 } },
    '2026-11-01 to 2026-11-20, 14 days',
    '1 to 20 Nov, 14 days',
  ],
  [
    { day: '2026-10-30', days: { last: '2026-11-02', count: 4 } },
    '2026-10-30 to 2026-11-02, 4 days',
    '30 Oct to 2 Nov',
  ],
  [{ day: '2026-11-04', days: { last: '2026-11-04', count: 1 } }, '2026-11-04', '4 Nov'],
])('%j', (line, exact, short) => {
  expect(lineDays(line)).toBe(exact);
  expect(shortLineDays(line)).toBe(short);
});
