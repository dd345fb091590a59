import type { RuleInfo } from '../../../shared/api/answers.ts';
import { type Finding, type FindingStatus, SEVERITIES } from '../../../shared/model/finding.ts';

/** How one rule ended over all resources. */
export interface RuleCounts {
  readonly rule: RuleInfo;
  readonly counts: Readonly<Record<FindingStatus, number>>;
}

/** Every rule with its counts, worst first; rules without any finding are listed too. */
export function countByRule(
  rules: readonly RuleInfo[],
  findings: readonly Finding[],
): readonly RuleCounts[] {
  return rules
    .map((rule) => ({ rule, counts: countStatuses(findings.filter((f) => f.ruleId === rule.id)) }))
    .sort(
      (left, right) =>
        Number(right.counts.fail > 0) - Number(left.counts.fail > 0) ||
        SEVERITIES.indexOf(left.rule.severity) - SEVERITIES.indexOf(right.rule.severity) ||
        right.counts.fail - left.counts.fail ||
        left.rule.id.localeCompare(right.rule.id),
    );
}

/** How many findings have each status. */
export function countStatuses(
  findings: readonly Finding[],
): Readonly<Record<FindingStatus, number>> {
  const counts = { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 };
  for (const finding of findings) counts[finding.status] += 1;
  return counts;
}
