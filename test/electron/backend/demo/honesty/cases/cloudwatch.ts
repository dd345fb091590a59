import { call } from '../honesty-case.ts';

const MetricDataQueries = ['Invocations', 'InputTokenCount'].map((MetricName, index) => ({
  Id: `m${index}`,
  MetricStat: {
    Metric: { Namespace: 'AWS/Bedrock', MetricName, Dimensions: [] },
    Period: 86_400,
    Stat: 'Sum',
  },
}));

export const cloudwatchCases = [
  call('cloudwatch', 'ListMetrics', { Namespace: 'AWS/Bedrock' }),
  call('cloudwatch', 'GetMetricData', {
    MetricDataQueries,
    StartTime: new Date('2026-11-10T00:00:00Z'),
    EndTime: new Date('2026-11-20T00:00:00Z'),
  }),
];
