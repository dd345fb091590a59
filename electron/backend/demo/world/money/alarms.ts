import type { Alarm, AlarmMetric } from '../../../../../shared/model/dataset.ts';
import { ACCOUNT } from '../organization.ts';

interface Place {
  readonly accountId: string;
  readonly region: string;
}

/** What an alarm is made of; the rest follows from its place. */
type AlarmPlan = Pick<Alarm, 'name'> & Partial<Omit<Alarm, 'name' | 'alarmArn'>>;

const THROTTLES = metric('InvocationThrottles');
const CALLS = metric('Invocations');
const CLIENT_ERRORS = metric('InvocationClientErrors');
const SERVER_ERRORS = metric('InvocationServerErrors');
const TOKENS_QUERY = 'SELECT SUM(OutputTokenCount) FROM SCHEMA("AWS/Bedrock", ModelId)';

/** The shop watches throttles, errors and tokens, one of them inside metric math, one by a query. */
const SHOP: readonly AlarmPlan[] = [
  { name: 'bedrock-throttles', metrics: [THROTTLES], threshold: 25 },
  {
    name: 'bedrock-error-share',
    metrics: [CALLS, CLIENT_ERRORS, SERVER_ERRORS],
    expressions: ['100 * (m2 + m3) / m1'],
    threshold: 5,
    state: 'INSUFFICIENT_DATA',
  },
  {
    name: 'bedrock-output-tokens',
    metrics: [{ ...metric('OutputTokenCount'), statistic: 'SUM', periodSeconds: null }],
    expressions: [TOKENS_QUERY],
    threshold: 2_000_000,
    state: 'ALARM',
  },
  {
    name: 'guardrail-interventions',
    metrics: [{ ...metric('InvocationsIntervened'), namespace: 'AWS/Bedrock/Guardrails' }],
    threshold: 50,
    actionsEnabled: false,
  },
  {
    name: 'checkout-5xx',
    metrics: [{ ...metric('HTTPCode_Target_5XX_Count'), namespace: 'AWS/ApplicationELB' }],
    threshold: 10,
  },
  composite('assistant-health', 'ALARM("bedrock-throttles") OR ALARM("bedrock-error-share")'),
  composite('shop-health', 'ALARM("assistant-health") OR ALARM("checkout-5xx")'),
  composite('checkout-health', 'ALARM("checkout-5xx")'),
];

/** The support desk watches throttles alone, with a threshold nobody is told of. */
const SUPPORT: readonly AlarmPlan[] = [
  { name: 'claude-throttled', metrics: [THROTTLES], threshold: 1, alarmActions: [] },
];

/** Every alarm of one account and Region; most have none. */
export function alarmsIn(accountId: string, region: string): readonly Alarm[] {
  const place = { accountId, region };
  if (accountId === ACCOUNT.platform && region === 'us-east-1') return SHOP.map(at(place));
  if (accountId === ACCOUNT.support && region === 'eu-west-1') return SUPPORT.map(at(place));
  return [];
}

function at({ accountId, region }: Place): (plan: AlarmPlan) => Alarm {
  return (plan) => {
    const single = plan.rule === undefined || plan.rule === null;
    return {
      kind: single ? 'metric' : 'composite',
      alarmArn: `arn:aws:cloudwatch:${region}:${accountId}:alarm:${plan.name}`,
      state: 'OK',
      actionsEnabled: true,
      alarmActions: [`arn:aws:sns:${region}:${accountId}:platform-alerts`],
      metrics: [],
      expressions: [],
      threshold: null,
      comparison: single ? 'GreaterThanThreshold' : null,
      evaluationPeriods: single ? 3 : null,
      rule: null,
      children: [],
      ...plan,
    };
  };
}

function composite(name: string, rule: string): AlarmPlan {
  const children = Array.from(rule.matchAll(/"([^"]+)"/g), ([, child = '']) => child);
  return { name, rule, children };
}

function metric(metricName: string): AlarmMetric {
  return {
    namespace: 'AWS/Bedrock',
    metricName,
    dimensions: [],
    statistic: 'Sum',
    periodSeconds: 300,
  };
}
