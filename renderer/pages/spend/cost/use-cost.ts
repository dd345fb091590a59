import { useMemo, useState } from 'react';
import { type Granularity, type TimeBucket, timeBuckets } from '../../../charts/time-bucket.ts';
import { elapsedPart } from '../../../period.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import type { Grouping } from '../../../spend/grouping.ts';
import { askedMeasure, type SpendMeasureId } from '../../../spend/spend-measure.ts';
import type { SpendOverTime } from '../../../spend/use-spend.ts';
import { usePeriod, useToday, useWorkspace } from '../../../workspace.ts';
import { usageInputOf } from '../usage-input.ts';
import { type CostValues, comparisonFor, granularityFor } from './cost-filters.ts';

/** By what the figures on the screen are grouped, measured and cut into time. */
export interface ShownAs {
  readonly groupBy: Grouping;
  readonly measure: SpendMeasureId;
  readonly granularity: Granularity;
}

/** The answers behind the cost tab. */
export interface CostOverTime extends SpendOverTime, ShownAs {
  readonly buckets: readonly TimeBucket[];
}

/** Asks for the spend that the address names, with the period it is compared with. */
export function useCost(values: CostValues): CostOverTime {
  const [chosen] = usePeriod();
  const today = useToday();
  const { now: clock } = useWorkspace();
  const period = useMemo(() => elapsedPart(chosen, today), [chosen, today]);
  const compare = comparisonFor(values.compare, period);
  const { groupBy, measure } = values;
  const granularity = granularityFor(values.granularity, period);
  const filter = useMemo(() => usageInputOf(values), [values]);
  const now = useAnswer(
    'spend.get',
    {
      ...period,
      ...filter,
      groupBy,
      measure: askedMeasure(measure),
      granularity,
      attribution: true,
      ...(compare === null ? {} : { compare }),
    },
    { keepPrevious: true },
  );
  const shown = useShownAs({ groupBy, measure, granularity }, now.isPlaceholderData);
  const incompleteDays = now.data?.incompleteDays;
  const buckets = useMemo(
    () =>
      timeBuckets({
        period,
        granularity: shown.granularity,
        incompleteDays: incompleteDays ?? [],
        now: clock,
      }),
    [period, shown.granularity, incompleteDays, clock],
  );
  return { now, period, today, ...shown, buckets };
}

/** What the figures stand for: while the last answer is still shown, what was asked for then. */
function useShownAs({ groupBy, measure, granularity }: ShownAs, waiting: boolean): ShownAs {
  const [shown, setShown] = useState<ShownAs>({ groupBy, measure, granularity });
  const same =
    shown.groupBy === groupBy && shown.measure === measure && shown.granularity === granularity;
  if (!waiting && !same) {
    const next = { groupBy, measure, granularity };
    setShown(next);
    return next;
  }
  return shown;
}
