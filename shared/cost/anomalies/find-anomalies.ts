import { daysIn } from '../../model/period.ts';
import { parseUsd } from '../../model/usd.ts';
import { compareText } from '../prices-used.ts';
import type { Anomaly, AnomalyAnswer, AnomalyInput, Driver } from './anomaly-answer.ts';
import { type KnownDate, knownDates, moneyOf, readCells } from './calendar.ts';
import { type Candidate, candidatesOn, distinct, seriesOf } from './candidates.ts';
import { driversOf, explainedBy } from './drivers.ts';
import { DEFAULT_SENSITIVITY } from './judge-day.ts';

/** Known days before a day without which it is not judged: two weeks show each weekday twice. */
const LEAST_HISTORY = 14;

/**
 * Days on which the total, or a value of `seriesBy`, cost far more than such a day does: by its own
 * weekday rhythm and level, in robust deviations and in dollars. One story is told once: the series
 * of which most is unusual comes first, others of the day only for what it leaves unexplained.
 */
export function findAnomalies(input: AnomalyInput): AnomalyAnswer {
  const known = knownDates(input.knownDays);
  const isKnown = new Set(input.knownDays);
  const judgeable = new Set(known.slice(LEAST_HISTORY).map(({ day }) => day));
  const cells = readCells(input.cells).filter(({ day }) => isKnown.has(day));
  const series = seriesOf(cells, input.seriesBy);
  const sensitivity = { ...DEFAULT_SENSITIVITY, ...input.sensitivity };
  const judging = { known, sensitivity, dimensions: input.seriesBy };
  const days = daysIn(input.period);
  const judged = days.filter((day) => judgeable.has(day));
  const anomalies = judged.flatMap((day) => {
    const candidates = distinct(candidatesOn(day, series, judging), judging);
    return candidates.map((candidate) => anomalyOf(candidate, known, input.driversBy));
  });
  return {
    anomalies: anomalies.sort(byExcess),
    judgedDays: judged,
    unjudgedDays: days.filter((day) => !judgeable.has(day)),
  };
}

function anomalyOf(
  { day, series, excess }: Candidate,
  known: readonly KnownDate[],
  dimensions: readonly string[],
): Anomaly {
  const { dimension, value, cells } = series;
  const values: Driver['values'] = dimension === null ? {} : { [dimension]: value ?? '' };
  const drivers = driversOf({ day, cells, known, excess: excess.excess, values }, dimensions);
  const { deviations, firstSeen } = excess;
  const explained = explainedBy(drivers);
  return { day, dimension, value, ...moneyOf(excess), deviations, firstSeen, drivers, explained };
}

function byExcess(a: Anomaly, b: Anomaly): number {
  const [left, right] = [parseUsd(a.excessUsd), parseUsd(b.excessUsd)];
  if (left !== right) return left < right ? 1 : -1;
  return compareText(b.day, a.day);
}
