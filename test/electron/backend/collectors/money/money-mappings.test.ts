import { describe, expect, it } from 'vitest';
import { toAnomalyMonitor } from '../../../../../electron/backend/collectors/money/anomaly-monitors.ts';
import { toBudget } from '../../../../../electron/backend/collectors/money/budgets.ts';
import { toTag } from '../../../../../electron/backend/collectors/money/cost-allocation-tags.ts';
import {
  type SdkExpression,
  toCostExpression,
} from '../../../../../electron/backend/collectors/money/cost-expression.ts';
import { quotaLimit } from '../../../../../electron/backend/collectors/money/quota-limit.ts';
import { toServiceQuota } from '../../../../../electron/backend/collectors/money/service-quotas.ts';
import type { CostExpression } from '../../../../../shared/model/dataset.ts';

const SERVICE = { Key: 'SERVICE', Values: ['Amazon Bedrock'], MatchOptions: ['EQUALS'] };
const service: CostExpression = {
  kind: 'dimension',
  key: 'SERVICE',
  values: ['Amazon Bedrock'],
  matchOptions: ['EQUALS'],
};
const team: CostExpression = { kind: 'tag', key: 'team', values: ['shop'], matchOptions: [] };

describe('a cost expression', () => {
  it.each<[string, SdkExpression | undefined, CostExpression | null]>([
    ['nothing', undefined, null],
    ['an empty one', {}, null],
    ['a dimension', { Dimensions: SERVICE }, service],
    ['a tag without options', { Tags: { Key: 'team', Values: ['shop'] } }, team],
    [
      'a category that is absent',
      { CostCategories: { Key: 'unit', MatchOptions: ['ABSENT'] } },
      { kind: 'cost-category', key: 'unit', values: [], matchOptions: ['ABSENT'] },
    ],
    [
      'and, or, not inside each other',
      {
        And: [
          { Or: [{ Dimensions: SERVICE }, { Tags: { Key: 'team', Values: ['shop'] } }] },
          { Not: { Dimensions: SERVICE } },
        ],
      },
      {
        kind: 'all',
        of: [
          { kind: 'any', of: [service, team] },
          { kind: 'not', of: service },
        ],
      },
    ],
    [
      'tests side by side hold together',
      { Dimensions: SERVICE, Tags: { Key: 'team', Values: ['shop'] } },
      { kind: 'all', of: [service, team] },
    ],
    ['groups without members', { And: [], Not: {} }, null],
  ])('%s', (_name, expression, expected) => {
    expect(toCostExpression(expression)).toEqual(expected);
  });
});

describe('a budget', () => {
  const none = { read: true, value: new Map() } as const;
  const least = { BudgetName: 'b', TimeUnit: 'MONTHLY', BudgetType: 'COST' } as const;

  it('of which AWS tells the least', () => {
    expect(toBudget(least, none)).toEqual({
      name: 'b',
      type: 'COST',
      timeUnit: 'MONTHLY',
      limit: null,
      plannedLimits: [],
      actual: null,
      forecast: null,
      startsAt: null,
      endsAt: null,
      filter: null,
      notifications: { read: true, value: [] },
    });
    expect(() => toBudget({ ...least, BudgetName: undefined }, none)).toThrow(/BudgetName/);
  });

  it('with planned limits, oldest first', () => {
    const spend = (Amount: string) => ({ Amount, Unit: 'USD' });
    const planned = { '1796083200': spend('20'), '1793491200': spend('10') };
    const { plannedLimits } = toBudget({ ...least, PlannedBudgetLimits: planned }, none);
    expect(plannedLimits).toEqual([
      { from: '2026-11-01T00:00:00Z', limit: { amount: '10', unit: 'USD' } },
      { from: '2026-12-01T00:00:00Z', limit: { amount: '20', unit: 'USD' } },
    ]);
  });

  it('whose spending of zero is not nothing', () => {
    const CalculatedSpend = { ActualSpend: { Amount: '0', Unit: 'USD' } };
    const budget = toBudget({ ...least, CalculatedSpend }, none);
    expect(budget).toMatchObject({ actual: { amount: '0', unit: 'USD' }, forecast: null });
  });

  it.each<[string, Record<string, string[]>, CostExpression | null]>([
    ['none', {}, null],
    ['a service', { Service: ['Amazon Bedrock'] }, { ...service, matchOptions: [] }],
    ['a tag', { TagKeyValue: ['user:team$shop'] }, team],
    [
      'a linked account and a tag of AWS',
      { LinkedAccount: ['111122223333'], TagKeyValue: ['aws:createdBy$Root'] },
      {
        kind: 'all',
        of: [
          {
            kind: 'dimension',
            key: 'LINKED_ACCOUNT',
            values: ['111122223333'],
            matchOptions: [],
          },
          { kind: 'tag', key: 'aws:createdBy', values: ['Root'], matchOptions: [] },
        ],
      },
    ],
    [
      'two values of one tag hold one or the other',
      { TagKeyValue: ['user:team$shop', 'user:team$risk'] },
      { ...team, values: ['shop', 'risk'] },
    ],
  ])('with filters of before expressions: %s', (_name, CostFilters, expected) => {
    expect(toBudget({ ...least, CostFilters }, none).filter).toEqual(expected);
  });

  it('takes the expression where AWS tells both', () => {
    const both = {
      CostFilters: { Service: ['x'] },
      FilterExpression: {
        Dimensions: {
          Key: 'SERVICE' as const,
          Values: ['Amazon Bedrock'],
          MatchOptions: ['EQUALS' as const],
        },
      },
    };
    expect(toBudget({ ...least, ...both }, none).filter).toEqual(service);
  });
});

describe('an anomaly monitor', () => {
  const monitor = { MonitorArn: 'arn:m', MonitorName: 'm', MonitorType: 'DIMENSIONAL' } as const;
  const subscription = (more: object) => ({
    SubscriptionArn: 'arn:s',
    SubscriptionName: 's',
    MonitorArnList: ['arn:m'],
    Frequency: 'DAILY' as const,
    Subscribers: [
      { Type: 'EMAIL' as const, Address: 'a@b', Status: 'CONFIRMED' as const },
      { Type: 'EMAIL' as const, Address: 'c@d', Status: 'DECLINED' as const },
      { Type: 'SNS' as const, Address: 'arn:t' },
    ],
    ...more,
  });

  it('has the subscriptions that are for it, with the threshold of before expressions', () => {
    const all = [subscription({ Threshold: 40 }), subscription({ MonitorArnList: ['arn:other'] })];
    const { subscriptions } = toAnomalyMonitor(monitor, { read: true, value: all });
    expect(subscriptions).toMatchObject({
      value: [
        {
          subscriptionArn: 'arn:s',
          subscribers: { email: 1, sns: 1 },
          threshold: { key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE', values: ['40'] },
        },
      ],
    });
  });

  it('without ARN is refused', () => {
    const nothing = { read: true, value: [] } as const;
    expect(() => toAnomalyMonitor({ ...monitor, MonitorArn: undefined }, nothing)).toThrow(/Arn/);
  });
});

describe('a cost allocation tag', () => {
  it.each([
    [{ TagKey: 'team', Type: 'UserDefined', Status: 'Active' } as const, 'UserDefined', true],
    [{ TagKey: 'team', Type: 'AWSGenerated', Status: 'Inactive' } as const, 'AWSGenerated', false],
    [{ TagKey: 'team', Type: undefined, Status: undefined }, 'UNKNOWN', false],
  ])('%o', (tag, type, active) => {
    expect(toTag(tag)).toEqual({
      key: 'team',
      type,
      active,
      lastUpdatedAt: null,
      lastUsedAt: null,
    });
  });
});

describe('what a quota limits', () => {
  it.each([
    [
      'On-demand model inference tokens per minute for Anthropic Claude Sonnet 4.5 V1',
      ['tokens-per-minute', 'in-Region', 'Anthropic Claude Sonnet 4.5 V1'],
    ],
    [
      'Cross-region model inference requests per minute for Amazon Nova Lite',
      ['requests-per-minute', 'geographic', 'Amazon Nova Lite'],
    ],
    [
      'Global cross-region model inference tokens per minute for Anthropic Claude Haiku 4.5',
      ['tokens-per-minute', 'global', 'Anthropic Claude Haiku 4.5'],
    ],
    [
      'Model invocation max tokens per day for Anthropic Claude Sonnet 4.5 V1 (doubled for cross-region calls)',
      ['tokens-per-day', null, 'Anthropic Claude Sonnet 4.5 V1'],
    ],
    [
      'On-demand model inference concurrent requests for Amazon Nova Sonic',
      ['concurrent-requests', 'in-Region', 'Amazon Nova Sonic'],
    ],
    [
      'Sum of in-progress and submitted batch inference jobs using a base model for Claude 3 Haiku',
      ['batch-jobs', null, 'Claude 3 Haiku'],
    ],
    [
      'Model units per provisioned model for Amazon Titan Text Lite V1 4K',
      ['model-units', null, 'Amazon Titan Text Lite V1 4K'],
    ],
    ['Agents per account', null],
    ['On-demand ApplyGuardrail requests per second', null],
    ['Characters in a guardrail name for every account', null],
  ])('%s', (name, expected) => {
    const limit = quotaLimit(name);
    expect(limit === null ? null : [limit.measures, limit.scope, limit.model]).toEqual(expected);
  });

  it('knows latency-optimized inference', () => {
    const name = 'On-demand, latency-optimized model inference requests per minute for Meta Llama';
    expect(quotaLimit(name)).toMatchObject({ latencyOptimized: true, scope: 'in-Region' });
  });
});

describe('a quota', () => {
  const least = { QuotaCode: 'L-1', QuotaName: 'Agents per account', Value: 0 };

  const none = { read: true, value: null } as const;

  it('of zero is a value; one without is refused', () => {
    expect(toServiceQuota(least, none)).toEqual({
      code: 'L-1',
      name: 'Agents per account',
      quotaArn: '',
      value: 0,
      holds: 'applied',
      applied: 0,
      default: none,
      unit: 'None',
      adjustable: false,
      global: false,
      period: null,
      usageMetric: null,
      limits: null,
    });
    expect(() => toServiceQuota({ ...least, Value: undefined }, none)).toThrow(/Value/);
  });

  it.each([
    ['applied', least, { ...least, Value: 7 }, { holds: 'applied', value: 0, applied: 0 }, 7],
    ['by default', null, { ...least, Value: 7 }, { holds: 'default', value: 7, applied: null }, 7],
    ['applied, with no default', least, null, { holds: 'applied', value: 0, applied: 0 }, null],
  ] as const)('%s', (_, applied, standard, expected, usual) => {
    expect(toServiceQuota(applied, { read: true, value: standard })).toMatchObject({
      ...expected,
      default: { read: true, value: usual },
    });
  });

  it('whose default was not read says why', () => {
    const unread = { read: false, outcome: { status: 'failed', reason: 'no' } } as const;
    expect(toServiceQuota(least, unread)).toMatchObject({ value: 0, default: unread });
  });

  it('names the metric and period that AWS measures by', () => {
    const quota = toServiceQuota(
      {
        ...least,
        Period: { PeriodValue: 1, PeriodUnit: 'MINUTE' },
        UsageMetric: {
          MetricNamespace: 'AWS/Usage',
          MetricName: 'CallCount',
          MetricDimensions: { Service: 'Bedrock' },
        },
      },
      none,
    );
    expect(quota).toMatchObject({
      period: { value: 1, unit: 'MINUTE' },
      usageMetric: { namespace: 'AWS/Usage', dimensions: { Service: 'Bedrock' }, statistic: null },
    });
  });
});
