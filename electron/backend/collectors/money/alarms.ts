import type {
  CompositeAlarm,
  MetricAlarm,
  MetricDataQuery,
  Metric as MetricOfAlarm,
} from '@aws-sdk/client-cloudwatch';
import type { Alarm, AlarmMetric } from '../../../../shared/model/dataset.ts';
import { list, text } from '../../aws/required.ts';
import type { Collector } from '../collector.ts';
import { everyItem } from '../every-item.ts';
import { insightsMetrics, namesInRule } from './alarm-texts.ts';

/** The namespaces that Bedrock and AgentCore report to. */
const BEDROCK_NAMESPACE = /^(AWS\/)?Bedrock/;
const BEDROCK_IN_TEXT = /\b(AWS\/)?Bedrock/;

/** The alarms of a Region that watch a metric of Bedrock, by themselves or through others. */
export const alarms: Collector<'alarms'> = {
  dataset: 'alarms',
  title: 'Alarms on Bedrock metrics',
  scope: 'region',
  iamActions: ['cloudwatch:DescribeAlarms'],
  collect: async ({ clients, region, call }) => {
    const found = await everyItem({
      of: 'cloudwatch:DescribeAlarms',
      page: (NextToken) =>
        call('cloudwatch:DescribeAlarms', async (options) =>
          (await clients.cloudwatch(region)).describeAlarms(
            { AlarmTypes: ['MetricAlarm', 'CompositeAlarm'], MaxRecords: 100, NextToken },
            options,
          ),
        ),
      next: (page) => page.NextToken,
      items: (page) => [
        ...list(page.MetricAlarms).map(toMetricAlarm),
        ...list(page.CompositeAlarms).map(toCompositeAlarm),
      ],
    });
    return watchingBedrock(found);
  },
};

/** The alarms on a Bedrock metric, and the composite alarms that speak of them, over any steps. */
export function watchingBedrock(all: readonly Alarm[]): readonly Alarm[] {
  const kept = new Set(all.filter(watchesItself).map(({ name }) => name));
  let before = -1;
  while (before !== kept.size) {
    before = kept.size;
    for (const { name, children } of all) {
      if (children.some((child) => kept.has(child))) kept.add(name);
    }
  }
  return all.filter(({ name }) => kept.has(name));
}

function watchesItself({ metrics, expressions }: Alarm): boolean {
  return (
    metrics.some(({ namespace }) => BEDROCK_NAMESPACE.test(namespace)) ||
    expressions.some((expression) => BEDROCK_IN_TEXT.test(expression))
  );
}

/** An alarm on one metric, on metric math or on a query. */
export function toMetricAlarm(alarm: MetricAlarm): Alarm {
  const queries = list(alarm.Metrics);
  const expressions = queries.flatMap(({ Expression }) => Expression ?? []);
  const query = alarm.EvaluationCriteria?.PromQLCriteria?.Query;
  return {
    ...commonOf(alarm, 'metric'),
    metrics: [
      ...ownMetric(alarm),
      ...queries.flatMap(metricOfQuery),
      ...expressions.flatMap(insightsMetrics),
    ],
    expressions: query === undefined ? expressions : [...expressions, query],
    threshold: alarm.Threshold ?? null,
    comparison: alarm.ComparisonOperator ?? null,
    evaluationPeriods: alarm.EvaluationPeriods ?? null,
    rule: null,
    children: [],
  };
}

/** An alarm over other alarms. */
export function toCompositeAlarm(alarm: CompositeAlarm): Alarm {
  const rule = alarm.AlarmRule ?? '';
  return {
    ...commonOf(alarm, 'composite'),
    metrics: [],
    expressions: [],
    threshold: null,
    comparison: null,
    evaluationPeriods: null,
    rule,
    children: namesInRule(rule),
  };
}

type Common = Pick<
  Alarm,
  'kind' | 'name' | 'alarmArn' | 'state' | 'actionsEnabled' | 'alarmActions'
>;

/** AWS enables actions unless told otherwise. */
function commonOf(alarm: MetricAlarm | CompositeAlarm, kind: Alarm['kind']): Common {
  return {
    kind,
    name: text(alarm.AlarmName, 'AlarmName'),
    alarmArn: text(alarm.AlarmArn, 'AlarmArn'),
    state: alarm.StateValue ?? 'UNKNOWN',
    actionsEnabled: alarm.ActionsEnabled ?? true,
    alarmActions: list(alarm.AlarmActions),
  };
}

function ownMetric(alarm: MetricAlarm): readonly AlarmMetric[] {
  const { Namespace, MetricName, Dimensions } = alarm;
  if (MetricName === undefined) return [];
  const statistic = alarm.Statistic ?? alarm.ExtendedStatistic ?? null;
  return [metricOf({ Namespace, MetricName, Dimensions }, statistic, alarm.Period)];
}

function metricOfQuery({ MetricStat }: MetricDataQuery): readonly AlarmMetric[] {
  if (MetricStat?.Metric === undefined) return [];
  return [metricOf(MetricStat.Metric, MetricStat.Stat ?? null, MetricStat.Period)];
}

function metricOf(
  { Namespace, MetricName, Dimensions }: MetricOfAlarm,
  statistic: string | null,
  period: number | undefined,
): AlarmMetric {
  return {
    namespace: Namespace ?? '',
    metricName: MetricName ?? '',
    dimensions: list(Dimensions).map(({ Name, Value }) => ({
      name: Name ?? '',
      value: Value ?? '',
    })),
    statistic,
    periodSeconds: period ?? null,
  };
}
