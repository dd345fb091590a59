import { expect, test } from 'vitest';
import { leastMonthlyUsd, tagKeysIn } from '../../../../renderer/pages/settings/bill-tag-words.ts';

function tag(
  accountId: string,
  key: string,
  more: { active?: boolean; type?: 'AWSGenerated' } = {},
) {
  const item = {
    key,
    type: 'UserDefined',
    active: true,
    lastUpdatedAt: null,
    lastUsedAt: null,
  } as const;
  return {
    accountId,
    region: 'global',
    readAt: '2026-11-20T12:00:00Z',
    item: { ...item, ...more },
  };
}

test('keys that a bill can be read by: active, of users, each once', () => {
  const rows = [
    tag('1', 'team'),
    tag('2', 'team'),
    tag('1', 'app'),
    tag('1', 'off', { active: false }),
    tag('1', 'aws:createdBy', { type: 'AWSGenerated' }),
  ];
  expect(tagKeysIn(rows)).toEqual(['app', 'team']);
});

test.each([
  ['one key a day', 1, 1, 1_440, '0.3'],
  ['five keys of two payers', 5, 2, 1_440, '3'],
  ['not more often than every eight hours', 1, 1, 60, '0.9'],
  ['no key', 0, 1, 1_440, '0'],
])('%s', (_, keys, payers, minutes, usd) => {
  expect(leastMonthlyUsd(keys, payers, minutes)).toBe(usd);
});
