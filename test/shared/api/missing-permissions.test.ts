import { describe, expect, it } from 'vitest';
import type { CoverageRow } from '../../../shared/api/coverage.ts';
import { missingPermissions } from '../../../shared/api/missing-permissions.ts';
import type { ReadGap } from '../../../shared/model/dataset.ts';

const ROW: CoverageRow = {
  name: 'guardrails',
  kind: 'dataset',
  accountId: '111122223333',
  region: 'eu-west-1',
  outcome: { status: 'collected' },
  gaps: [],
  readAt: '2026-11-20T12:00:00Z',
  calls: 1,
  items: 1,
};

function denied(action: string, reason: string) {
  return { status: 'denied', action, reason } as const;
}

function gap(action: string, reason: string, resources?: readonly string[]): ReadGap {
  const named = resources === undefined ? {} : { resources };
  return { of: action, outcome: denied(action, reason), items: 2, ...named };
}

const NOBODY = 'because no identity-based policy allows the a:B action';

describe('what is missing', () => {
  it('is nothing where everything was read, failed or is not offered', () => {
    const rows: readonly CoverageRow[] = [
      ROW,
      { ...ROW, outcome: { status: 'failed', reason: 'No answer.' } },
      { ...ROW, outcome: { status: 'unavailable', reason: 'Not there.' } },
      { ...ROW, gaps: [{ of: 'a:B', outcome: { status: 'failed', reason: 'x' }, items: 1 }] },
    ];
    expect(missingPermissions(rows)).toEqual({ grants: [], refusals: [] });
  });

  it('is every denied action on every resource that was named, once, with whose it is', () => {
    const one = 'arn:aws:s3:::one';
    const two = 'arn:aws:s3:::two';
    const message = (arn: string) =>
      `User: x is not authorized: a:B on resource: "${arn}" ${NOBODY}`;
    const { grants } = missingPermissions([
      { ...ROW, outcome: denied('a:B', message(one)) },
      { ...ROW, accountId: '222233334444', outcome: denied('a:B', message(one)) },
      { ...ROW, name: 'buckets', gaps: [gap('a:B', message(one), [one, two]), gap('a:C', 'No.')] },
    ]);
    expect(grants).toEqual([
      {
        action: 'a:B',
        resource: one,
        names: ['buckets', 'guardrails'],
        accountIds: ['111122223333', '222233334444'],
      },
      { action: 'a:B', resource: two, names: ['buckets'], accountIds: ['111122223333'] },
      { action: 'a:C', resource: null, names: ['buckets'], accountIds: ['111122223333'] },
    ]);
  });

  it.each([
    ['because no resource-based policy allows the a:B action', 'resource-based policy'],
    [
      'because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access',
      'resource-based policy',
    ],
    ['with an explicit deny in a service control policy', 'service control policy'],
    ['with an explicit deny in a resource control policy', 'resource control policy'],
    ['with an explicit deny in an identity-based policy', 'identity-based policy'],
    ['because no permissions boundary allows the a:B action', 'permissions boundary'],
    ['because no VPC endpoint policy allows the a:B action', 'VPC endpoint policy'],
    ['because no session policy allows the a:B action', 'session policy'],
  ])('is no grant %s', (because, by) => {
    const reason = `a:B is not allowed: User: arn:aws:iam::1:user/x is not authorized to perform: a:B on resource: arn:aws:kms:eu-west-1:222233334444:key/k ${because}.`;
    const { grants, refusals } = missingPermissions([{ ...ROW, outcome: denied('a:B', reason) }]);
    expect(grants).toEqual([]);
    expect(refusals).toEqual([
      {
        action: 'a:B',
        resource: 'arn:aws:kms:eu-west-1:222233334444:key/k',
        by,
        accountIds: ['111122223333'],
      },
    ]);
  });

  it.each([
    ['on resource: "arn:aws:s3:::logs" because', 'arn:aws:s3:::logs'],
    ['on resource: * because', '*'],
    ['on resource: arn:aws:iam::1:role/R', 'arn:aws:iam::1:role/R'],
    ['on resource: arn:aws:iam::1:role/R.', 'arn:aws:iam::1:role/R'],
    ['on resource: access key AKIA because', null],
    ['AWS gave no details.', null],
  ])('%s names %s', (reason, resource) => {
    const [grant] = missingPermissions([{ ...ROW, outcome: denied('a:B', reason) }]).grants;
    expect(grant?.resource).toBe(resource);
  });
});
