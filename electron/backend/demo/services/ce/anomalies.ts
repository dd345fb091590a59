import type { AnomalySubscription } from '../../../../../shared/model/dataset.ts';
import { textOf, textsOf } from '../../protocols/input.ts';
import type { Call, Operation } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';
import type { WorldAnomalyMonitor } from '../../world/money/money-world.ts';
import { cePage } from './ce-page.ts';
import { describeExpression } from './cost-expression.ts';

/** Cost anomaly monitors and who is told of what they find. */
export const anomalyOperations: Readonly<Record<string, Operation>> = {
  GetAnomalyMonitors: {
    action: 'ce:GetAnomalyMonitors',
    resource: (call) => `arn:aws:ce::${call.identity.accountId}:anomalymonitor/*`,
    run: getAnomalyMonitors,
  },
  GetAnomalySubscriptions: {
    action: 'ce:GetAnomalySubscriptions',
    resource: (call) => `arn:aws:ce::${call.identity.accountId}:anomalysubscription/*`,
    run: getAnomalySubscriptions,
  },
};

function getAnomalyMonitors(call: Call): object {
  const asked = textsOf(call.input, 'MonitorArnList');
  const all = call.world.anomalyMonitors(call.identity.accountId);
  const unknown = asked.find((arn) => !all.some(({ monitorArn }) => monitorArn === arn));
  if (unknown !== undefined) {
    throw new WireFault('UnknownMonitorException', 400, `Unknown monitor: ${unknown}`);
  }
  const monitors = all.filter(({ monitorArn }) => asked.length === 0 || asked.includes(monitorArn));
  const page = cePage(call, monitors, { token: 'NextPageToken' });
  return { AnomalyMonitors: page.items.map(describeMonitor), NextPageToken: page.next };
}

function describeMonitor(monitor: WorldAnomalyMonitor): object {
  return {
    MonitorArn: monitor.monitorArn,
    MonitorName: monitor.name,
    CreationDate: '2026-01-12T10:03:11Z',
    LastUpdatedDate: '2026-01-12T10:03:11Z',
    LastEvaluatedDate: monitor.lastEvaluatedAt ?? undefined,
    MonitorType: monitor.type,
    MonitorDimension: monitor.dimension ?? undefined,
    MonitorSpecification: describeExpression(monitor.filter),
    DimensionalValueCount: monitor.dimension === null ? 0 : 14,
  };
}

interface Subscribed {
  readonly subscription: AnomalySubscription;
  readonly monitorArns: readonly string[];
}

function getAnomalySubscriptions(call: Call): object {
  const asked = textsOf(call.input, 'SubscriptionArnList');
  const monitor = textOf(call.input, 'MonitorArn');
  const all = subscribed(call.world.anomalyMonitors(call.identity.accountId));
  const known = (arn: string) =>
    all.some(({ subscription }) => subscription.subscriptionArn === arn);
  const unknown = asked.find((arn) => !known(arn));
  if (unknown !== undefined) {
    throw new WireFault('UnknownSubscriptionException', 400, `Unknown subscription: ${unknown}`);
  }
  const chosen = all.filter(
    ({ subscription, monitorArns }) =>
      (asked.length === 0 || asked.includes(subscription.subscriptionArn)) &&
      (monitor === undefined || monitorArns.includes(monitor)),
  );
  const page = cePage(call, chosen, { token: 'NextPageToken' });
  return {
    AnomalySubscriptions: page.items.map((one) => describeSubscription(call, one)),
    NextPageToken: page.next,
  };
}

/** One entry per subscription with all monitors it is for. */
function subscribed(monitors: readonly WorldAnomalyMonitor[]): readonly Subscribed[] {
  const byArn = new Map<string, Subscribed>();
  for (const { monitorArn, subscriptions } of monitors) {
    for (const subscription of subscriptions) {
      const known = byArn.get(subscription.subscriptionArn)?.monitorArns ?? [];
      const monitorArns = [...known, monitorArn];
      byArn.set(subscription.subscriptionArn, { subscription, monitorArns });
    }
  }
  return [...byArn.values()];
}

function describeSubscription(call: Call, { subscription, monitorArns }: Subscribed): object {
  const { accountId } = call.identity;
  const { email, sns } = subscription.subscribers;
  const byMail = Array.from({ length: email }, (_, index) => ({
    Address: `cost-alerts-${index + 1}@acme.example`,
    Type: 'EMAIL',
    Status: 'CONFIRMED',
  }));
  const byTopic = Array.from({ length: sns }, (_, index) => ({
    Address: `arn:aws:sns:us-east-1:${accountId}:cost-alerts-${index + 1}`,
    Type: 'SNS',
    Status: 'CONFIRMED',
  }));
  const declined = { Address: 'former.lead@acme.example', Type: 'EMAIL', Status: 'DECLINED' };
  return {
    SubscriptionArn: subscription.subscriptionArn,
    AccountId: accountId,
    MonitorArnList: monitorArns,
    Subscribers: [...byMail, ...byTopic, declined],
    Frequency: subscription.frequency,
    SubscriptionName: subscription.name,
    ThresholdExpression: describeExpression(subscription.threshold),
  };
}
