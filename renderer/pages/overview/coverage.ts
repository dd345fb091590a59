import type { CoverageRow } from '../../../shared/api/answers.ts';

/** How much could be read: rows that a service does not offer in their Region do not count. */
export function coverageCounts(rows: readonly CoverageRow[]): {
  readonly read: number;
  readonly readable: number;
  readonly gaps: number;
} {
  const readable = rows.filter(({ outcome }) => outcome.status !== 'unavailable');
  const read = readable.filter(({ outcome }) => outcome.status === 'collected').length;
  return { read, readable: readable.length, gaps: readable.length - read };
}

/** Something that was not read, in all the places where it ended the same way. */
export interface Gap {
  readonly key: string;
  readonly name: string;
  readonly status: 'denied' | 'failed';
  /** The IAM action to grant; null when the reason is not a permission. */
  readonly action: string | null;
  readonly reason: string;
  /** `111122223333 eu-west-1`, ... */
  readonly places: readonly string[];
}

/** What was denied or failed, grouped by dataset and missing action; denied ones first. */
export function gapsOf(rows: readonly CoverageRow[]): readonly Gap[] {
  const gaps = new Map<string, Gap>();
  for (const { name, outcome, accountId, region } of rows) {
    if (outcome.status !== 'denied' && outcome.status !== 'failed') continue;
    const action = outcome.status === 'denied' ? outcome.action : null;
    const key = `${outcome.status} ${name} ${action ?? outcome.reason}`;
    const known = gaps.get(key);
    const places = [...(known?.places ?? []), `${accountId} ${region}`];
    gaps.set(key, { key, name, status: outcome.status, action, reason: outcome.reason, places });
  }
  return [...gaps.values()].sort((a, b) =>
    a.status === b.status ? 0 : a.status === 'denied' ? -1 : 1,
  );
}
