import { describe, expect, it } from 'vitest';
import {
  insightsMetrics,
  namesInRule,
} from '../../../../../electron/backend/collectors/money/alarm-texts.ts';
import {
  toCompositeAlarm,
  toMetricAlarm,
  watchingBedrock,
} from '../../../../../electron/backend/collectors/money/alarms.ts';

const ARN = 'arn:aws:cloudwatch:us-east-1:111122223333:alarm:';
const named = (AlarmName: string) => ({ AlarmName, AlarmArn: `${ARN}${AlarmName}` });

describe('the alarms that a rule names', () => {
  it.each([
    ['ALARM("a")', ['a']],
    ['ALARM(a) AND NOT OK(b-2)', ['a', 'b-2']],
    [`INSUFFICIENT_DATA(${ARN}with:colon) OR ALARM("${ARN}b")`, ['b', 'with:colon']],
    ['ALARM("with space") OR (ALARM("a") AND OK("a"))', ['with space', 'a']],
    ['ALARM("say \\"hi\\"")', ['say "hi"']],
    ['AT_LEAST(2, ALARM, (a, b, "c d"))', ['c d', 'a', 'b']],
    ['AT_LEAST(50%, NOT OK, (a, b))', ['a', 'b']],
    ['TRUE', []],
    ['', []],
  ])('%s', (rule, names) => {
    expect(namesInRule(rule)).toEqual(names);
  });
});

describe('the metric of a query', () => {
  it.each([
    ['SELECT SUM(InvocationThrottles) FROM SCHEMA("AWS/Bedrock", ModelId) GROUP BY ModelId', 'SUM'],
    ['select max("InvocationThrottles") from "AWS/Bedrock"', 'max'],
  ])('%s', (expression, statistic) => {
    expect(insightsMetrics(expression)).toEqual([
      {
        namespace: 'AWS/Bedrock',
        metricName: 'InvocationThrottles',
        dimensions: [],
        statistic,
        periodSeconds: null,
      },
    ]);
  });

  it('metric math names none', () => {
    expect(insightsMetrics('100 * (m2 + m3) / m1')).toEqual([]);
  });
});

const cases = [
  {
    name: 'of the least that AWS tells',
    alarm: named('bare'),
    expected: {
      kind: 'metric',
      state: 'UNKNOWN',
      actionsEnabled: true,
      alarmActions: [],
      metrics: [],
      threshold: null,
      evaluationPeriods: null,
    },
  },
  {
    name: 'on one metric, with a threshold of zero and without actions',
    alarm: {
      ...named('zero'),
      Namespace: 'AWS/Bedrock',
      MetricName: 'Invocations',
      Dimensions: [{ Name: 'ModelId', Value: 'm' }],
      ExtendedStatistic: 'p95',
      Period: 60,
      Threshold: 0,
      ActionsEnabled: false,
      ComparisonOperator: 'LessThanOrEqualToThreshold' as const,
    },
    expected: {
      actionsEnabled: false,
      threshold: 0,
      comparison: 'LessThanOrEqualToThreshold',
      metrics: [
        {
          namespace: 'AWS/Bedrock',
          metricName: 'Invocations',
          dimensions: [{ name: 'ModelId', value: 'm' }],
          statistic: 'p95',
          periodSeconds: 60,
        },
      ],
    },
  },
  {
    name: 'on metric math over a metric of another namespace',
    alarm: {
      ...named('math'),
      Metrics: [
        { Id: 'e1', Expression: 'm1 / m2' },
        {
          Id: 'm1',
          MetricStat: {
            Metric: { Namespace: 'AWS/BedrockMantle', MetricName: 'Inferences' },
            Period: 300,
            Stat: 'Sum',
          },
        },
        {
          Id: 'm2',
          MetricStat: {
            Metric: { Namespace: 'Shop', MetricName: 'Orders' },
            Period: 300,
            Stat: 'Sum',
          },
        },
      ],
    },
    expected: {
      expressions: ['m1 / m2'],
      metrics: [{ namespace: 'AWS/BedrockMantle' }, { namespace: 'Shop' }],
    },
  },
  {
    name: 'on PromQL',
    alarm: {
      ...named('prom'),
      EvaluationCriteria: { PromQLCriteria: { Query: 'sum({"AWS/Bedrock/Invocations"}) > 5' } },
    },
    expected: { expressions: ['sum({"AWS/Bedrock/Invocations"}) > 5'], metrics: [] },
  },
];

describe('a metric alarm', () => {
  it.each(cases)('$name', ({ alarm, expected }) => {
    expect(toMetricAlarm(alarm)).toMatchObject(expected);
  });

  it('without name is refused', () => {
    expect(() => toMetricAlarm({ AlarmArn: ARN })).toThrow(/AlarmName/);
  });
});

describe('what watches Bedrock', () => {
  const on = (name: string, Namespace: string) =>
    toMetricAlarm({ ...named(name), Namespace, MetricName: 'm' });
  const over = (name: string, AlarmRule: string) => toCompositeAlarm({ ...named(name), AlarmRule });

  it.each([
    ['AWS/Bedrock', true],
    ['AWS/BedrockMantle', true],
    ['AWS/Bedrock/Guardrails', true],
    ['AWS/Bedrock-AgentCore', true],
    ['Bedrock-AgentCore', true],
    ['AWS/Lambda', false],
    ['Shop/Bedrock', false],
  ])('the namespace %s', (namespace, watches) => {
    expect(watchingBedrock([on('a', namespace)])).toHaveLength(watches ? 1 : 0);
  });

  it('composite alarms over any steps, in any order, a circle included', () => {
    const all = [
      over('top', 'ALARM("middle")'),
      over('middle', 'ALARM("leaf") OR ALARM("top")'),
      over('other', 'ALARM("lambda")'),
      on('leaf', 'AWS/Bedrock'),
      on('lambda', 'AWS/Lambda'),
    ];
    expect(watchingBedrock(all).map(({ name }) => name)).toEqual(['top', 'middle', 'leaf']);
  });

  it('a query and PromQL by their text', () => {
    const [, , , prom] = cases;
    const query = { Id: 'q', Expression: 'SELECT SUM(m) FROM SCHEMA("AWS/Bedrock/Agents")' };
    const alarms = [
      toMetricAlarm(prom?.alarm ?? {}),
      toMetricAlarm({ ...named('q'), Metrics: [query] }),
    ];
    expect(watchingBedrock(alarms)).toHaveLength(2);
  });
});
