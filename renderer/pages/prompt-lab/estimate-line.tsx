import type { UseQueryResult } from '@tanstack/react-query';
import type { PromptEstimate } from '../../../shared/api/answers.ts';
import type { AppError } from '../../../shared/model/app-error.ts';
import type { CheckedPrompt } from './prompt-form.ts';
import { estimateText } from './run-label.ts';

interface EstimateLineProps {
  readonly checked: CheckedPrompt;
  readonly estimate: UseQueryResult<PromptEstimate, AppError>;
}

/** Tokens and price of what is typed, or why they are not known. */
export function EstimateLine({ checked, estimate }: EstimateLineProps) {
  if (!checked.ok) return 'Tokens and price are shown here before anything is sent.';
  if (estimate.error !== null) return `No estimate: ${estimate.error.message}`;
  if (estimate.data === undefined) return 'Estimating tokens and price.';
  return estimateText(estimate.data, checked.input.maxTokens);
}
