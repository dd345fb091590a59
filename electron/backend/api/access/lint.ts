import type { LintKind } from '../../../../shared/access/lint/lint-finding.ts';
import { lintPolicy } from '../../../../shared/access/lint/lint-policy.ts';
import type { PlacedPolicy } from '../../../../shared/access/world/access-world.ts';
import type { LintFoundRow } from '../../../../shared/api/access-answers.ts';
import type { Page } from '../../../../shared/api/answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import type { AccessBase } from './access-base.ts';

/** A policy with the principals that it bears on. */
interface Found {
  readonly policy: PlacedPolicy;
  readonly accountId: string;
  principals: number;
}

const KINDS: Readonly<Record<PlacedPolicy['type'], LintKind>> = {
  identity: 'identity',
  boundary: 'identity',
  session: 'identity',
  scp: 'scp',
  rcp: 'rcp',
  resource: 'resource',
};

/** What is wrong in the policies that were read; those with errors first. AWS's own are left out. */
export function lintFound(
  { world }: AccessBase,
  { offset, limit, accountId }: Input<'access.lint-found'>,
): Page<LintFoundRow> {
  const rows = [...foundIn(world)]
    .filter((found) => accountId === undefined || found.accountId === accountId)
    .flatMap(lintedRow)
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.policy.name < b.policy.name ? -1 : 1));
  return { rows: rows.slice(offset, offset + limit), total: rows.length };
}

function foundIn({ principals, resources }: AccessBase['world']): Iterable<Found> {
  const found = new Map<string, Found>();
  const add = (policy: PlacedPolicy, accountId: string, times: number) => {
    const known = found.get(policy.id) ?? { policy, accountId, principals: 0 };
    known.principals += times;
    found.set(policy.id, known);
  };
  for (const { policies, accountId } of principals) {
    const { identity, boundary, scps } = policies;
    for (const policy of identity) add(policy, accountId, 1);
    if (boundary !== null) add(boundary, accountId, 1);
    for (const policy of (scps ?? []).flat()) add(policy, accountId, 1);
  }
  for (const [accountId, { rcps, resourcePolicies }] of resources) {
    for (const policy of [...(rcps ?? []).flat(), ...resourcePolicies.values()]) {
      add(policy, accountId, 0);
    }
  }
  return found.values();
}

function lintedRow({ policy, accountId, principals }: Found): readonly LintFoundRow[] {
  const { id, name, type, via, document } = policy;
  if (document === null || isAwsManaged(id)) return [];
  const { findings } = lintPolicy(document, KINDS[type]);
  if (findings.length === 0) return [];
  return [{ policy: { policyId: id, name, type, via, document }, accountId, principals, findings }];
}

/** `arn:aws:iam::aws:policy/...` and `arn:aws:organizations::aws:policy/...`: nobody can change them. */
function isAwsManaged(id: string): boolean {
  return /^arn:[^:]+:(iam|organizations)::aws:/.test(id);
}

const WEIGHTS = { error: 1_000, warning: 10, note: 1 } as const;

function weightOf({ findings }: LintFoundRow): number {
  return findings.reduce((sum, { severity }) => sum + WEIGHTS[severity], 0);
}
