import type { Instant } from '../period.ts';
import type { Part } from '../read-outcome.ts';

/** A metric that an alarm watches, by itself or inside metric math. */
export interface AlarmMetric {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: readonly { readonly name: string; readonly value: string }[];
  /** `Sum`, `p95` ...; null where AWS names none. */
  readonly statistic: string | null;
  readonly periodSeconds: number | null;
}

/**
 * An alarm that watches a metric of Bedrock (`cloudwatch:DescribeAlarms`): a metric alarm on an
 * `AWS/Bedrock*` namespace, or a composite alarm over at least one such alarm.
 */
export interface Alarm {
  readonly kind: 'metric' | 'composite';
  readonly name: string;
  readonly alarmArn: string;
  /** `OK | ALARM | INSUFFICIENT_DATA`. */
  readonly state: string;
  /** Whether it does anything when it changes state; an alarm without actions only shows. */
  readonly actionsEnabled: boolean;
  /** What it sets going when it goes off: topics, functions, incident plans, as ARNs. */
  readonly alarmActions: readonly string[];
  /** Metrics outside Bedrock included, where metric math joins them; empty for composite alarms. */
  readonly metrics: readonly AlarmMetric[];
  /** Metric math, Metrics Insights and PromQL, in the order of the alarm. */
  readonly expressions: readonly string[];
  /** Null for composite alarms and for alarms on an anomaly band. */
  readonly threshold: number | null;
  /** `GreaterThanThreshold` ...; null for composite alarms. */
  readonly comparison: string | null;
  readonly evaluationPeriods: number | null;
  /** The rule of a composite alarm; null for metric alarms. */
  readonly rule: string | null;
  /** The names of the alarms that the rule of a composite alarm speaks of. */
  readonly children: readonly string[];
}

/** A money or usage amount as AWS Budgets writes it: decimal text and `USD`, `GB`, `Tokens` .... */
export interface BudgetAmount {
  readonly amount: string;
  readonly unit: string;
}

/**
 * Which costs a budget or monitor takes, in the shape of Cost Explorer's `Expression`; a test names a
 * dimension (`SERVICE`, `LINKED_ACCOUNT`), a tag key or a cost category.
 */
export type CostExpression =
  | { readonly kind: 'all' | 'any'; readonly of: readonly CostExpression[] }
  | { readonly kind: 'not'; readonly of: CostExpression }
  | {
      readonly kind: 'dimension' | 'tag' | 'cost-category';
      readonly key: string;
      readonly values: readonly string[];
      /** `EQUALS`, `STARTS_WITH`, `ABSENT` ...; empty where AWS names none, which is `EQUALS`. */
      readonly matchOptions: readonly string[];
    };

/** A warning of a budget. */
export interface BudgetNotification {
  readonly on: 'ACTUAL' | 'FORECASTED' | 'UNKNOWN';
  /** `GREATER_THAN`.... */
  readonly comparison: string;
  readonly threshold: number;
  /** `PERCENTAGE` of the limit or `ABSOLUTE_VALUE`. */
  readonly thresholdType: string;
  /** `OK | ALARM`; null where AWS does not tell. */
  readonly state: string | null;
}

/** A budget of AWS Budgets (`DescribeBudgets`, `DescribeBudgetNotificationsForAccount`). */
export interface Budget {
  readonly name: string;
  /** `COST`, `USAGE`, `SAVINGS_PLANS_COVERAGE` .... */
  readonly type: string;
  /** `DAILY | MONTHLY | QUARTERLY | ANNUALLY | CUSTOM`. */
  readonly timeUnit: string;
  /** Null for a budget whose limit is planned month by month. */
  readonly limit: BudgetAmount | null;
  /** Limits by the start of their period, oldest first; empty unless planned. */
  readonly plannedLimits: readonly { readonly from: Instant; readonly limit: BudgetAmount }[];
  /** Spent or used in the running period; null before AWS has counted. */
  readonly actual: BudgetAmount | null;
  /** For the whole running period; null while AWS has too little history. */
  readonly forecast: BudgetAmount | null;
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  /** Which costs it counts; null for all of the account. */
  readonly filter: CostExpression | null;
  readonly notifications: Part<readonly BudgetNotification[]>;
}

/** Who is told of anomalies that a monitor finds (`ce:GetAnomalySubscriptions`). */
export interface AnomalySubscription {
  readonly name: string;
  readonly subscriptionArn: string;
  /** `DAILY | IMMEDIATE | WEEKLY`. */
  readonly frequency: string;
  /** How many are told by each way, declined ones left out; addresses are not kept. */
  readonly subscribers: { readonly email: number; readonly sns: number };
  /** The impact from which it tells; null where AWS names none. */
  readonly threshold: CostExpression | null;
}

/** A cost anomaly monitor (`ce:GetAnomalyMonitors`). */
export interface AnomalyMonitor {
  readonly name: string;
  readonly monitorArn: string;
  /** `DIMENSIONAL` (each value of a dimension by itself) or `CUSTOM` (what `filter` takes). */
  readonly type: string;
  /** `SERVICE`, `LINKED_ACCOUNT` ... of a dimensional monitor. */
  readonly dimension: string | null;
  readonly filter: CostExpression | null;
  /** As AWS writes it, a day or a time of day too; null before the first evaluation. */
  readonly lastEvaluatedAt: string | null;
  readonly subscriptions: Part<readonly AnomalySubscription[]>;
}

/**
 * A service quota of Bedrock with the value that holds: the one applied to the account
 * (`servicequotas:ListServiceQuotas`), or AWS's default (`servicequotas:ListAWSDefaultServiceQuotas`)
 * where none was applied.
 */
export interface ServiceQuota {
  readonly code: string;
  readonly name: string;
  readonly quotaArn: string;
  /** What holds, in what `unit`, `measures` and `period` say. */
  readonly value: number;
  /** Which of both `value` is. */
  readonly holds: 'applied' | 'default';
  /** Null where AWS lists no applied value: its default holds. */
  readonly applied: number | null;
  /** Null where AWS lists an applied value but no default. */
  readonly default: Part<number | null>;
  /** `None` or a unit of CloudWatch. */
  readonly unit: string;
  readonly adjustable: boolean;
  /** Whether it holds for the account over all Regions. */
  readonly global: boolean;
  readonly period: { readonly value: number; readonly unit: string } | null;
  /** The metric that AWS measures use by; null where it measures none. */
  readonly usageMetric: {
    readonly namespace: string;
    readonly metricName: string;
    readonly dimensions: Readonly<Record<string, string>>;
    readonly statistic: string | null;
  } | null;
  /** What the name says it limits; null where the name is not of a known form. */
  readonly limits: QuotaLimit | null;
}

/** What a quota limits, read from its name: AWS has no field for it. */
export interface QuotaLimit {
  readonly measures:
    | 'tokens-per-minute'
    | 'tokens-per-day'
    | 'requests-per-minute'
    | 'requests-per-second'
    | 'concurrent-requests'
    | 'model-units'
    | 'batch-jobs';
  /** The kind of inference; null where the quota holds for all of them. */
  readonly scope: 'in-Region' | 'geographic' | 'global' | null;
  readonly latencyOptimized: boolean;
  /** The model as the name spells it: `Anthropic Claude Sonnet 4.5 V1`. */
  readonly model: string;
}

/** A cost allocation tag (`ce:ListCostAllocationTags`). */
export interface CostAllocationTag {
  readonly key: string;
  readonly type: 'UserDefined' | 'AWSGenerated' | 'UNKNOWN';
  /** Whether bills can be told apart by it. */
  readonly active: boolean;
  /** As AWS writes it; null where it was never switched or used. */
  readonly lastUpdatedAt: string | null;
  readonly lastUsedAt: string | null;
}

/** What watches and limits the money and the use of Bedrock. */
export interface MoneyDatasets {
  alarms: Alarm;
  'anomaly-monitors': AnomalyMonitor;
  budgets: Budget;
  'cost-allocation-tags': CostAllocationTag;
  'service-quotas': ServiceQuota;
}
