import { apportion } from '../../../../shared/cost/chargeback/apportion.ts';
import type { Origin } from '../../../../shared/cost/grouping.ts';
import { groupBy } from '../../../../shared/cost/statistics/group-by.ts';
import type { UsageGroup } from '../../store/questions/questions.ts';
import type { EventCaller } from '../../store/questions/usage-questions.ts';

/** Usage of a group with whose it is and where it comes from. */
export interface SpendGroupRow extends UsageGroup {
  readonly principalArn: string | null;
  readonly origin: Origin;
  /** Null where metrics count. */
  readonly longContext: boolean | null;
}

const QUANTITIES = [
  'calls',
  'inputTokens',
  'outputTokens',
  'cacheReadTokens',
  'cacheWriteTokens',
  'cacheWrite5mTokens',
  'cacheWrite1hTokens',
  'images',
] as const satisfies readonly (keyof UsageGroup)[];

/**
 * Shares out what metrics counted over the callers that events name, by their successful calls of that day,
 * place and model, in whole units that add up to it. Where events name nobody, it stays nobody's.
 */
export function allocate(
  rows: readonly SpendGroupRow[],
  callers: readonly EventCaller[],
): readonly SpendGroupRow[] {
  const byPlace = groupBy(callers, placeOf);
  return rows.flatMap((row) => {
    if (row.basis !== 'metrics' || row.principalArn !== null) return [row];
    const same = byPlace.get(placeOf(row)) ?? [];
    return same.length === 0 ? [row] : shareOut(row, same);
  });
}

function placeOf(row: Pick<UsageGroup, 'day' | 'accountId' | 'region' | 'modelKey'>): string {
  return `${row.day} ${row.accountId} ${row.region} ${row.modelKey}`;
}

/** First over principals, then over the sessions of each: a principal's part is the same either way. */
function shareOut(row: SpendGroupRow, callers: readonly EventCaller[]): readonly SpendGroupRow[] {
  const principals = [...groupBy(callers, ({ principalArn }) => principalArn).values()];
  const calls = principals.map((same) => same.reduce((sum, one) => sum + one.calls, 0));
  return parted(row, calls).flatMap((part, index) => {
    const sessions = principals[index] ?? [];
    const parts = parted(
      part,
      sessions.map((session) => session.calls),
    );
    return sessions.flatMap(({ principalArn, sessionName, sourceIdentity, onBehalfOf }, at) => {
      const own = parts[at];
      if (own === undefined || QUANTITIES.every((name) => own[name] === 0)) return [];
      const origin = { ...row.origin, sessionName, sourceIdentity, onBehalfOf, allocated: true };
      return [{ ...own, principalArn, origin }];
    });
  });
}

/** A row in as many parts as there are weights, each of its quantities in whole units. */
function parted(row: SpendGroupRow, calls: readonly number[]): readonly SpendGroupRow[] {
  const weights = calls.map(BigInt);
  const shares = QUANTITIES.map((name) => [name, apportion(BigInt(row[name]), weights)] as const);
  return calls.map((_, index) => {
    const own = shares.map(([name, parts]) => [name, Number(parts[index] ?? 0n)] as const);
    return { ...row, ...Object.fromEntries(own) };
  });
}
