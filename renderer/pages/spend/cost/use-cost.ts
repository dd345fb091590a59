import { useMemo } from 'react';
import { type Granularity, type TimeBucket, timeBuckets } from '../../../charts/time-bucket.ts';
import { elapsedPart, previousPeriod } from '../../../period.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { askedMeasure } from '../../../spend/spend-measure.ts';
import type { SpendOverTime } from '../../../spend/use-spend.ts';
import { usePeriod, useToday, useWorkspace } from '../../../workspace.ts';
import { usageInputOf } from '../usage-input.ts';
import { type CostValues, comparisonFor, granularityFor } from './cost-filters.ts';

/** The answers behind the cost tab. */
export interface CostOverTime extends SpendOverTime {
  readonly granularity: Granularity;
  readonly buckets: readonly TimeBucket[];
}

/** Asks for the spend that the address names, and by group for the period it is compared with. */
export function useCost(values: CostValues): CostOverTime {
  const [chosen] = usePeriod();
  const today = useToday();
  const { now: clock } = useWorkspace();
  const period = useMemo(() => elapsedPart(chosen, today), [chosen, today]);
  const granularity = granularityFor(values.granularity, period);
  const compare = comparisonFor(values.compare, period);
  const filter = useMemo(() => usageInputOf(values), [values]);
  const question = { groupBy: values.groupBy, measure: askedMeasure(values.measure), ...filter };
  const now = useAnswer(
    'spend.get',
    {
      ...period,
      ...question,
      granularity,
      attribution: true,
      ...(compare === null ? {} : { compare }),
    },
    { keepPrevious: true },
  );
  const compared = now.data?.previous?.period ?? previousPeriod(period, today);
  const before = useAnswer(
    'spend.get',
    { ...compared, ...question, granularity: 'month' },
    { keepPrevious: true, enabled: now.data?.previous !== undefined },
  );
  const incompleteDays = now.data?.incompleteDays;
  const buckets = useMemo(
    () => timeBuckets({ period, granularity, incompleteDays: incompleteDays ?? [], now: clock }),
    [period, granularity, incompleteDays, clock],
  );
  return { now, before, period, compared, today, granularity, buckets };
}
