import { expect, test } from 'vitest';
import { withBegun, withoutRead } from '../../../../electron/backend/workspace/unfinished-scan.ts';
import type { UnfinishedScan } from '../../../../shared/api/answers.ts';

const left: UnfinishedScan = { at: '2026-11-19T08:00:00Z', sources: ['configuration', 'logs'] };
const at = '2026-11-20T08:00:00Z';

test.each([
  [null, ['logs'], ['logs']],
  [left, ['bill', 'logs'], ['configuration', 'logs', 'bill']],
] as const)('after %j, a scan of %j leaves %j until it has ended', (before, sources, after) => {
  expect(withBegun(before, { at, sources })).toEqual({ at, sources: after });
});

test.each([
  [null, ['logs'], null],
  [left, ['logs'], { ...left, sources: ['configuration'] }],
  [left, ['bill'], left],
  [left, ['logs', 'configuration', 'bill'], null],
] as const)('of %j, a scan of %j that has ended leaves %j', (before, sources, after) => {
  expect(withoutRead(before, sources)).toEqual(after);
});
