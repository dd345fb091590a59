import { describe, expect, it } from 'vitest';
import { toEffectivePolicy } from '../../../../electron/backend/collectors/organization/effective-bedrock-policy.ts';
import {
  toAccount,
  toOrganization,
} from '../../../../electron/backend/collectors/organization/organization.ts';
import {
  toPolicy,
  toTarget,
} from '../../../../electron/backend/collectors/organization/organization-policies.ts';

const UNREAD = {
  read: false,
  outcome: { status: 'denied', action: 'a:B', reason: 'no' },
} as const;

describe('an account of the organisation', () => {
  it.each([
    [
      'of an endpoint that knows states',
      { State: 'PENDING_CLOSURE', Status: 'ACTIVE' },
      'PENDING_CLOSURE',
    ],
    ['of an older endpoint', { Status: 'SUSPENDED' }, 'SUSPENDED'],
    ['of which neither is told', {}, 'UNKNOWN'],
  ] as const)('%s', (_, change, state) => {
    const account = toAccount({ Id: '111122223333', Email: 'eve@example.com', ...change }, 'r-1');
    expect(account).toEqual({
      accountId: '111122223333',
      name: '',
      state,
      joinedAt: null,
      parentId: 'r-1',
    });
  });

  it('without an id is refused', () => {
    expect(() => toAccount({ Name: 'x' }, 'r-1')).toThrow(/Accounts.Id/);
  });
});

describe('other answers', () => {
  it('an organisation keeps no address and needs its ids', () => {
    const described = {
      Id: 'o-1',
      MasterAccountId: '111122223333',
      MasterAccountEmail: 'root@example.com',
    };
    expect(toOrganization(described, UNREAD)).toEqual({
      organizationId: 'o-1',
      managementAccountId: '111122223333',
      featureSet: '',
      tree: UNREAD,
    });
    expect(() => toOrganization({ Id: 'o-1' }, UNREAD)).toThrow(/MasterAccountId/);
  });

  it('a policy keeps what could not be read as such', () => {
    const type = 'SERVICE_CONTROL_POLICY';
    const parts = { content: UNREAD, targets: { read: true, value: [] } } as const;
    expect(toPolicy({ type, summary: { Id: 'p-1', Arn: 'arn:p' } }, parts)).toEqual({
      policyId: 'p-1',
      arn: 'arn:p',
      name: '',
      type,
      awsManaged: false,
      ...parts,
    });
    expect(() => toPolicy({ type, summary: { Id: 'p-1' } }, parts)).toThrow(/Policies.Arn/);
  });

  it('a target of a type yet to come is unknown', () => {
    expect(toTarget({ TargetId: 'x-1', Type: 'PLANET' as never })).toEqual({
      targetId: 'x-1',
      name: '',
      type: 'unknown',
    });
    expect(() => toTarget({})).toThrow(/TargetId/);
  });

  it('an effective policy without content is none', () => {
    expect(toEffectivePolicy({})).toEqual({ content: null, updatedAt: null });
  });
});
