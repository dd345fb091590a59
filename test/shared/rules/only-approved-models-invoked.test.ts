import { describe, expect, test } from 'vitest';
import type { DatasetReading, ObservedUsage } from '../../../shared/model/dataset.ts';
import { onlyApprovedModelsInvoked } from '../../../shared/rules/access/only-approved-models-invoked.ts';
import {
  applicationProfile,
  DENIED,
  judge,
  OWNED,
  observed,
  reading,
  unread,
  verdictOf,
} from './builders.ts';

const profiles = reading('inference-profiles', [applicationProfile('abc123', 'test.model')]);
const used = (over: Partial<ObservedUsage>): readonly DatasetReading[] => [
  profiles,
  reading('observed-usage', [observed(over)]),
];
const SEEN = '1,200 calls by app (1,200) in the last 30 days';

describe('only approved models are called', () => {
  test.each<[string, readonly DatasetReading[], string, string]>([
    ['pass: approved', used({}), 'pass', `Model is approved; ${SEEN}.`],
    [
      'pass: approved, through an application profile',
      used({ modelId: 'abc123' }),
      'pass',
      `Model is approved; ${SEEN}.`,
    ],
    [
      'pass: approved, through a geographic profile',
      used({ modelId: 'us.test.model' }),
      'pass',
      `Model is approved; ${SEEN}.`,
    ],
    [
      'fail: another model, with its cost',
      used({ modelId: 'test.other' }),
      'fail',
      `Other is not approved; ${SEEN}, cost not known (no price for model test.other).`,
    ],
    [
      'fail: a model nobody can name',
      used({ modelId: 'im987' }),
      'fail',
      `im987 is not approved; it names no foundation model, and no ARN tells what it is; ${SEEN}, cost not known (no price for im987: the id names no foundation model (an application profile, custom or imported model that was not read)).`,
    ],
    [
      'fail: calls without tokens',
      used({ modelId: 'test.other', inputTokens: null, outputTokens: null }),
      'fail',
      `Other is not approved; ${SEEN}, tokens not known.`,
    ],
    [
      'none: no calls',
      [profiles, reading('observed-usage', [])],
      'not-applicable',
      'no model was called here in the last 30 days',
    ],
    [
      'unknown: profiles denied',
      [reading('observed-usage', [observed()]), unread('inference-profiles', DENIED)],
      'unknown',
      'inference-profiles could not be read: bedrock:GetGuardrail is denied. Grant it and scan again.',
    ],
  ])('%s', (_, readings, status, reason) => {
    expect(verdictOf(judge(onlyApprovedModelsInvoked, readings))).toEqual([status, reason]);
  });

  test('an empty list is not applicable and says what to do', () => {
    const findings = judge(onlyApprovedModelsInvoked, used({}), { approvedModels: [] });
    expect(verdictOf(findings)).toEqual([
      'not-applicable',
      'no model has been approved yet; approve models in Settings, Approvals',
    ]);
  });

  test.each([
    ['provisioned-model', 'provisioned throughput'],
    ['custom-model-deployment', 'a custom model'],
    ['imported-model', 'an imported model'],
    ['application-inference-profile', 'an application inference profile'],
  ])('an id that nothing read explains is of the kind that its ARN tells: %s', (kind, words) => {
    const modelArn = `arn:aws:bedrock:us-east-1:111122223333:${kind}/vq9`;
    const [finding] = judge(onlyApprovedModelsInvoked, used({ modelId: 'vq9', modelArn }));
    expect(finding?.reason).toContain(
      `vq9 is not approved; it is by its ARN ${words} that was not read: it was deleted, or lies where Assay does not read; ${SEEN}`,
    );
  });

  test('capacity and own models are judged as the foundation model behind them', () => {
    const usage = ['vq9', 'cm1', 'im987'].map((modelId) => observed({ modelId }));
    const readings = [profiles, reading('observed-usage', usage)];
    const findings = judge(onlyApprovedModelsInvoked, readings, { lookup: OWNED });
    expect(findings.map(({ resource, status }) => [resource, status])).toEqual([
      ['test.model', 'pass'],
      ['im987', 'fail'],
    ]);
    expect(findings[1]?.reason).toContain(
      'brought is not approved; it is an imported model of the account, of which AWS names no foundation model',
    );
  });

  test('tokens that metrics tell beside calls without tokens are priced', () => {
    const ofCaller = observed({ inputTokens: null, outputTokens: null });
    const metered = observed({ principalArn: null, calls: 0 });
    const readings = [profiles, reading('observed-usage', [ofCaller, metered])];
    const [finding] = judge(onlyApprovedModelsInvoked, readings, { approvedModels: ['a.b'] });
    expect(finding?.reason).toBe(
      `Model is not approved; ${SEEN}, about $4.50 at standard prices, cached tokens not counted.`,
    );
  });

  test('a cost below a cent is not said to be zero', () => {
    const readings = used({ inputTokens: 10, outputTokens: 0 });
    const [finding] = judge(onlyApprovedModelsInvoked, readings, { approvedModels: ['a.b'] });
    expect(finding?.reason).toContain('less than $0.01 at standard prices');
  });

  test('an unapproved model with prices says what it cost', () => {
    const findings = judge(onlyApprovedModelsInvoked, used({}), { approvedModels: ['test.other'] });
    expect(verdictOf(findings)).toEqual([
      'fail',
      `Model is not approved; ${SEEN}, about $4.50 at standard prices, cached tokens not counted.`,
    ]);
  });

  test('approving any spelling of a model approves it', () => {
    const approvedModels = ['us.anthropic.claude-sonnet-5-5-v1:0'];
    const readings = used({ modelId: 'global.anthropic.claude-sonnet-5-5' });
    const [finding] = judge(onlyApprovedModelsInvoked, readings, { approvedModels });
    expect(finding).toMatchObject({ status: 'pass', resource: 'anthropic.claude-sonnet-5-5' });
  });

  test('one finding per model, the busiest first, at most four callers named', () => {
    const callers = [1, 2, 3, 4, 5, 6].map((number) =>
      observed({
        modelId: 'test.other',
        calls: number,
        principalArn: `arn:aws:iam::1:user/u${number}`,
      }),
    );
    const readings = [profiles, reading('observed-usage', [...callers, observed()])];
    const findings = judge(onlyApprovedModelsInvoked, readings);
    expect(findings.map(({ resource }) => resource)).toEqual(['test.model', 'test.other']);
    expect(findings[1]?.reason).toContain('21 calls by u6 (6), u5 (5), u4 (4), u3 (3), 2 more');
  });
});
