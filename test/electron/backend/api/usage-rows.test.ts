import { expect, test } from 'vitest';
import { rowsOf } from '../../../../electron/backend/api/usage-rows.ts';

const group = {
  day: '2026-11-05',
  accountId: '111122223333',
  region: 'us-east-1',
  modelKey: 'amazon.nova-lite-v1:0',
  principalArn: null,
  tier: 'standard',
  basis: 'metrics',
  calls: 0,
  inputTokens: 0,
  outputTokens: 0,
  cacheReadTokens: 0,
  cacheWriteTokens: 0,
  cacheWrite5mTokens: 0,
  cacheWrite1hTokens: 0,
  images: 0,
} as const;

test('what metrics counted beyond logs is nobody\u2019s use where it is nothing', () => {
  expect(rowsOf([group])).toEqual({ usage: [], calls: [] });
});

test('tokens without calls, and calls without tokens, are use', () => {
  const { usage, calls } = rowsOf([
    { ...group, inputTokens: 7 },
    { ...group, day: '2026-11-06', calls: 3 },
  ]);
  expect(usage).toMatchObject([{ unit: 'input-tokens', quantity: 7 }]);
  expect(calls).toMatchObject([{ day: '2026-11-06', calls: 3 }]);
});
