import type { UseQueryResult } from '@tanstack/react-query';
import type { SpendAnswer } from '../../shared/api/answers.ts';
import type { Input } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/model/app-error.ts';
import type { Day, Period } from '../../shared/model/period.ts';
import { elapsedPart, usualComparison } from '../period.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { usePeriod, useToday } from '../workspace.ts';

/** The spend of the chosen period, with what it is compared with. */
export interface SpendOverTime {
  readonly now: UseQueryResult<SpendAnswer, AppError>;
  readonly period: Period;
  readonly today: Day;
}

/** Asks for the spend of the chosen period, compared with the one before. */
export function useSpend(question: Pick<Input<'spend.get'>, 'groupBy' | 'filter'>): SpendOverTime {
  const [period] = usePeriod();
  const today = useToday();
  const compare = usualComparison(elapsedPart(period, today));
  const now = useAnswer('spend.get', { ...period, ...question, compare }, { keepPrevious: true });
  return { now, period, today };
}
