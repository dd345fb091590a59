import { expect, test } from 'vitest';
import { cache } from '../../../shared/reports/cache.ts';
import { namedRows, namedTotals } from './named-rows.ts';

const place = {
  modelId: 'test.model',
  model: 'Test',
  region: 'us-east-1',
  tier: 'standard',
} as const;
const tokens = { input: 100, output: 0, cacheRead: 300, cacheWrite: 0 };
const writer = {
  ...place,
  principalArn: 'arn:aws:iam::111122223333:role/batch',
  accountId: '111122223333',
  spells: 2,
  openSpells: 0,
  unreadSpells: 1,
  writtenTokens: 50,
  readTokens: 300,
  unexplainedReadTokens: 0,
} as const;

test('models first, then who wrote; what has no price is empty with its reason', () => {
  const table = cache.build({
    month: '2026-10',
    cache: {
      tokens,
      hitRate: 0.75,
      notCounted: null,
      savingsUsd: '1.5',
      rows: [
        { ...place, tokens, hitRate: 0.75, savingsUsd: '1.5' },
        { ...place, tokens, hitRate: null, savingsUsd: null },
      ],
      writers: [
        {
          ...writer,
          money: { found: true, lossySpells: 1, lossyTokens: 50, lostUsd: '0.25', netUsd: '1' },
        },
        { ...writer, money: { found: false, reason: 'no price for reads' } },
      ],
      lostUsd: '0.25',
      provenance: 'metered',
      notes: [],
    },
  });
  const rows = namedRows(table);
  expect(rows[0]).toMatchObject({ kind: 'model', hit_rate: '0.750', net_usd: '1.5' });
  expect(rows[1]).toMatchObject({ why: 'Some of its cache use has no price.' });
  expect(rows[2]).toMatchObject({ kind: 'writer', lost_usd: '0.25', net_usd: '1' });
  expect(rows[3]).toMatchObject({ why: 'no price for reads' });
  expect(rows[3]).not.toHaveProperty('lost_usd');
  expect(namedTotals(table)).toEqual({ kind: 'Total', net_usd: '1.5', lost_usd: '0.25' });
});
