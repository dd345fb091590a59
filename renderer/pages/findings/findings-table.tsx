import Button from '@cloudscape-design/components/button';
import type { RuleInfo } from '../../../shared/api/answers.ts';
import { type Finding, SEVERITIES } from '../../../shared/model/finding.ts';
import { Breakable } from '../../components/breakable.tsx';
import { PlaceLines } from '../../components/place-lines.tsx';
import { FindingStatusBadge, SeverityBadge } from '../../components/severity-badge.tsx';
import { Empty } from '../../components/states.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { shortArn } from '../../format.ts';
import { STATUSES } from './finding-view.ts';

interface FindingsTableProps {
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleInfo[];
  readonly loading: boolean;
  readonly openId: string;
  readonly onOpen: (finding: Finding) => void;
  /** Shows every finding there is. */
  readonly onClear: () => void;
}

/** The findings that the filter keeps, worst first. */
export function FindingsTable(props: FindingsTableProps) {
  const titles = new Map(props.rules.map(({ id, title }) => [id, title]));
  return (
    <DataTable
      id="findings"
      wrap
      title="Findings"
      main
      columns={columnsWith(titles)}
      rows={props.findings}
      trackBy={(finding) => finding.id}
      loading={props.loading}
      openId={props.openId}
      onOpen={props.onOpen}
      empty={
        <Empty
          title="No findings match"
          action={<Button onClick={props.onClear}>Show all findings</Button>}
        >
          Passing and not-applicable ones are left out unless you ask for them.
        </Empty>
      }
    />
  );
}

function columnsWith(titles: ReadonlyMap<string, string>): readonly Column<Finding>[] {
  return [
    {
      id: 'rule',
      header: 'Rule',
      cell: (finding) => (
        <span title={finding.ruleId}>{titles.get(finding.ruleId) ?? finding.ruleId}</span>
      ),
      csv: (finding) => finding.ruleId,
      sort: (finding) => titles.get(finding.ruleId) ?? finding.ruleId,
      width: 146,
      grow: 1,
    },
    {
      id: 'severity',
      header: 'Severity',
      cell: (finding) => <SeverityBadge severity={finding.severity} />,
      csv: (finding) => finding.severity,
      sort: (finding) => SEVERITIES.indexOf(finding.severity),
      width: 122,
      shown: 'roomy',
    },
    {
      id: 'status',
      header: 'Status',
      cell: (finding) => <FindingStatusBadge status={finding.status} />,
      csv: (finding) => finding.status,
      sort: (finding) => STATUSES.indexOf(finding.status),
      width: 102,
    },
    {
      id: 'resource',
      header: 'Resource',
      cell: (finding) => (
        <span title={finding.resource}>
          <Breakable text={shortArn(finding.resource)} />
        </span>
      ),
      csv: (finding) => finding.resource,
      sort: (finding) => finding.resource,
      width: 140,
      grow: 2,
      shown: 'roomy',
    },
    {
      id: 'reason',
      header: 'Reason',
      cell: (finding) => (
        <span title={finding.reason}>
          <Breakable text={finding.reason} />
        </span>
      ),
      csv: (finding) => finding.reason,
      width: 240,
      grow: 4,
    },
    {
      id: 'account',
      header: 'Account',
      cell: (finding) => <PlaceLines {...finding} />,
      csv: (finding) => finding.accountId,
      sort: (finding) => finding.accountId,
      width: 132,
      shown: 'roomy',
    },
    {
      id: 'region',
      header: 'Region',
      cell: (finding) => finding.region,
      csv: (finding) => finding.region,
      sort: (finding) => finding.region,
      width: 116,
      shown: false,
    },
  ];
}
