import { useAnswer } from '../../../queries/use-answer.ts';
import { usePeriod } from '../../../workspace.ts';

/** Something to choose or type. */
export interface NameOption {
  readonly value: string;
}

/** Names to suggest: what the period's events name, and the teams of the rules. */
export function useNames(): {
  readonly accounts: readonly NameOption[];
  readonly regions: readonly NameOption[];
  readonly principals: readonly NameOption[];
  readonly teams: readonly NameOption[];
} {
  const [period] = usePeriod();
  const facets = useAnswer('events.facets', { ...period }, { keepPrevious: true }).data;
  const rules = useAnswer('settings.get', {}).data?.teamRules ?? [];
  const teams = [...new Set(rules.flatMap(({ team }) => team ?? []))].sort();
  return {
    accounts: (facets?.accounts ?? []).map(({ value }) => ({ value })),
    regions: (facets?.regions ?? []).map(({ value }) => ({ value })),
    principals: (facets?.principals ?? []).map(({ value }) => ({ value })),
    teams: teams.map((value) => ({ value })),
  };
}
