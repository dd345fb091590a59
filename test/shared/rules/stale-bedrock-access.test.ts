import { describe, expect, test } from 'vitest';
import type { ServiceLastAccessed } from '../../../shared/model/dataset.ts';
import type { Instant } from '../../../shared/model/period.ts';
import { staleBedrockAccess } from '../../../shared/rules/access/stale-bedrock-access.ts';
import { DENIED, judge, reading, verdictOf } from './builders.ts';
import { iam, NO_IAM, role } from './policy-builders.ts';

const { arn } = role([]);
const at = (when: Instant | null): ServiceLastAccessed => ({
  principalArn: arn,
  services: {
    read: true,
    value: [{ namespace: 'bedrock', at: when, region: 'us-east-1', actions: [] }],
  },
});
const judged = (item: ServiceLastAccessed, createdAt: Instant = '2025-01-01T00:00:00Z') =>
  verdictOf(
    judge(staleBedrockAccess, [
      iam([role([], { createdAt })]),
      reading('service-last-accessed', [item], { region: 'global' }),
    ]),
  );

describe('access to Bedrock is not stale', () => {
  test('pass: tried in 90 days, the 90th included', () => {
    expect(judged(at('2026-08-22T10:00:00Z'))).toEqual([
      'pass',
      'app may use bedrock and last tried bedrock on 2026-08-22.',
    ]);
  });

  test('fail: longer ago, or never', () => {
    expect(judged(at('2026-08-21T23:59:59Z'))).toEqual([
      'fail',
      'app may use bedrock and last tried bedrock on 2026-08-21.',
    ]);
    expect(judged(at(null))).toEqual([
      'fail',
      'app may use bedrock and was not seen to try bedrock in the 400 days that IAM looks back.',
    ]);
  });

  test('pass: never tried, but new', () => {
    const [status, reason] = judged(at(null), '2026-11-01T00:00:00Z');
    expect(status).toBe('pass');
    expect(reason).toContain('it was made in the last 90 days');
  });

  test('none: nothing of Bedrock is allowed, or the role is service-linked', () => {
    expect(judged({ principalArn: arn, services: { read: true, value: [] } })[0]).toBe(
      'not-applicable',
    );
    const principalArn = 'arn:aws:iam::1:role/aws-service-role/a.amazonaws.com/x';
    expect(judged({ ...at(null), principalArn })[0]).toBe('not-applicable');
  });

  test('unknown: the report or IAM was not read', () => {
    const lost = { principalArn: arn, services: { read: false, outcome: DENIED } } as const;
    expect(judged(lost)[0]).toBe('unknown');
    const readings = [NO_IAM, reading('service-last-accessed', [], { region: 'global' })];
    expect(verdictOf(judge(staleBedrockAccess, readings))[0]).toBe('unknown');
  });
});
