import type { ReadGap, ReadOutcome, Unread } from '../model/dataset.ts';
import type { Instant } from '../model/period.ts';
import { grantableAction } from '../model/read-outcome.ts';

/** How one dataset or source ended in one account and Region. */
export interface CoverageRow {
  readonly name: string;
  readonly kind: 'dataset' | 'source';
  readonly accountId: string;
  readonly region: string;
  readonly outcome: ReadOutcome;
  /** What is missing although it was collected. */
  readonly gaps: readonly ReadGap[];
  readonly readAt: Instant;
  readonly calls: number;
  readonly items: number;
}

/**
 * How a reading ended, in the order in which it deserves attention: `partial` was collected and
 * lacks something that was denied or failed, `collected` lacks nothing that there is.
 */
export const COVERAGE_STATES = ['denied', 'failed', 'partial', 'unavailable', 'collected'] as const;

export type CoverageState = (typeof COVERAGE_STATES)[number];

/** How many readings ended in each state. */
export type CoverageCounts = Readonly<Record<CoverageState, number>>;

/** One dataset or source over all accounts and Regions. */
export interface CoverageGroup {
  readonly name: string;
  readonly kind: CoverageRow['kind'];
  readonly counts: CoverageCounts;
  readonly items: number;
  readonly calls: number;
  /** When the reading was made that is longest ago. */
  readonly oldestAt: Instant;
}

/** Something that was not read, in all the places where it ended the same way. */
export interface NotRead {
  readonly name: string;
  /** `partial`: the rest of it was read. */
  readonly status: 'denied' | 'failed' | 'partial';
  /** The IAM action to grant; null when the reason is not a permission. */
  readonly action: string | null;
  readonly reason: string;
  readonly places: number;
  /** How many accounts and Regions the places are in; what an account has once counts as a Region. */
  readonly accounts: number;
  readonly regions: number;
  /** The first two places: `111122223333 eu-west-1`. */
  readonly examples: readonly string[];
}

/** What was read and what was not, by dataset and source. */
export interface CoverageSummary {
  readonly counts: CoverageCounts;
  /** Accounts of which anything was collected. */
  readonly accounts: number;
  readonly groups: readonly CoverageGroup[];
  /** Denied first, then failed, then partial. */
  readonly notRead: readonly NotRead[];
  /** The IAM actions that would let everything be read, sorted. */
  readonly missingActions: readonly string[];
}

/** What the coverage is narrowed to; empty lists do not narrow. */
export interface CoverageFilter {
  readonly names?: readonly string[] | undefined;
  readonly accounts?: readonly string[] | undefined;
  readonly regions?: readonly string[] | undefined;
  readonly states?: readonly CoverageState[] | undefined;
}

/** The state of a reading. */
export function coverageState({
  outcome,
  gaps,
}: Pick<CoverageRow, 'outcome' | 'gaps'>): CoverageState {
  const lacks = gaps.some((gap) => gap.outcome.status !== 'unavailable');
  return outcome.status === 'collected' && lacks ? 'partial' : outcome.status;
}

/** The rows that a filter keeps, worst first, then by name, account and Region. */
export function filterCoverage(
  rows: readonly CoverageRow[],
  { names, accounts, regions, states }: CoverageFilter,
): readonly CoverageRow[] {
  return rows
    .filter(
      (row) =>
        keeps(names, row.name) &&
        keeps(accounts, row.accountId) &&
        keeps(regions, row.region) &&
        keeps(states, coverageState(row)),
    )
    .sort((a, b) => rank(a) - rank(b) || compare(placeKey(a), placeKey(b)));
}

function keeps<T>(allowed: readonly T[] | undefined, value: T): boolean {
  return allowed === undefined || allowed.length === 0 || allowed.includes(value);
}

function rank(row: CoverageRow): number {
  return COVERAGE_STATES.indexOf(coverageState(row));
}

function placeKey({ name, accountId, region }: CoverageRow): string {
  return `${name} ${accountId} ${region}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The coverage in a size that does not grow with accounts and Regions. */
export function coverageSummary(rows: readonly CoverageRow[]): CoverageSummary {
  const byName = new Map<string, CoverageRow[]>();
  for (const row of rows) {
    const key = `${row.kind} ${row.name}`;
    const own = byName.get(key);
    if (own === undefined) byName.set(key, [row]);
    else own.push(row);
  }
  const notRead = notReadOf(rows);
  return {
    counts: countStates(rows),
    accounts: accountsIn(rows.filter(({ outcome }) => outcome.status === 'collected')),
    groups: [...byName.values()].flatMap(groupOf).sort((a, b) => compare(a.name, b.name)),
    notRead,
    missingActions: [...new Set(notRead.flatMap(({ action }) => action ?? []))].sort(),
  };
}

function countStates(rows: readonly CoverageRow[]): CoverageCounts {
  const counts = { denied: 0, failed: 0, partial: 0, unavailable: 0, collected: 0 };
  for (const row of rows) counts[coverageState(row)] += 1;
  return counts;
}

function groupOf(rows: readonly CoverageRow[]): readonly CoverageGroup[] {
  const [first] = rows;
  if (first === undefined) return [];
  return [
    {
      name: first.name,
      kind: first.kind,
      counts: countStates(rows),
      items: rows.reduce((sum, { items }) => sum + items, 0),
      calls: rows.reduce((sum, { calls }) => sum + calls, 0),
      oldestAt: rows.reduce(
        (oldest, { readAt }) => (readAt < oldest ? readAt : oldest),
        first.readAt,
      ),
    },
  ];
}

const NOT_READ = ['denied', 'failed', 'partial'] as const;
const EXAMPLES = 2;

function notReadOf(rows: readonly CoverageRow[]): readonly NotRead[] {
  const found = new Map<string, { readonly lack: Lack; readonly rows: Set<CoverageRow> }>();
  for (const row of rows) {
    for (const lack of lacksOf(row)) {
      const key = `${lack.status} ${row.name} ${lack.action ?? lack.reason}`;
      const known = found.get(key) ?? { lack, rows: new Set() };
      found.set(key, { lack, rows: known.rows.add(row) });
    }
  }
  const order = (each: NotRead) => NOT_READ.indexOf(each.status);
  return [...found.values()]
    .map(({ lack, rows: places }) => ({ ...lack, ...placesOf([...places]) }))
    .sort((a, b) => order(a) - order(b));
}

function placesOf(rows: readonly CoverageRow[]): Omit<NotRead, keyof Lack> {
  return {
    name: rows[0]?.name ?? '',
    places: rows.length,
    accounts: accountsIn(rows),
    regions: new Set(rows.map(({ region }) => region)).size,
    examples: rows.slice(0, EXAMPLES).map(({ accountId, region }) => `${accountId} ${region}`),
  };
}

function accountsIn(rows: readonly CoverageRow[]): number {
  return new Set(rows.map(({ accountId }) => accountId)).size;
}

type Lack = Pick<NotRead, 'status' | 'action' | 'reason'>;

function lacksOf({ outcome, gaps }: CoverageRow): readonly Lack[] {
  if (outcome.status === 'unavailable') return [];
  if (outcome.status !== 'collected') return [{ status: outcome.status, ...causeOf(outcome) }];
  return gaps.flatMap((gap) =>
    gap.outcome.status === 'unavailable'
      ? []
      : [
          {
            status: 'partial' as const,
            ...causeOf(gap.outcome),
            reason: `${gap.of}: ${gap.outcome.reason}`,
          },
        ],
  );
}

function causeOf(outcome: Unread): Pick<NotRead, 'action' | 'reason'> {
  return {
    action: grantableAction(outcome),
    reason: outcome.reason,
  };
}
