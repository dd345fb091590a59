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

function shareOut(row: SpendGroupRow, callers: readonly EventCaller[]): readonly SpendGroupRow[] {
  const weights = callers.map(({ calls }) => BigInt(calls));
  const shares = QUANTITIES.map((name) => apportion(BigInt(row[name]), weights));
  return callers.flatMap((caller, index) => {
    const own = QUANTITIES.map((name, at) => [name, Number(shares[at]?.[index] ?? 0n)] as const);
    if (own.every(([, quantity]) => quantity === 0)) return [];
    const { principalArn, sessionName, onBehalfOf } = caller;
    const origin = { ...row.origin, sessionName, onBehalfOf, allocated: true };
    return [{ ...row, ...Object.fromEntries(own), principalArn, origin }];
  });
}
