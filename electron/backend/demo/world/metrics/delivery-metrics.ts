import type { Calendar } from '../calendar.ts';
import type { WorldInvocation, WorldMetric } from '../facts.ts';
import { isLargeRequest, isLargeResponse } from '../log-keys.ts';
import { deliversToGroup, logDestinations } from '../logging.ts';
import { type Gauge, seriesOf } from './series.ts';

/** Deliveries of invocation logs by destination, which CloudWatch counts across all models. */
export function deliveryMetrics(
  calls: readonly WorldInvocation[],
  calendar: Calendar,
): readonly WorldMetric[] {
  const logged = calls.filter((call) => call.logged);
  return seriesOf({ namespace: 'AWS/Bedrock', dimensions: [] }, gaugesIn(calendar), logged);
}

function gaugesIn(calendar: Calendar): readonly Gauge<WorldInvocation>[] {
  const reached = (call: WorldInvocation) => deliversToGroup(call, calendar);
  return [
    delivery('ModelInvocationLogsS3DeliverySuccess', (call) => destinations(call).s3),
    delivery('ModelInvocationLogsCloudWatchDeliverySuccess', reached),
    delivery(
      'ModelInvocationLogsCloudWatchDeliveryFailure',
      (call) => destinations(call).logGroup && !reached(call),
    ),
    delivery('ModelInvocationLargeDataS3DeliverySuccess', isLargeData),
  ];
}

/** Bodies that do not fit into an event of a log group, where a bucket takes them. */
function isLargeData(call: WorldInvocation): boolean {
  const { s3, logGroup } = destinations(call);
  return s3 && logGroup && (isLargeRequest(call) || isLargeResponse(call));
}

function destinations({ accountId, region }: WorldInvocation) {
  return logDestinations(accountId, region);
}

function delivery(
  metricName: string,
  counts: (call: WorldInvocation) => boolean,
): Gauge<WorldInvocation> {
  return { metricName, sample: (call) => (counts(call) ? 1 : null) };
}
