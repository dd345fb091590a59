import type { UseQueryResult } from '@tanstack/react-query';
import type { SpendAnswer } from '../../shared/api/answers.ts';
import type { Input } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/model/app-error.ts';
import type { Day, Period } from '../../shared/model/period.ts';
import { previousPeriod } from '../period.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { usePeriod, useToday } from '../workspace.ts';

/** The spend of the chosen period, beside that of the period it is compared with. */
export interface SpendOverTime {
  readonly now: UseQueryResult<SpendAnswer, AppError>;
  readonly before: UseQueryResult<SpendAnswer, AppError>;
  readonly period: Period;
  readonly compared: Period;
  readonly today: Day;
}

/** Asks for the spend of the chosen period and of the one before, grouped and narrowed alike. */
export function useSpend(question: Pick<Input<'spend.get'>, 'groupBy' | 'filter'>): SpendOverTime {
  const [period] = usePeriod();
  const today = useToday();
  const compared = previousPeriod(period, today);
  const now = useAnswer('spend.get', { ...period, ...question }, { keepPrevious: true });
  const before = useAnswer('spend.get', { ...compared, ...question }, { keepPrevious: true });
  return { now, before, period, compared, today };
}
