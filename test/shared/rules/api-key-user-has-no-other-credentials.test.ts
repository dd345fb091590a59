import { describe, expect, test } from 'vitest';
import type { AccessKey, DatasetReading } from '../../../shared/model/dataset.ts';
import { apiKeyUserHasNoOtherCredentials } from '../../../shared/rules/access/api-key-user-has-no-other-credentials.ts';
import { judge, verdictOf } from './builders.ts';
import { apiKey, denied, wide } from './identity-builders.ts';

const accessKey = (over: Partial<AccessKey> = {}): AccessKey => ({
  accessKeyId: 'AKIA1',
  userName: 'BedrockAPIKey-a1',
  status: 'Active',
  createdAt: null,
  lastUsed: { read: true, value: null },
  ...over,
});
const beside = (...items: readonly AccessKey[]): readonly DatasetReading[] => [
  wide('api-keys', [apiKey()]),
  wide('access-keys', items),
];

describe('users of API keys have no access keys', () => {
  test.each<[string, readonly DatasetReading[], string, RegExp]>([
    ['pass: none', beside(), 'pass', /no active access key/],
    ['pass: inactive', beside(accessKey({ status: 'Inactive' })), 'pass', /no active access key/],
    ['pass: of another', beside(accessKey({ userName: 'other' })), 'pass', /no active access key/],
    ['fail: active', beside(accessKey()), 'fail', /an access key beside it: AKIA1/],
    [
      'none: no API key',
      [wide('api-keys', []), wide('access-keys', [accessKey()])],
      'not-applicable',
      /no active Bedrock API key/,
    ],
    ['unknown: denied', [wide('api-keys', [apiKey()]), denied('access-keys')], 'unknown', /denied/],
  ])('%s', (_, readings, status, reason) => {
    const [found, why] = verdictOf(judge(apiKeyUserHasNoOtherCredentials, readings));
    expect([found, why]).toEqual([status, expect.stringMatching(reason)]);
  });
});
