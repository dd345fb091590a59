import {
  type Finding,
  type FindingStatus,
  SEVERITIES,
  type Severity,
} from '../../../shared/model/finding.ts';

/** What the findings table is narrowed to; empty lists do not narrow. */
export interface FindingFilter {
  readonly statuses: readonly FindingStatus[];
  readonly severities: readonly Severity[];
  readonly rules: readonly string[];
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly text: string;
}

/** In the order in which they deserve attention. */
export const STATUSES: readonly FindingStatus[] = ['fail', 'unknown', 'pass', 'not-applicable'];

/** What a reader sees unless the address says otherwise: what is wrong and what nobody knows. */
export const OPEN_STATUSES: readonly FindingStatus[] = ['fail', 'unknown'];

/** The findings that a filter keeps, worst first. */
export function filterFindings(findings: readonly Finding[], filter: FindingFilter): Finding[] {
  const text = filter.text.trim().toLowerCase();
  return findings
    .filter(
      (finding) =>
        keeps(filter.statuses, finding.status) &&
        keeps(filter.severities, finding.severity) &&
        keeps(filter.rules, finding.ruleId) &&
        keeps(filter.accounts, finding.accountId) &&
        keeps(filter.regions, finding.region) &&
        (text === '' || searchText(finding).includes(text)),
    )
    .sort(compareFindings);
}

/** Failing before unknown before the rest, then by severity, rule and resource. */
export function compareFindings(left: Finding, right: Finding): number {
  return (
    STATUSES.indexOf(left.status) - STATUSES.indexOf(right.status) ||
    SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
    left.ruleId.localeCompare(right.ruleId) ||
    left.resource.localeCompare(right.resource) ||
    left.region.localeCompare(right.region)
  );
}

/** Why findings are unknown: each missing permission (or other reason) with its findings' count. */
export function unknownCauses(
  findings: readonly Finding[],
): readonly { readonly cause: string; readonly permission: boolean; readonly findings: number }[] {
  const counts = new Map<string, { permission: boolean; findings: number }>();
  for (const finding of findings) {
    if (finding.status !== 'unknown') continue;
    const permissions = new Map(
      finding.missing.map((missing) => [missing.action ?? missing.reason, missing.action !== null]),
    );
    for (const [cause, permission] of permissions) {
      const known = counts.get(cause);
      counts.set(cause, { permission, findings: (known?.findings ?? 0) + 1 });
    }
  }
  return [...counts]
    .map(([cause, count]) => ({ cause, ...count }))
    .sort((left, right) => right.findings - left.findings);
}

/** The page's answer in one sentence: what is open by severity, and what is unknown and why. */
export function headline(findings: readonly Finding[]): string {
  const failing = findings.filter((finding) => finding.status === 'fail');
  const unknown = findings.filter((finding) => finding.status === 'unknown');
  return `${failingPart(failing, unknown.length)}${unknownPart(unknown)}`;
}

function failingPart(failing: readonly Finding[], unknown: number): string {
  if (failing.length === 0) {
    return unknown === 0 ? 'No open findings.' : 'No rule is known to fail.';
  }
  const parts = SEVERITIES.flatMap((severity) => {
    const count = failing.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  const noun = failing.length === 1 ? 'open finding' : 'open findings';
  return `${failing.length} ${noun}: ${parts.join(', ')}.`;
}

function unknownPart(unknown: readonly Finding[]): string {
  if (unknown.length === 0) return '';
  const causes = unknownCauses(unknown);
  const named = causes.slice(0, 2).map(({ cause, permission }) => {
    return permission ? `${cause} is not granted` : cause.replace(/\.$/, '');
  });
  const more = causes.length > 2 ? ` and ${causes.length - 2} more` : '';
  const because = named.length === 0 ? '' : ` because ${named.join(', ')}${more}`;
  return ` ${unknown.length} unknown${because}.`;
}

function keeps<T>(allowed: readonly T[], value: T): boolean {
  return allowed.length === 0 || allowed.includes(value);
}

function searchText(finding: Finding): string {
  return `${finding.ruleId} ${finding.resource} ${finding.reason} ${finding.accountId} ${finding.region}`.toLowerCase();
}
