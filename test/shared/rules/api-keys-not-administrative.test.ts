import { describe, expect, test } from 'vitest';
import type { DecisionWord, WatchedAction } from '../../../shared/model/access.ts';
import type { DatasetReading } from '../../../shared/model/dataset.ts';
import { apiKeysNotAdministrative } from '../../../shared/rules/access/api-keys-not-administrative.ts';
import { judge, verdictOf } from './builders.ts';
import { access, apiKey, denied, wide } from './identity-builders.ts';

const keys = wide('api-keys', [apiKey()]);
const allowing = (action: WatchedAction, word: DecisionWord): readonly DatasetReading[] => [
  keys,
  wide('effective-access', [access({ actions: { ...access().actions, [action]: word } })]),
];

describe('users of API keys are no administrators', () => {
  test.each<[string, readonly DatasetReading[], string, RegExp]>([
    ['pass: calls alone', [keys, wide('effective-access', [access()])], 'pass', /none of the 5/],
    [
      'pass: subscribing is no administration',
      allowing('aws-marketplace:Subscribe', 'allowed'),
      'pass',
      /none of the 5/,
    ],
    [
      'fail: may turn logging off',
      allowing('bedrock:DeleteModelInvocationLoggingConfiguration', 'allowed'),
      'fail',
      /may bedrock:DeleteModelInvocationLoggingConfiguration\.$/,
    ],
    ['fail: under conditions', allowing('iam:PassRole', 'conditional'), 'fail', /may iam:PassRole/],
    ['unknown: unread', allowing('iam:CreateAccessKey', 'unknown'), 'unknown', /could not be read/],
    ['unknown: no such user', [keys, wide('effective-access', [])], 'unknown', /not among/],
    [
      'none: no key',
      [wide('api-keys', []), wide('effective-access', [])],
      'not-applicable',
      /no active/,
    ],
    ['unknown: denied', [keys, denied('effective-access')], 'unknown', /denied/],
  ])('%s', (_, readings, status, reason) => {
    const [found, why] = verdictOf(judge(apiKeysNotAdministrative, readings));
    expect([found, why]).toEqual([status, expect.stringMatching(reason)]);
  });

  test('a role of the name of the user is not taken for it', () => {
    const actions = { ...access().actions, 'iam:PassRole': 'allowed' } as const;
    const items = [access({ kind: 'role', actions }), access()];
    const [status] = verdictOf(
      judge(apiKeysNotAdministrative, [keys, wide('effective-access', items)]),
    );
    expect(status).toBe('pass');
  });
});
