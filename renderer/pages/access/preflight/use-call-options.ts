import { useMemo } from 'react';
import type { AccessMatrix } from '../../../../shared/api/access-answers.ts';
import { useAnswer } from '../../../queries/use-answer.ts';

/** Something that a call can name. */
export interface CallOption {
  readonly value: string;
  readonly label: string;
}

/** What calls can name: models by their id, profiles by their id or ARN. */
export function useCallOptions(matrix: AccessMatrix | undefined): readonly CallOption[] {
  const profiles = useAnswer('models.profiles', {}).data?.profiles;
  return useMemo(() => {
    const named = (profiles ?? []).map(({ type, profileId, name, evidence }) => ({
      value: type === 'APPLICATION' ? evidence.item.profileArn : profileId,
      label: `${name}, profile`,
    }));
    const models = (matrix?.models ?? []).map(({ modelId, label }) => ({ value: modelId, label }));
    return [...models, ...named];
  }, [matrix, profiles]);
}
