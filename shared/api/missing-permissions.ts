import type { ReadOutcome } from '../model/dataset.ts';
import { deniedResource, refusedBy } from '../model/read-outcome.ts';
import type { CoverageRow } from './coverage.ts';

/** An action that a policy of the reader's own would allow. */
export interface MissingGrant {
  readonly action: string;
  /** The ARN that was denied; null where AWS named none. */
  readonly resource: string | null;
  /** The datasets and sources that lack it. */
  readonly names: readonly string[];
  /** The accounts whose reader lacks it. */
  readonly accountIds: readonly string[];
}

/** A denial that no policy of the reader's own lifts. */
export interface Refusal {
  readonly action: string;
  readonly resource: string | null;
  /** What refuses, in AWS's words: `resource-based policy`, `service control policy`. */
  readonly by: string;
  readonly accountIds: readonly string[];
}

/** Every denial of the coverage once, by action and resource. */
export interface MissingPermissions {
  readonly grants: readonly MissingGrant[];
  readonly refusals: readonly Refusal[];
}

/** One denied action on one thing, in one reading. */
interface Denial {
  readonly action: string;
  readonly resource: string | null;
  readonly by: string | null;
  readonly row: CoverageRow;
}

/**
 * What was denied, on what, and to whom: actions that a policy can grant, apart from those that
 * something else refuses. What was read is not in it.
 */
export function missingPermissions(rows: readonly CoverageRow[]): MissingPermissions {
  const found = new Map<string, Denial[]>();
  for (const denial of rows.flatMap(denialsOf)) {
    const key = `${denial.action} ${denial.resource} ${denial.by}`;
    found.set(key, [...(found.get(key) ?? []), denial]);
  }
  const groups = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, same]) => same);
  return { grants: groups.flatMap(grantOf), refusals: groups.flatMap(refusalOf) };
}

function denialsOf(row: CoverageRow): readonly Denial[] {
  const whole = denialOf(row, row.outcome, undefined);
  return [...whole, ...row.gaps.flatMap((gap) => denialOf(row, gap.outcome, gap.resources))];
}

function denialOf(
  row: CoverageRow,
  outcome: ReadOutcome,
  resources: readonly string[] | undefined,
): readonly Denial[] {
  if (outcome.status !== 'denied') return [];
  const { action, reason } = outcome;
  const named = resources ?? [deniedResource(reason)];
  return named.map((resource) => ({ action, resource, by: refusedBy(reason), row }));
}

function grantOf(same: readonly Denial[]): readonly MissingGrant[] {
  const [first] = same;
  if (first === undefined || first.by !== null) return [];
  const { action, resource } = first;
  const names = distinct(same.map(({ row }) => row.name));
  return [{ action, resource, names, accountIds: accountsOf(same) }];
}

function refusalOf(same: readonly Denial[]): readonly Refusal[] {
  const [first] = same;
  if (first === undefined || first.by === null) return [];
  const { action, resource, by } = first;
  return [{ action, resource, by, accountIds: accountsOf(same) }];
}

function accountsOf(same: readonly Denial[]): readonly string[] {
  return distinct(same.map(({ row }) => row.accountId));
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
