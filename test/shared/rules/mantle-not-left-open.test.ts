import { describe, expect, test } from 'vitest';
import { mantleNotLeftOpen } from '../../../shared/rules/access/mantle-not-left-open.ts';
import { DENIED, judge, reading, verdictOf } from './builders.ts';
import { allow, deny, iam, NO_IAM, organization, role, scp } from './policy-builders.ts';

const CALLS = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];
const MODEL = { Resource: 'arn:aws:bedrock:*::foundation-model/test.model' };
const MANTLE = 'bedrock-mantle:CreateInference';
const NO_TREE = reading<'organization'>('organization', [], {
  region: 'global',
  outcome: { status: 'unavailable', reason: 'it is in no organisation' },
});
const ofRole = (...statements: Parameters<typeof role>[0]) =>
  verdictOf(judge(mantleNotLeftOpen, [iam([role(statements)]), organization(), NO_TREE]));
const ofScps = (...policies: readonly ReturnType<typeof scp>[]) =>
  judge(mantleNotLeftOpen, [iam([]), organization(policies), NO_TREE]).map(({ status }) => status);

describe('limits hold on bedrock-mantle as well', () => {
  test('fail: a Deny without its twin, where mantle is allowed', () => {
    const [status, reason] = ofRole(allow('*'), deny(CALLS));
    expect(status).toBe('fail');
    expect(reason).toContain('app, by own (statement 2):');
    expect(reason).toContain(MANTLE);
  });

  test('pass: a Deny without its twin, where nothing allows mantle', () => {
    expect(ofRole(allow('bedrock:*'), deny(CALLS))[0]).toBe('pass');
  });

  test('pass: the twin is denied, or narrowed by the model', () => {
    expect(ofRole(allow('*'), deny([...CALLS, MANTLE]))[0]).toBe('pass');
    const narrowed = allow(MANTLE, {
      Condition: { StringEquals: { 'bedrock-mantle:Model': 'test.model' } },
    });
    expect(ofRole(allow(CALLS, MODEL), narrowed)[0]).toBe('pass');
  });

  test('fail: a list of models on bedrock-runtime, and anything on mantle', () => {
    expect(ofRole(allow(CALLS, MODEL), allow('bedrock-mantle:*'))).toEqual([
      'fail',
      'app may call named models alone on bedrock-runtime, and any over bedrock-mantle by own (statement 2).',
    ]);
  });

  test('none: no limit on either', () => {
    expect(ofRole(allow(CALLS), allow(MANTLE))[0]).toBe('not-applicable');
  });

  test('an SCP fails unless it, or another at the same place, denies the twin', () => {
    const open = scp([deny(CALLS)]);
    const closing = scp([deny(MANTLE)], { arn: 'closing' });
    const elsewhere = {
      ...closing,
      targets: {
        read: true,
        value: [{ targetId: 'ou-1', name: 'x', type: 'ORGANIZATIONAL_UNIT' }],
      },
    } as const;
    expect(ofScps(open)).toEqual(['fail']);
    expect(ofScps(open, closing)).toEqual(['pass']);
    expect(ofScps(open, elsewhere)).toEqual(['fail']);
    expect(ofScps(scp([deny([...CALLS, MANTLE])]))).toEqual(['pass']);
  });

  test('an SCP above closes what one below leaves open, not the other way round', () => {
    const at = (targetId: string) =>
      ({
        read: true,
        value: [{ targetId, name: targetId, type: 'ORGANIZATIONAL_UNIT' }],
      }) as const;
    const unit = { arn: 'a', name: 'u', policyTypes: [] };
    const units = [
      { ...unit, id: 'r-1', parentId: null },
      { ...unit, id: 'ou-1', parentId: 'r-1' },
    ];
    const tree = { read: true, value: { units, accounts: [] } } as const;
    const whole = { organizationId: 'o-1', managementAccountId: '1', featureSet: 'ALL', tree };
    const judged = (open: string, closing: string) => {
      const policies = [
        scp([deny(CALLS)], { targets: at(open) }),
        scp([deny(MANTLE)], { arn: 'closing', targets: at(closing) }),
      ];
      const placed = reading('organization', [whole], { region: 'global' });
      const readings = [iam([]), organization(policies), placed];
      return judge(mantleNotLeftOpen, readings).map(({ status }) => status);
    };
    expect(judged('ou-1', 'r-1')).toEqual(['pass']);
    expect(judged('r-1', 'ou-1')).toEqual(['fail']);
  });

  test('what a group allows is open to its users', () => {
    const group = role([allow('bedrock-mantle:*')], { kind: 'group', name: 'g', arn: 'group/g' });
    const ann = role([allow(CALLS, MODEL)], {
      kind: 'user',
      name: 'ann',
      arn: 'user/ann',
      groups: ['g'],
    });
    expect(
      verdictOf(judge(mantleNotLeftOpen, [iam([ann, group]), organization(), NO_TREE])),
    ).toEqual([
      'fail',
      'ann may call named models alone on bedrock-runtime, and any over bedrock-mantle by own of group g (statement 1).',
    ]);
  });

  test('unknown: an SCP, a policy or all of IAM was not read', () => {
    expect(ofScps(scp([], { content: { read: false, outcome: DENIED } }))).toEqual(['unknown']);
    const lost = role([], { attachedPolicyArns: ['a/lost'] });
    const findings = judge(mantleNotLeftOpen, [iam([lost]), organization(), NO_TREE]);
    expect(verdictOf(findings)[0]).toBe('unknown');
    expect(verdictOf(judge(mantleNotLeftOpen, [NO_IAM, organization(), NO_TREE]))[0]).toBe(
      'unknown',
    );
  });
});
