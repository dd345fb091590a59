import { type Finding, SEVERITIES, type Severity } from '../../../shared/model/finding.ts';
import { countOf, shortArn } from '../../format.ts';

/** A rule with the resources that it fails for. */
export interface FailingRule {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

/** Open findings by rule: gravest first, then the rule that fails most often. */
export function failingRules(open: readonly Finding[]): readonly FailingRule[] {
  const rules = new Map<string, FailingRule>();
  for (const finding of open) {
    const { ruleId, severity } = finding;
    const findings = [...(rules.get(ruleId)?.findings ?? []), finding];
    rules.set(ruleId, { ruleId, severity, findings });
  }
  const rank = ({ severity }: FailingRule) => SEVERITIES.indexOf(severity);
  return [...rules.values()].sort(
    (a, b) => rank(a) - rank(b) || b.findings.length - a.findings.length,
  );
}

/** Where a rule fails: the reason of its one finding, or how many resources in how many accounts. */
export function failureWords(findings: readonly Finding[]): string {
  const [only, ...others] = findings;
  if (only !== undefined && others.length === 0) {
    return `${shortArn(only.resource)} in ${only.accountId} ${only.region}: ${only.reason}`;
  }
  const accounts = new Set(findings.map(({ accountId }) => accountId)).size;
  const regions = new Set(findings.map(({ region }) => region)).size;
  return `Fails ${countOf(findings.length, 'time')}, in ${countOf(accounts, 'account')} and ${countOf(regions, 'Region')}`;
}

/** Unknown answers and why: what was not read, or read without telling. Empty where there is none. */
export function unknownWords(findings: readonly Pick<Finding, 'status' | 'missing'>[]): string {
  const unknown = findings.filter(({ status }) => status === 'unknown');
  const unread = unknown.filter(({ missing }) => missing.length > 0).length;
  const untold = unknown.length - unread;
  if (unknown.length === 0) return '';
  const answers = `${countOf(unknown.length, 'answer')} unknown`;
  if (untold === 0) return `${answers}, because something was not read`;
  if (unread === 0) return `${answers}: what was read does not tell`;
  return `${answers}: of ${unread} something was not read, of ${untold} what was read does not tell`;
}
