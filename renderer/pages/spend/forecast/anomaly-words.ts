import type { Anomaly, Driver, SpendAnomalies } from '../../../../shared/api/answers.ts';
import { unitNamed } from '../../../../shared/model/billable-units.ts';
import { formatMoney } from '../../../../shared/model/money-text.ts';
import { principalName } from '../../../components/principal-name.ts';
import { formatShare } from '../../../format.ts';
import type { QueryValues } from '../../../navigation.ts';
import { dayName } from '../../../period.ts';

type Labels = SpendAnomalies['labels'];

/** The order in which the values of a driver read as one phrase, each with the word before it. */
const PHRASE = [
  ['unit', ''],
  ['principal', 'by'],
  ['model', 'on'],
  ['region', 'in'],
  ['account', 'of'],
] as const;

const SHORT_UNITS: Readonly<Record<string, string>> = {
  'cache-write-tokens': 'cache writes',
  'cache-write-5m-tokens': 'cache writes (5 min)',
  'cache-write-30m-tokens': 'cache writes (30 min)',
  'cache-write-1h-tokens': 'cache writes (1 h)',
  'cache-read-tokens': 'cache reads',
  'input-tokens': 'input tokens',
  'output-tokens': 'output tokens',
};

/** Tells an anomaly from others of its answer. */
export function anomalyId({ day, dimension, value }: Anomaly): string {
  return [day, dimension ?? '', value ?? ''].join(' ').trim();
}

/** What people call a value: the answer's label, or the value itself. */
function valueName(dimension: string, value: string, labels: Labels): string {
  if (dimension === 'unit') {
    return SHORT_UNITS[value] ?? unitNamed(value)?.label.toLowerCase() ?? value;
  }
  return principalName(labels[`${dimension} ${value}`] ?? value);
}

/** The values of a driver as one phrase: `cache writes by batch-etl on Claude Opus 5.5`. */
export function driverWords({ values }: Pick<Driver, 'values'>, labels: Labels): string {
  const parts = PHRASE.flatMap(([dimension, word]) => {
    const value = values[dimension];
    return value === undefined ? [] : [{ word, name: valueName(dimension, value, labels) }];
  });
  if (parts.length === 0) return 'everything together';
  return parts.map(({ word, name }, at) => (at === 0 ? name : `${word} ${name}`)).join(' ');
}

/** The same without where it was, for one line; the place alone where nothing else is told. */
function shortDriverWords({ values }: Pick<Driver, 'values'>, labels: Labels): string {
  const { region: _, account: __, ...others } = values;
  return driverWords({ values: Object.keys(others).length === 0 ? values : others }, labels);
}

/** How many times the usual something was; for what never was before, that it is new. */
export function timesWords({ times }: Pick<Driver, 'times'>): string {
  return times === null ? 'new' : `${Number(times.toPrecision(2))}x its usual`;
}

/** The story in one line: `+$412.30 on 14 October: cache writes by batch-etl, 9.3x its usual`. */
export function anomalySentence(anomaly: Anomaly, labels: Labels): string {
  const head = `+${formatMoney(anomaly.excessUsd)} on ${dayName(anomaly.day)}`;
  const [first, ...others] = anomaly.drivers;
  if (first === undefined)
    return `${head}: ${seriesWords(anomaly, labels)}, ${timesWords(anomaly)}`;
  const more = others.length === 0 ? '' : `, and ${others.length} more`;
  return `${head}: ${shortDriverWords(first, labels)}, ${timesWords(first)}${more}`;
}

/** What was unusual: the total, or one value of a dimension. */
export function seriesWords({ dimension, value }: Anomaly, labels: Labels): string {
  if (dimension === null || value === null) return 'everything together';
  return valueName(dimension, value, labels);
}

/** How much of the excess the drivers tell, in a sentence. */
export function explainedWords({ explained, drivers }: Anomaly): string {
  if (drivers.length === 0) return 'No single value tells where the excess comes from.';
  return `These tell ${formatShare(explained, 1) ?? 'none'} of the excess.`;
}

/** Where the invocations behind a driver are listed: the cost tab, narrowed, with its day open. */
export function driverQuery(anomaly: Anomaly, { values }: Pick<Driver, 'values'>): QueryValues {
  const { model, principal, region, account, unit } = values;
  return {
    ...(model === undefined ? {} : { model }),
    ...(principal === undefined ? {} : { principal }),
    ...(region === undefined ? {} : { region }),
    ...(account === undefined ? {} : { account }),
    ...(unit === undefined ? {} : { unit }),
    groupBy: 'unit',
    calls: anomaly.day,
  };
}
