import type { PolicyFoundRow } from '../../../../shared/api/access-answers.ts';
import type { Page } from '../../../../shared/api/answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import type { AccessBase } from './access-base.ts';
import { findingsIn } from './lint.ts';
import { type FoundPolicy, placedPolicies } from './placed-policies.ts';

/** What a whole organisation meets stands first. */
const TYPES: readonly PolicyFoundRow['type'][] = [
  'scp',
  'rcp',
  'resource',
  'boundary',
  'identity',
  'session',
];

/** Every policy that bears on a decision, by type and name; only one asked for by its id has its document. */
export function policiesFound(
  { world }: AccessBase,
  { offset, limit, accountId, text = '', policyId }: Input<'access.policies-found'>,
): Page<PolicyFoundRow> {
  const asked = text.trim().toLowerCase();
  const found = placedPolicies(world)
    .filter((one) => accountId === undefined || one.accountId === accountId)
    .filter(({ policy }) => policyId === undefined || policy.id === policyId)
    .filter(({ policy: { name, id } }) => `${name} ${id}`.toLowerCase().includes(asked))
    .sort(byTypeAndName);
  const rows = found.slice(offset, offset + limit).map((one) => rowOf(one, policyId !== undefined));
  return { rows, total: found.length };
}

function rowOf({ policy, accountId, principals }: FoundPolicy, isWhole: boolean): PolicyFoundRow {
  const { id, name, type, via, document } = policy;
  return {
    ...{ policyId: id, name, type, via, accountId, principals },
    findings: findingsIn(policy)?.length ?? null,
    document: isWhole ? document : null,
  };
}

function byTypeAndName({ policy: a }: FoundPolicy, { policy: b }: FoundPolicy): number {
  const byType = TYPES.indexOf(a.type) - TYPES.indexOf(b.type);
  return byType || compare(a.name, b.name) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
