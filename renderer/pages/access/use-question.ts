import { useMemo } from 'react';
import type { Input } from '../../../shared/api/contract.ts';
import { useFilters } from '../../filters.ts';
import { type QuestionValues, questionFilters } from './access-filters.ts';

/** Which call is asked about, and what is fixed of it, as the contract wants it. */
export type Question = Input<'access.matrix'>;

/** The question that the address holds. */
export function questionOf({ operation, region, context, assume }: QuestionValues): Question {
  const keys = Object.fromEntries(Object.entries(context).map(([key, list]) => [key, [...list]]));
  return {
    operation,
    region: region === '' ? null : region,
    context: { keys, assumeUnreadAllows: assume === 'allows' },
  };
}

/** The question of the address: every tab that decides about calls asks it. */
export function useQuestion(): Question {
  const [values] = useFilters(questionFilters);
  return useMemo(() => questionOf(values), [values]);
}
