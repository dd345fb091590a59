import type { SpendAnomalies, SpendForecast } from '../../../../shared/api/answers.ts';
import { formatMoney } from '../../../../shared/model/money-text.ts';
import type { Period } from '../../../../shared/model/period.ts';
import { countOf } from '../../../format.ts';
import { monthLabel, periodPhrase } from '../../../period.ts';

/** The tab's answer in one sentence: where the month ends, and how sure that is. */
export function forecastSentence({ month, forecast }: SpendForecast): string {
  const name = monthLabel(month);
  if (!forecast.found) return `There is no forecast of ${name}: ${forecast.reason}`;
  const { expectedUsd, lowUsd, highUsd } = forecast;
  if (forecast.days.length === 0)
    return `${name} is over: its metered usage cost ${formatMoney(expectedUsd)}.`;
  return `Metered usage of ${name} is expected to end at ${formatMoney(expectedUsd)}, between ${formatMoney(lowUsd)} and ${formatMoney(highUsd)} in 8 of 10 cases.`;
}

/** What a forecast rests on, in one sentence; null where there is none, and where nothing is estimated. */
export function basisWords({ forecast }: SpendForecast): string | null {
  if (!forecast.found || forecast.days.length === 0) return null;
  const rhythm = forecast.weekdayRhythm
    ? 'with the rhythm of weekdays'
    : 'too few to tell weekdays apart';
  return `Rests on ${countOf(forecast.historyDays, 'complete day')}, ${rhythm}.`;
}

/** How many unusual days there were, in one sentence. */
export function anomalyCountWords(
  { anomalies, judgedDays, unjudgedDays }: SpendAnomalies,
  period: Period,
): string {
  const days = new Set(anomalies.map(({ day }) => day)).size;
  const judged =
    unjudgedDays.length === 0
      ? ''
      : ` ${countOf(judgedDays.length, 'day')} could be judged, ${unjudgedDays.length} could not.`;
  const found = days === 0 ? 'No unusual day' : `${countOf(days, 'unusual day')}`;
  return `${found} ${periodPhrase(period)}.${judged}`;
}
