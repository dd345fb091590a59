import { describe, expect, test } from 'vitest';
import type { ApiKey } from '../../../shared/model/dataset.ts';
import { apiKeysShortLived } from '../../../shared/rules/access/api-keys-short-lived.ts';
import { judge, verdictOf } from './builders.ts';
import { apiKey, denied, wide } from './identity-builders.ts';

const keys = (...items: readonly ApiKey[]) => [wide('api-keys', items)];

describe('API keys live 90 days at most', () => {
  test.each<[string, Partial<ApiKey>, string, string]>([
    ['pass: 90 days', {}, 'pass', 'lives 90 days and expires on 2026-11-30.'],
    [
      'fail: 91 days',
      { expiresAt: '2026-12-01T09:00:00Z' },
      'fail',
      'lives 91 days and expires on 2026-12-01; 90 days are the limit.',
    ],
    ['fail: never', { expiresAt: null }, 'fail', 'never expires.'],
    [
      'unknown: nobody says since when',
      { createdAt: null },
      'unknown',
      'expires on 2026-11-30; IAM did not say when it was made.',
    ],
  ])('%s', (_, over, status, reason) => {
    expect(verdictOf(judge(apiKeysShortLived, keys(apiKey(over))))).toEqual([
      status,
      `The key of BedrockAPIKey-a1 ${reason}`,
    ]);
  });

  test('only a key without end is critical', () => {
    const severityOf = (expiresAt: string | null) =>
      judge(apiKeysShortLived, keys(apiKey({ expiresAt })))[0]?.severity;
    expect(severityOf(null)).toBe('critical');
    expect(severityOf('2027-09-01T09:00:00Z')).toBe('high');
  });

  test.each<[string, Partial<ApiKey>]>([
    ['deactivated', { status: 'Inactive', expiresAt: null }],
    ['expired', { status: 'Expired', expiresAt: '2026-10-01T09:00:00Z' }],
    ['past its end', { expiresAt: '2026-11-19T09:00:00Z' }],
  ])('none: a key that is %s is not judged', (_, over) => {
    const [status, reason] = verdictOf(judge(apiKeysShortLived, keys(apiKey(over))));
    expect([status, reason]).toEqual(['not-applicable', 'no active Bedrock API key here']);
  });

  test('unknown: keys denied', () => {
    const [status] = verdictOf(judge(apiKeysShortLived, [denied('api-keys')]));
    expect(status).toBe('unknown');
  });
});
