import type { UseQueryResult } from '@tanstack/react-query';
import type { LintFoundRow } from '../../../../shared/api/access-answers.ts';
import type { Page } from '../../../../shared/api/answers.ts';
import type { AppError } from '../../../../shared/model/app-error.ts';
import { useAnswer } from '../../../queries/use-answer.ts';

/** How many policies are shown at most. */
export const FOUND_LIMIT = 1_000;

/** The policies in which something is wrong, with what it is. */
export function useFoundPolicies(): UseQueryResult<Page<LintFoundRow>, AppError> {
  return useAnswer('access.lint-found', { offset: 0, limit: FOUND_LIMIT });
}
