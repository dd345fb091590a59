import type { RuleInfo } from '../../../shared/api/answers.ts';
import { type Finding, SEVERITIES } from '../../../shared/model/finding.ts';
import { PropertyBar } from '../../components/property-bar.tsx';
import { countOf } from '../../format.ts';
import type { FindingValues } from './finding-filters.ts';
import { STATUSES } from './finding-view.ts';

interface FindingsFilterBarProps {
  readonly values: FindingValues;
  readonly rules: readonly RuleInfo[];
  readonly findings: readonly Finding[];
  readonly shown: number;
  readonly onChange: (patch: Partial<FindingValues>) => void;
}

/** Narrows the findings; what fails and what is unknown is chosen at first. */
export function FindingsFilterBar(props: FindingsFilterBarProps) {
  const { values, rules, findings, shown, onChange } = props;
  const { statuses, severities, accounts, regions, text } = values;
  return (
    <PropertyBar
      label="Filter findings"
      placeholder="Filter by status, severity, rule, account, Region, or any text"
      query={{ lists: { statuses, severities, rules: values.rules, accounts, regions }, text }}
      countText={countOf(shown, 'finding')}
      properties={[
        { key: 'statuses', label: 'Status', plural: 'Statuses', options: valued(STATUSES) },
        { key: 'severities', label: 'Severity', plural: 'Severities', options: valued(SEVERITIES) },
        {
          key: 'rules',
          label: 'Rule',
          plural: 'Rules',
          options: rules.map(({ id, title }) => ({ value: id, note: title })),
        },
        {
          key: 'accounts',
          label: 'Account',
          plural: 'Accounts',
          options: distinct(findings.map((finding) => finding.accountId)),
        },
        {
          key: 'regions',
          label: 'Region',
          plural: 'Regions',
          options: distinct(findings.map((finding) => finding.region)),
        },
      ]}
      onChange={({ lists, text: typed }) =>
        onChange({
          statuses: STATUSES.filter((status) => lists.statuses?.includes(status)),
          severities: SEVERITIES.filter((severity) => lists.severities?.includes(severity)),
          rules: lists.rules ?? [],
          accounts: lists.accounts ?? [],
          regions: lists.regions ?? [],
          text: typed,
          findingId: '',
        })
      }
    />
  );
}

function valued(values: readonly string[]) {
  return values.map((value) => ({ value }));
}

function distinct(values: readonly string[]) {
  return valued([...new Set(values)].sort());
}
