import type { UseQueryResult } from '@tanstack/react-query';
import type { PromptEstimate } from '../../../shared/api/answers.ts';
import type { AppError } from '../../../shared/model/app-error.ts';
import { useDebounced } from '../../components/use-debounced.ts';
import { useAnswer } from '../../queries/use-answer.ts';
import type { CheckedPrompt } from './prompt-form.ts';

const TYPING_REST_MS = 400;
const NOT_ASKED = {
  connectionId: '-',
  region: 'us-east-1',
  modelId: '-',
  prompt: '-',
  maxTokens: 1,
};

/** The estimate of what is typed, asked for once typing rests; nothing while the form is incomplete. */
export function usePromptEstimate(
  checked: CheckedPrompt,
): UseQueryResult<PromptEstimate, AppError> {
  const key = useDebounced(checked.ok ? JSON.stringify(checked.input) : '', TYPING_REST_MS);
  const current = checked.ok && JSON.stringify(checked.input) === key ? checked.input : null;
  return useAnswer('prompt.estimate', current ?? NOT_ASKED, {
    enabled: current !== null,
    keepPrevious: checked.ok,
  });
}
