import { useMemo } from 'react';
import type { PolicyText } from '../../../../shared/api/access-answers.ts';
import type { AppError } from '../../../../shared/model/app-error.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { useFoundPolicies } from '../parts/use-found-policies.ts';

/** The policies that can be edited, each once by its id. */
export interface EditablePolicies {
  readonly policies: readonly PolicyText[];
  readonly error: AppError | null;
  readonly loading: boolean;
  retry(): void;
}

/** What was read anywhere, and what bears on the principal that is looked at. */
export function useEditablePolicies(principalArn: string): EditablePolicies {
  const found = useFoundPolicies();
  const own = useAnswer('access.policies', { principalArn }, { enabled: principalArn !== '' });
  const policies = useMemo(() => {
    const all = [...(own.data ?? []), ...(found.data?.rows ?? []).map(({ policy }) => policy)];
    return [...new Map(all.map((policy) => [policy.policyId, policy])).values()];
  }, [own.data, found.data]);
  return {
    policies,
    error: found.error,
    loading: found.isPending || (principalArn !== '' && own.isPending),
    retry: () => void found.refetch(),
  };
}
