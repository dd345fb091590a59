import type {
  Alarm,
  AnomalyMonitor,
  AnomalySubscription,
  Budget,
  BudgetNotification,
  CostAllocationTag,
  ServiceQuota,
} from '../../../../../shared/model/dataset.ts';

/** A cost anomaly monitor with who subscribes to it. */
export interface WorldAnomalyMonitor extends Omit<AnomalyMonitor, 'subscriptions'> {
  readonly subscriptions: readonly AnomalySubscription[];
}

/** A budget with its warnings. */
export interface WorldBudget extends Omit<Budget, 'notifications'> {
  readonly notifications: readonly BudgetNotification[];
}

/** A quota with the value that AWS gives by default. */
export interface WorldServiceQuota extends Omit<ServiceQuota, 'default'> {
  readonly default: number;
}

/** What watches and limits the money and the use of Bedrock in the simulated organisation. */
export interface MoneyWorld {
  /** Every alarm of one account and Region, also those that have nothing to do with Bedrock. */
  alarms(accountId: string, region: string): readonly Alarm[];
  /** The cost anomaly monitors of one account with what it subscribes to them. */
  anomalyMonitors(accountId: string): readonly WorldAnomalyMonitor[];
  budgets(accountId: string): readonly WorldBudget[];
  /** The cost allocation tags; null for a member account, which AWS does not tell. */
  costAllocationTags(accountId: string): readonly CostAllocationTag[] | null;
  /** The quotas of Bedrock with the values that hold; to some nothing was ever applied. */
  serviceQuotas(accountId: string, region: string): readonly WorldServiceQuota[];
}
