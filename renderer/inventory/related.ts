import type { Finding } from '../../shared/model/finding.ts';
import type { Entry, Fact } from './entry.ts';

/** The findings that are open and about an entry. */
export function openFindingsOf(
  { awsId, accountId, region }: Entry,
  findings: readonly Finding[],
): readonly Finding[] {
  const id = awsId.split('/').at(-1) ?? awsId;
  return findings.filter(
    (finding) =>
      (finding.status === 'fail' || finding.status === 'unknown') &&
      finding.accountId === accountId &&
      finding.region === region &&
      finding.resource.includes(id),
  );
}

/** The ARNs of the roles that a fact names. */
export function rolesOf(fact: Fact | undefined): readonly string[] {
  return (fact?.values ?? []).flatMap(({ thing, full }) =>
    thing === 'role' && full !== undefined ? [full] : [],
  );
}

/** The entries of the same account that name an entry by its id. */
export function usersOf(entry: Entry, candidates: readonly Entry[]): readonly Entry[] {
  const id = entry.awsId.split('/').at(-1) ?? entry.awsId;
  return candidates.filter(
    (candidate) =>
      candidate.id !== entry.id &&
      candidate.accountId === entry.accountId &&
      JSON.stringify(candidate.item).includes(id),
  );
}
