import { describe, expect, test } from 'vitest';
import type { ApiKey, ServiceLastAccessed, UsedModel } from '../../../shared/model/dataset.ts';
import { apiKeysUsed } from '../../../shared/rules/access/api-keys-used.ts';
import { DENIED, judge, verdictOf } from './builders.ts';
import { access, apiKey, denied, wide } from './identity-builders.ts';

const seen = (lastDay: string): readonly UsedModel[] => [{ modelId: 'm', calls: 3, lastDay }];
const tried = (at: string | null): ServiceLastAccessed['services'] => ({
  read: true,
  value: [{ namespace: 'bedrock', at, region: null, actions: [] }],
});

interface Given {
  readonly key?: Partial<ApiKey>;
  readonly used?: readonly UsedModel[];
  readonly services?: ServiceLastAccessed['services'] | null;
  readonly isTold?: boolean;
}

function judged({ key = {}, used = [], services = tried(null), isTold = true }: Given) {
  const owner = access({
    used: isTold ? { read: true, value: used } : { read: false, outcome: DENIED },
  });
  const asked = services === null ? [] : [{ principalArn: owner.principalArn, services }];
  return judge(apiKeysUsed, [
    wide('api-keys', [apiKey(key)]),
    wide('effective-access', [owner]),
    wide('service-last-accessed', asked),
  ]);
}

describe('API keys are used or removed', () => {
  test.each<[string, Given, string, RegExp]>([
    ['pass: called', { used: seen('2026-11-01') }, 'pass', /last reached Bedrock on 2026-11-01/],
    ['pass: tried', { services: tried('2026-10-20T01:00:00Z') }, 'pass', /on 2026-10-20/],
    ['pass: 45 days ago', { used: seen('2026-10-06') }, 'pass', /on 2026-10-06/],
    ['pass: new', { key: { createdAt: '2026-11-10T00:00:00Z' } }, 'pass', /less than 45 days/],
    ['fail: 46 days ago', { used: seen('2026-10-05') }, 'fail', /2026-10-05; its key is active/],
    ['fail: never', {}, 'fail', /never reached Bedrock/],
    ['fail: never, by IAM alone', { isTold: false }, 'fail', /never reached Bedrock/],
    ['fail: no call seen', { services: null }, 'fail', /made no call that was seen in 90 days/],
    [
      'unknown: neither IAM nor logs tell',
      { services: null, isTold: false },
      'unknown',
      /IAM was not asked when it last did/,
    ],
    [
      'unknown: last access not read',
      { services: { read: false, outcome: DENIED } },
      'unknown',
      /could not be read/,
    ],
    [
      'none: deactivated',
      { key: { status: 'Inactive' } },
      'not-applicable',
      /no active Bedrock API key/,
    ],
  ])('%s', (_, given, status, reason) => {
    const [found, why] = verdictOf(judged(given));
    expect([found, why]).toEqual([status, expect.stringMatching(reason)]);
  });

  test('unknown: keys denied', () => {
    const readings = [
      denied('api-keys'),
      wide('effective-access', []),
      wide('service-last-accessed', []),
    ];
    expect(verdictOf(judge(apiKeysUsed, readings))[0]).toBe('unknown');
  });
});
