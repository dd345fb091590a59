import type { KnownKey } from '../../../../shared/api/answers.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { usePeriod } from '../../../workspace.ts';
import type { NameOption } from './use-names.ts';

/** Keys to suggest, and the values of one. */
export interface KeyOptions {
  readonly keys: readonly NameOption[];
  readonly valuesOf: (key: string) => readonly NameOption[];
}

/** The keys of tags or of request metadata that there are in the period; none until they are known. */
export function useKeys(kind: 'tag' | 'metadata'): KeyOptions {
  const [period] = usePeriod();
  const { data } = useAnswer('spend.keys', { ...period }, { keepPrevious: true });
  const known: readonly KnownKey[] = (kind === 'tag' ? data?.tags : data?.metadata) ?? [];
  return {
    keys: known.map(({ key }) => ({ value: key })),
    valuesOf: (key) =>
      (known.find((one) => one.key === key)?.values ?? [])
        .filter((value) => value.trim() !== '')
        .map((value) => ({ value })),
  };
}
