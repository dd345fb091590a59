import { msOfInstant } from '../../../../../shared/model/period.ts';
import { type Input, objectsOf, requiredText, textOf } from '../../protocols/input.ts';
import { pageOf, readToken, requestKey } from '../../protocols/page.ts';
import type { Call } from '../../service.ts';
import { invalidInput } from '../../wire-fault.ts';
import type { WorldMetric } from '../../world/world.ts';

const PAGE = 500;
const HOUR_MS = 3_600_000;
const ACTIVE_MS = 14 * 86_400_000;
const RECENTLY_ACTIVE_MS = 3 * HOUR_MS;

/** ListMetrics: 500 a page, and only metrics with data in the last two weeks. */
export function listMetrics(call: Call): object {
  const { world, identity, region, input } = call;
  const request = requestKey(input, `${identity.accountId} ${region}`, ['NextToken']);
  const token = textOf(input, 'NextToken');
  const offset = token === undefined ? 0 : readToken(token, request)?.offset;
  if (offset === undefined) throw invalidInput('The value for parameter NextToken is invalid.');
  const since = msOfInstant(world.now) - activeFor(textOf(input, 'RecentlyActive'));
  const matching = world
    .metrics(identity.accountId, region)
    .filter((metric) => isAsked(metric, input) && isActive(metric, since));
  const page = pageOf(matching, { offset, size: PAGE, request });
  return { Metrics: page.items.map(describeMetric), NextToken: page.next };
}

function activeFor(recentlyActive: string | undefined): number {
  if (recentlyActive === undefined) return ACTIVE_MS;
  if (recentlyActive === 'PT3H') return RECENTLY_ACTIVE_MS;
  throw invalidInput('The value for parameter RecentlyActive must be PT3H.');
}

function isActive(metric: WorldMetric, since: number): boolean {
  for (const hour of metric.hours.keys()) if (hour + HOUR_MS > since) return true;
  return false;
}

function isAsked(metric: WorldMetric, input: Input): boolean {
  const namespace = textOf(input, 'Namespace') ?? metric.namespace;
  const name = textOf(input, 'MetricName') ?? metric.metricName;
  if (metric.namespace !== namespace || metric.metricName !== name) return false;
  return objectsOf(input, 'Dimensions').every((filter) => {
    const dimension = requiredText(filter, 'Name');
    const value = textOf(filter, 'Value');
    return metric.dimensions.some(
      (one) => one.name === dimension && (value === undefined || one.value === value),
    );
  });
}

function describeMetric(metric: WorldMetric): object {
  return {
    Namespace: metric.namespace,
    MetricName: metric.metricName,
    Dimensions: metric.dimensions.map(({ name, value }) => ({ Name: name, Value: value })),
  };
}
