import type { SpendAnomalies, SpendForecast } from '../../../../shared/api/answers.ts';
import type { ForecastBar } from '../../../charts/forecast-days-props.ts';
import { anomalySentence } from './anomaly-words.ts';

/** Known days, expected days and unusual days as bars, in order. */
export function forecastBars(
  { days, forecast }: SpendForecast,
  unusual: SpendAnomalies | undefined,
): readonly ForecastBar[] {
  const known = new Map(days.map((each) => [each.day, each]));
  const expected = new Map((forecast.found ? forecast.days : []).map((each) => [each.day, each]));
  const inOrder = [...new Set([...known.keys(), ...expected.keys()])].sort();
  return inOrder.map((day) => {
    const first = unusual?.anomalies.find((each) => each.day === day);
    return {
      day,
      knownUsd: known.get(day)?.usd ?? null,
      incomplete: known.get(day)?.complete === false,
      estimate: expected.get(day) ?? null,
      mark:
        first === undefined || unusual === undefined
          ? null
          : anomalySentence(first, unusual.labels),
    };
  });
}
