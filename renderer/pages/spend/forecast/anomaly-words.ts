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

/** What of a driver its anomaly's series does not say already, without where it was; null where nothing is left. */
function furtherWords(
  { values }: Pick<Driver, 'values'>,
  { dimension }: Pick<Anomaly, 'dimension'>,
  labels: Labels,
): string | null {
  const { region: _, account: __, ...told } = values;
  const others = Object.entries(told).filter(([name]) => name !== dimension);
  return others.length === 0 ? null : driverWords({ values: Object.fromEntries(others) }, labels);
}

/** How many times the usual something was; for what never was before, that it is new. */
export function timesWords({ times }: Pick<Driver, 'times'>): string {
  return times === null ? 'new' : `${timesInShort({ times })} its usual`;
}

function timesInShort({ times }: Pick<Driver, 'times'>): string {
  return times === null ? 'new' : `${Number(times.toPrecision(2))}x`;
}

/**
 * The story in one line, each factor beside what it is of:
 * `+$412.30 on 14 October: batch-etl, 4.8x its usual, most by cache writes on Claude Opus 5.5 (9.3x)`.
 */
export function anomalySentence(anomaly: Anomaly, labels: Labels): string {
  const head = `+${formatMoney(anomaly.excessUsd)} on ${dayName(anomaly.day)}`;
  const whose = `${head}: ${seriesWords(anomaly, labels)}, ${timesWords(anomaly)}`;
  const [first, ...others] = anomaly.drivers;
  const further = first === undefined ? null : furtherWords(first, anomaly, labels);
  if (first === undefined || further === null) return whose;
  const more = others.length === 0 ? '' : `, and ${others.length} more`;
  return `${whose}, most by ${further} (${timesInShort(first)})${more}`;
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
