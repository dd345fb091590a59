import type { Alarm, AlarmMetric } from '../../../../../shared/model/dataset.ts';
import { msOfInstant } from '../../../../../shared/model/period.ts';
import { cborTime } from '../../protocols/cbor.ts';
import { integerOf, textOf, textsOf } from '../../protocols/input.ts';
import { pageOf, readToken, requestKey } from '../../protocols/page.ts';
import type { Call } from '../../service.ts';
import { invalidInput, WireFault } from '../../wire-fault.ts';

const MAX_PAGE = 100;
const DEFAULT_PAGE = 50;

/** DescribeAlarms: metric alarms alone unless composite ones are asked for too. */
export function describeAlarms(call: Call): object {
  const { input, identity, region, world } = call;
  const size = integerOf(input, 'MaxRecords') ?? DEFAULT_PAGE;
  if (size < 1 || size > MAX_PAGE) throw invalidInput('The value for MaxRecords must be 1 to 100.');
  const request = requestKey(input, `${identity.accountId} ${region}`, ['NextToken', 'MaxRecords']);
  const token = textOf(input, 'NextToken');
  const offset = token === undefined ? 0 : readToken(token, request)?.offset;
  if (offset === undefined) {
    throw new WireFault('InvalidNextToken', 400, 'The next token specified is invalid.');
  }
  const alarms = world.alarms(identity.accountId, region).filter((alarm) => isAsked(alarm, call));
  const page = pageOf(alarms, { offset, size, request });
  const at = cborTime(msOfInstant(world.now) - 86_400_000);
  const described = (kind: Alarm['kind'], describe: (alarm: Alarm) => object) =>
    page.items
      .filter((alarm) => alarm.kind === kind)
      .map((alarm) => ({
        ...describeCommon(alarm),
        ...describe(alarm),
        StateUpdatedTimestamp: at,
      }));
  return {
    MetricAlarms: described('metric', describeMetricAlarm),
    CompositeAlarms: described('composite', ({ rule }) => ({ AlarmRule: rule ?? '' })),
    ...(page.next === undefined ? {} : { NextToken: page.next }),
  };
}

function isAsked(alarm: Alarm, { input }: Call): boolean {
  const types = textsOf(input, 'AlarmTypes');
  const names = textsOf(input, 'AlarmNames');
  const prefix = textOf(input, 'AlarmNamePrefix') ?? '';
  const state = textOf(input, 'StateValue') ?? alarm.state;
  const type = alarm.kind === 'metric' ? 'MetricAlarm' : 'CompositeAlarm';
  return (
    (types.length === 0 ? type === 'MetricAlarm' : types.includes(type)) &&
    (names.length === 0 || names.includes(alarm.name)) &&
    alarm.name.startsWith(prefix) &&
    alarm.state === state
  );
}

function describeCommon(alarm: Alarm): object {
  return {
    AlarmName: alarm.name,
    AlarmArn: alarm.alarmArn,
    ActionsEnabled: alarm.actionsEnabled,
    AlarmActions: alarm.alarmActions,
    OKActions: [],
    InsufficientDataActions: [],
    StateValue: alarm.state,
    StateReason: `The alarm is in state ${alarm.state}. (Simulated account.)`,
  };
}

/** An alarm on one metric names it itself; metric math and queries come as a list. */
function describeMetricAlarm(alarm: Alarm): object {
  return {
    ...(alarm.expressions.length === 0 ? ownMetric(alarm.metrics[0]) : queries(alarm)),
    EvaluationPeriods: alarm.evaluationPeriods ?? 1,
    ...(alarm.threshold === null ? {} : { Threshold: alarm.threshold }),
    ...(alarm.comparison === null ? {} : { ComparisonOperator: alarm.comparison }),
    TreatMissingData: 'notBreaching',
  };
}

function ownMetric(metric: AlarmMetric | undefined): object {
  if (metric === undefined) return {};
  return {
    ...describeMetric(metric),
    Statistic: metric.statistic ?? 'Sum',
    Period: metric.periodSeconds ?? 60,
  };
}

function describeMetric({ namespace, metricName, dimensions }: AlarmMetric): object {
  return {
    Namespace: namespace,
    MetricName: metricName,
    Dimensions: dimensions.map(({ name, value }) => ({ Name: name, Value: value })),
  };
}

/** The metrics of a query stand inside its text; those of metric math stand beside it. */
function queries({ metrics, expressions }: Alarm): object {
  const isQuery = expressions.some((expression) => expression.startsWith('SELECT '));
  const stats = (isQuery ? [] : metrics).map((metric, index) => ({
    Id: `m${index + 1}`,
    MetricStat: {
      Metric: describeMetric(metric),
      Period: metric.periodSeconds ?? 60,
      Stat: metric.statistic ?? 'Sum',
    },
    ReturnData: false,
  }));
  const texts = expressions.map((Expression, index) => ({
    Id: `e${index + 1}`,
    Expression,
    ...(isQuery ? { Period: 300 } : {}),
    ReturnData: true,
  }));
  return { Metrics: [...stats, ...texts] };
}
