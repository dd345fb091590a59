import type { RuleInfo } from '../../../../shared/api/answers.ts';
import type { Finding, MissingReading } from '../../../../shared/model/finding.ts';

/** A failing finding, changed as a case needs it. */
export function buildFinding(change: Partial<Finding> = {}): Finding {
  return {
    id: 'rule-a/111122223333/us-east-1/resource',
    ruleId: 'rule-a',
    severity: 'high',
    status: 'fail',
    accountId: '111122223333',
    region: 'us-east-1',
    resource: 'resource',
    reason: 'it is off',
    evidence: [],
    missing: [],
    ...change,
  };
}

/** A reading that a permission kept away. */
export function buildMissing(action: string | null, reason = 'access denied'): MissingReading {
  return { dataset: 'guardrails', accountId: '111122223333', region: 'us-east-1', action, reason };
}

/** A rule, changed as a case needs it. */
export function buildRule(change: Partial<RuleInfo> = {}): RuleInfo {
  return {
    id: 'rule-a',
    title: 'Rule A',
    severity: 'high',
    theme: 'logging',
    rationale: 'because',
    remediation: { console: 'click', cli: 'aws', terraform: 'resource' },
    references: [],
    frameworks: [],
    ...change,
  };
}
