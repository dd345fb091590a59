import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SpendAnomalies, SpendForecast } from '../../../../shared/api/answers.ts';
import type { AppError } from '../../../../shared/model/app-error.ts';
import { addDays, monthOf, type Period } from '../../../../shared/model/period.ts';
import { elapsedPart } from '../../../period.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { usePeriod, useToday } from '../../../workspace.ts';
import type { UsageValues } from '../usage-filters.ts';
import { type UsageInput, usageInputOf } from '../usage-input.ts';

/** The answers behind the tab: the month that the period ends in, and the unusual days up to then. */
export interface ForecastOverTime {
  readonly forecast: UseQueryResult<SpendForecast, AppError>;
  readonly anomalies: UseQueryResult<SpendAnomalies, AppError>;
  /** Which days are judged. */
  readonly judged: Period;
}

/** Asks for the forecast of the month, and for anomalies from the chart's first day on. */
export function useForecast(values: UsageValues): ForecastOverTime {
  const [chosen] = usePeriod();
  const today = useToday();
  const period = useMemo(() => elapsedPart(chosen, today), [chosen, today]);
  const filter: { readonly filter?: UsageInput } = useMemo(() => usageInputOf(values), [values]);
  const month = monthOf(addDays(period.to, -1));
  const forecast = useAnswer('spend.forecast', { month, ...filter }, { keepPrevious: true });
  const firstShown = forecast.data?.days[0]?.day ?? period.from;
  const judged = { from: firstShown < period.from ? firstShown : period.from, to: period.to };
  const anomalies = useAnswer(
    'spend.anomalies',
    { ...judged, ...filter },
    { keepPrevious: true, enabled: !forecast.isPending },
  );
  return { forecast, anomalies, judged };
}
