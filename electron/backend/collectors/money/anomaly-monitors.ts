import type {
  AnomalyMonitor as MonitorAnswer,
  AnomalySubscription as SubscriptionAnswer,
} from '@aws-sdk/client-cost-explorer';
import type {
  AnomalyMonitor,
  AnomalySubscription,
  Part,
} from '../../../../shared/model/dataset.ts';
import { list, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { everyItem } from '../every-item.ts';
import { toCostExpression } from './cost-expression.ts';

const WEEK_HOURS = 168;
const MONITORS = 'ce:GetAnomalyMonitors';
const SUBSCRIPTIONS = 'ce:GetAnomalySubscriptions';

/**
 * The cost anomaly monitors of an account and who is told. AWS charges for every page, so
 * subscriptions are only asked for where there is a monitor, and once a week.
 */
export const anomalyMonitors: Collector<'anomaly-monitors'> = {
  dataset: 'anomaly-monitors',
  title: 'Cost anomaly monitors',
  scope: 'account',
  goodForHours: WEEK_HOURS,
  iamActions: [MONITORS, SUBSCRIPTIONS],
  collect: async (context) => {
    const found = await listMonitors(context);
    if (found.length === 0) return [];
    const subscriptions = await context.part(SUBSCRIPTIONS, () => listSubscriptions(context));
    return found.map((monitor) => toAnomalyMonitor(monitor, subscriptions));
  },
};

function listMonitors(context: CollectContext): Promise<readonly MonitorAnswer[]> {
  const { clients, region, call, book } = context;
  return everyItem({
    of: MONITORS,
    page: (NextPageToken) => {
      book(MONITORS, 1);
      return call(MONITORS, async (options) =>
        (await clients.costExplorer(region)).getAnomalyMonitors(
          { MaxResults: 100, NextPageToken },
          options,
        ),
      );
    },
    next: (page) => page.NextPageToken,
    items: (page) => page.AnomalyMonitors,
  });
}

function listSubscriptions(context: CollectContext): Promise<readonly SubscriptionAnswer[]> {
  const { clients, region, call, book } = context;
  return everyItem({
    of: SUBSCRIPTIONS,
    page: (NextPageToken) => {
      book(SUBSCRIPTIONS, 1);
      return call(SUBSCRIPTIONS, async (options) =>
        (await clients.costExplorer(region)).getAnomalySubscriptions(
          { MaxResults: 100, NextPageToken },
          options,
        ),
      );
    },
    next: (page) => page.NextPageToken,
    items: (page) => page.AnomalySubscriptions,
  });
}

/** One monitor with those of the subscriptions that are for it. */
export function toAnomalyMonitor(
  monitor: MonitorAnswer,
  subscriptions: Part<readonly SubscriptionAnswer[]>,
): AnomalyMonitor {
  const monitorArn = text(monitor.MonitorArn, 'AnomalyMonitors.MonitorArn');
  return {
    name: monitor.MonitorName ?? '',
    monitorArn,
    type: monitor.MonitorType ?? 'UNKNOWN',
    dimension: monitor.MonitorDimension ?? null,
    filter: toCostExpression(monitor.MonitorSpecification),
    lastEvaluatedAt: monitor.LastEvaluatedDate ?? null,
    subscriptions: subscriptions.read
      ? { read: true, value: subscriptionsTo(monitorArn, subscriptions.value) }
      : subscriptions,
  };
}

function subscriptionsTo(
  monitorArn: string,
  all: readonly SubscriptionAnswer[],
): readonly AnomalySubscription[] {
  return all
    .filter(({ MonitorArnList }) => list(MonitorArnList).includes(monitorArn))
    .map(toSubscription);
}

function toSubscription(subscription: SubscriptionAnswer): AnomalySubscription {
  const { Threshold, ThresholdExpression } = subscription;
  return {
    name: subscription.SubscriptionName ?? '',
    subscriptionArn: text(subscription.SubscriptionArn, 'AnomalySubscriptions.SubscriptionArn'),
    frequency: subscription.Frequency ?? 'UNKNOWN',
    subscribers: { email: toldBy(subscription, 'EMAIL'), sns: toldBy(subscription, 'SNS') },
    threshold: toCostExpression(ThresholdExpression) ?? fromDollars(Threshold),
  };
}

function toldBy({ Subscribers }: SubscriptionAnswer, type: string): number {
  return list(Subscribers).filter(({ Type, Status }) => Type === type && Status !== 'DECLINED')
    .length;
}

/** A threshold of before expressions: the impact in dollars. */
function fromDollars(threshold: number | undefined): AnomalySubscription['threshold'] {
  if (threshold === undefined) return null;
  return {
    kind: 'dimension',
    key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE',
    values: [String(threshold)],
    matchOptions: ['GREATER_THAN_OR_EQUAL'],
  };
}
