import type { LintFinding } from '../../../../shared/access/lint/lint-finding.ts';
import { lintPolicy } from '../../../../shared/access/lint/lint-policy.ts';
import type { PlacedPolicy } from '../../../../shared/access/world/access-world.ts';
import type { LintFoundRow } from '../../../../shared/api/access-answers.ts';
import type { Page } from '../../../../shared/api/answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import type { AccessBase } from './access-base.ts';
import { type FoundPolicy, kindOfPolicy, placedPolicies } from './placed-policies.ts';

/** What is wrong in the policies that were read, the worst first. AWS's own are left out. */
export function lintFound(
  { world }: AccessBase,
  { offset, limit, accountId }: Input<'access.lint-found'>,
): Page<LintFoundRow> {
  const rows = placedPolicies(world)
    .filter((found) => accountId === undefined || found.accountId === accountId)
    .flatMap(lintedRow)
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.policy.name < b.policy.name ? -1 : 1));
  return { rows: rows.slice(offset, offset + limit), total: rows.length };
}

function lintedRow({ policy, accountId, principals }: FoundPolicy): readonly LintFoundRow[] {
  const { id, name, type, via, document } = policy;
  const findings = findingsIn(policy) ?? [];
  if (findings.length === 0) return [];
  return [{ policy: { policyId: id, name, type, via, document }, accountId, principals, findings }];
}

/** What is wrong in a policy; null where it was not read, and of AWS's own. */
export function findingsIn(policy: PlacedPolicy): readonly LintFinding[] | null {
  const { id, document } = policy;
  if (document === null || isAwsManaged(id)) return null;
  return lintPolicy(document, kindOfPolicy(policy)).findings;
}

/** `arn:aws:iam::aws:policy/...` and `arn:aws:organizations::aws:policy/...`: nobody can change them. */
function isAwsManaged(id: string): boolean {
  return /^arn:[^:]+:(iam|organizations)::aws:/.test(id);
}

const WEIGHTS = { error: 1_000, warning: 10, note: 1 } as const;

function weightOf({ findings }: LintFoundRow): number {
  return findings.reduce((sum, { severity }) => sum + WEIGHTS[severity], 0);
}
