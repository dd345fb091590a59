import type { Finding } from '../model/finding.ts';
import { type ItemColumn, type Table, tableOf } from './table.ts';

const SEVERITY_ORDER = ['critical', 'high', 'medium', 'low'];
const STATUS_ORDER = ['fail', 'unknown', 'pass', 'not-applicable'];

const COLUMNS: readonly ItemColumn<Finding>[] = [
  { id: 'severity', title: 'Severity', kind: 'text', value: (finding) => finding.severity },
  { id: 'status', title: 'Status', kind: 'text', value: (finding) => finding.status },
  { id: 'rule', title: 'Rule', kind: 'text', value: (finding) => finding.ruleId },
  { id: 'account', title: 'Account', kind: 'text', value: (finding) => finding.accountId },
  { id: 'region', title: 'Region', kind: 'text', value: (finding) => finding.region },
  { id: 'resource', title: 'Resource', kind: 'text', value: (finding) => finding.resource },
  { id: 'reason', title: 'Reason', kind: 'text', value: (finding) => finding.reason },
  {
    id: 'missing_actions',
    title: 'Missing permission',
    kind: 'text',
    value: (finding) => finding.missing.flatMap(({ action }) => action ?? []).join(', ') || null,
  },
];

/** Findings as a table, what fails first, then by severity, rule, account and Region. */
export function tableOfFindings(findings: readonly Finding[]): Table {
  return tableOf(COLUMNS, worstFirst(findings), [summaryOf(findings)]);
}

/** What fails first, then by severity and id. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status) ||
      SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity) ||
      (a.id < b.id ? -1 : 1),
  );
}

function summaryOf(findings: readonly Finding[]): string {
  const counts = STATUS_ORDER.map((status) => {
    const count = findings.filter((finding) => finding.status === status).length;
    return `${count} ${status}`;
  });
  return `${findings.length} findings: ${counts.join(', ')}.`;
}
