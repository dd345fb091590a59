import {
  type Finding,
  type FindingStatus,
  SEVERITIES,
  type Severity,
} from '../../../shared/model/finding.ts';
import { unknownText } from '../../../shared/model/unknown-reasons.ts';

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

const PERMISSIONS_NAMED = 2;

/** One reason that all of them share is told as it is; else how many are unknown for which. */
function unknownPart(unknown: readonly Finding[]): string {
  if (unknown.length === 0) return '';
  const causes = new Set(
    unknown.flatMap(({ missing }) =>
      missing.map(({ action, reason }) =>
        action === null ? reason.replace(/\.$/, '') : `${action} is not granted`,
      ),
    ),
  );
  const [cause] = causes;
  const shared = causes.size === 1 && unknown.every(({ missing }) => missing.length > 0);
  if (shared) return ` ${unknown.length} unknown because ${cause}.`;
  return ` ${unknownText(unknown, PERMISSIONS_NAMED)}.`;
}

function keeps<T>(allowed: readonly T[], value: T): boolean {
  return allowed.length === 0 || allowed.includes(value);
}

function searchText(finding: Finding): string {
  return `${finding.ruleId} ${finding.resource} ${finding.reason} ${finding.accountId} ${finding.region}`.toLowerCase();
}
