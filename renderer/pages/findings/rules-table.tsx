import type { RuleInfo } from '../../../shared/api/answers.ts';
import { type Finding, type FindingStatus, SEVERITIES } from '../../../shared/model/finding.ts';
import { PageLink } from '../../components/page-link.tsx';
import { SeverityBadge } from '../../components/severity-badge.tsx';
import { Empty } from '../../components/states.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { exactCount } from '../../format.ts';
import { STATUSES } from './finding-view.ts';
import { countByRule, type RuleCounts } from './rule-counts.ts';

interface RulesTableProps {
  readonly rules: readonly RuleInfo[];
  readonly findings: readonly Finding[];
  readonly loading: boolean;
}

/** Every rule with how many resources fail, pass, are unknown or not concerned. */
export function RulesTable({ rules, findings, loading }: RulesTableProps) {
  return (
    <DataTable
      id="rules"
      title="Rules"
      main
      description="A figure opens the findings it counts"
      columns={COLUMNS}
      rows={countByRule(rules, findings)}
      trackBy={({ rule }) => rule.id}
      loading={loading}
      empty={<Empty title="No rules">Every rule would be listed here with its counts.</Empty>}
    />
  );
}

const COLUMNS: readonly Column<RuleCounts>[] = [
  {
    id: 'rule',
    header: 'Rule',
    cell: ({ rule }) => (
      <PageLink to="/findings" query={{ rule: rule.id, status: STATUSES.join(',') }}>
        {rule.title}
      </PageLink>
    ),
    csv: ({ rule }) => rule.id,
    sort: ({ rule }) => rule.title,
    width: 340,
  },
  {
    id: 'severity',
    header: 'Severity',
    cell: ({ rule }) => <SeverityBadge severity={rule.severity} />,
    csv: ({ rule }) => rule.severity,
    sort: ({ rule }) => SEVERITIES.indexOf(rule.severity),
    width: 112,
  },
  {
    id: 'theme',
    header: 'Theme',
    cell: ({ rule }) => rule.theme,
    csv: ({ rule }) => rule.theme,
    sort: ({ rule }) => rule.theme,
    width: 112,
  },
  countColumn('fail', 'Fail'),
  countColumn('unknown', 'Unknown'),
  countColumn('pass', 'Pass'),
  countColumn('not-applicable', 'Not applicable'),
];

function countColumn(status: FindingStatus, header: string): Column<RuleCounts> {
  return {
    id: status,
    header,
    align: 'end',
    width: status === 'not-applicable' ? 140 : 104,
    cell: ({ rule, counts }) =>
      counts[status] === 0 ? (
        '0'
      ) : (
        <PageLink
          to="/findings"
          query={{ rule: rule.id, status }}
          ariaLabel={`${counts[status]} ${status} of ${rule.title}`}
        >
          {exactCount(counts[status])}
        </PageLink>
      ),
    csv: ({ counts }) => counts[status],
    sort: ({ counts }) => counts[status],
  };
}
