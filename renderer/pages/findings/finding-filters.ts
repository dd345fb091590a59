import { SEVERITIES } from '../../../shared/model/finding.ts';
import {
  choiceFilter,
  choicesFilter,
  type FilterValues,
  listFilter,
  textFilter,
} from '../../filters.ts';
import { type FindingFilter, OPEN_STATUSES, STATUSES } from './finding-view.ts';

/** What of the findings page stands in the address. */
export const findingFilters = {
  statuses: choicesFilter('status', STATUSES, OPEN_STATUSES),
  severities: choicesFilter('severity', SEVERITIES, []),
  rules: listFilter('rule'),
  accounts: listFilter('account'),
  regions: listFilter('region'),
  text: textFilter('text'),
  view: choiceFilter('view', ['findings', 'rules'], 'findings'),
  findingId: textFilter('id'),
} as const;

export type FindingValues = FilterValues<typeof findingFilters>;

/** The part of the address that narrows the findings. */
export function findingFilterOf(values: FindingValues): FindingFilter {
  const { statuses, severities, rules, accounts, regions, text } = values;
  return { statuses, severities, rules, accounts, regions, text };
}
