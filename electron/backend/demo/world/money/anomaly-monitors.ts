import type { AnomalySubscription, CostExpression } from '../../../../../shared/model/dataset.ts';
import type { Calendar } from '../calendar.ts';
import { resourceId } from '../identifiers.ts';
import { ACCOUNT } from '../organization.ts';
import type { WorldAnomalyMonitor } from './money-world.ts';

/**
 * Anomaly monitors: platform-prod watches each service and, by a monitor of its own, what the
 * storefront team spends; the sandbox watches one project alone; nobody else watches anything.
 */
export function anomalyMonitorsOf(
  accountId: string,
  calendar: Calendar,
): readonly WorldAnomalyMonitor[] {
  const lastEvaluatedAt = calendar.today;
  if (accountId === ACCOUNT.platform) {
    return [
      {
        ...named(accountId, 'Default-Services-Monitor'),
        type: 'DIMENSIONAL',
        dimension: 'SERVICE',
        filter: null,
        lastEvaluatedAt,
        subscriptions: [toPlatformTeam(accountId, 'Default-Services-Subscription', 'DAILY', '100')],
      },
      {
        ...named(accountId, 'storefront-team'),
        type: 'CUSTOM',
        dimension: null,
        filter: tagged('team', ['storefront']),
        lastEvaluatedAt,
        subscriptions: [toPlatformTeam(accountId, 'storefront-team-now', 'IMMEDIATE', '25')],
      },
    ];
  }
  if (accountId !== ACCOUNT.sandbox) return [];
  return [
    {
      ...named(accountId, 'hackathon-instances'),
      type: 'CUSTOM',
      dimension: null,
      filter: tagged('project', ['hackathon-instances']),
      lastEvaluatedAt,
      subscriptions: [],
    },
  ];
}

function named(accountId: string, name: string): Pick<WorldAnomalyMonitor, 'name' | 'monitorArn'> {
  return { name, monitorArn: `arn:aws:ce::${accountId}:anomalymonitor/${uuidOf(name)}` };
}

function toPlatformTeam(
  accountId: string,
  name: string,
  frequency: string,
  fromUsd: string,
): AnomalySubscription {
  return {
    name,
    subscriptionArn: `arn:aws:ce::${accountId}:anomalysubscription/${uuidOf(name)}`,
    frequency,
    subscribers: frequency === 'IMMEDIATE' ? { email: 0, sns: 1 } : { email: 2, sns: 0 },
    threshold: {
      kind: 'dimension',
      key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE',
      values: [fromUsd],
      matchOptions: ['GREATER_THAN_OR_EQUAL'],
    },
  };
}

function tagged(key: string, values: readonly string[]): CostExpression {
  return { kind: 'tag', key, values, matchOptions: ['EQUALS'] };
}

/** The last part of an ARN of Cost Explorer, which has the form of a UUID. */
function uuidOf(name: string): string {
  const hex = (part: string, length: number) =>
    Buffer.from(resourceId(`${name}/${part}`, length))
      .toString('hex')
      .slice(0, length);
  return [hex('a', 8), hex('b', 4), `4${hex('c', 3)}`, `8${hex('d', 3)}`, hex('e', 12)].join('-');
}
