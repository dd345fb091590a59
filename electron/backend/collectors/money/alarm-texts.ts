import type { AlarmMetric } from '../../../../shared/model/dataset.ts';

const QUOTED = /"((?:[^"\\]|\\.)*)"/g;
const STATES = /\b(?:ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*([^()"\s][^()"]*?)\s*\)/g;
const AT_LEAST = /\bAT_LEAST\s*\([^,]*,[^,]*,\s*\(([^()]*)\)/g;

/**
 * The names of the alarms in the rule of a composite alarm, which writes them with or without quotes
 * and as names or ARNs (CloudWatch API reference, PutCompositeAlarm, AlarmRule).
 */
export function namesInRule(rule: string): readonly string[] {
  const quoted = Array.from(rule.matchAll(QUOTED), ([, name = '']) => name.replace(/\\(.)/g, '$1'));
  const plain = rule.replace(QUOTED, ' ');
  const states = Array.from(plain.matchAll(STATES), ([, name = '']) => name);
  const counted = Array.from(plain.matchAll(AT_LEAST), ([, names = '']) => names.split(',')).flat();
  const names = [...quoted, ...states, ...counted].map((name) => nameOf(name.trim()));
  return [...new Set(names.filter((name) => name !== ''))];
}

function nameOf(name: string): string {
  return name.startsWith('arn:') ? name.split(':').slice(6).join(':') : name;
}

const FROM = /\bFROM\s+(?:SCHEMA\s*\(\s*)?"([^"]+)"/i;
const SELECT = /\bSELECT\s+(\w+)\s*\(\s*"?([\w.-]+)"?\s*\)/i;

/** The metric of a Metrics Insights query; metric math that is no query names none. */
export function insightsMetrics(expression: string): readonly AlarmMetric[] {
  const [, namespace] = FROM.exec(expression) ?? [];
  const [, statistic, metricName] = SELECT.exec(expression) ?? [];
  if (namespace === undefined || statistic === undefined || metricName === undefined) return [];
  return [{ namespace, metricName, dimensions: [], statistic, periodSeconds: null }];
}
