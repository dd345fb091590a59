import type { ObservedUsage } from '../model/dataset.ts';
import { groupThousands } from '../model/group-thousands.ts';

/** The calls of one caller in the window. */
export interface CallerSeen {
  readonly principalArn: string;
  readonly calls: number;
  readonly lastDay: string;
  readonly usage: readonly ObservedUsage[];
}

/** Calls by who made them; calls that only metrics saw have no caller and are left out. */
export function callersSeen(usage: readonly ObservedUsage[]): readonly CallerSeen[] {
  const callers = new Map<string, ObservedUsage[]>();
  for (const row of usage) {
    if (row.principalArn === null || row.calls === 0) continue;
    callers.set(row.principalArn, [...(callers.get(row.principalArn) ?? []), row]);
  }
  return [...callers].map(([principalArn, rows]) => ({
    principalArn,
    calls: rows.reduce((sum, { calls }) => sum + calls, 0),
    lastDay: rows.map(({ lastDay }) => lastDay).reduce((a, b) => (a > b ? a : b)),
    usage: rows,
  }));
}

/** How many calls only metrics saw, which do not say whose they were. */
export function callsOfNobody(usage: readonly ObservedUsage[]): number {
  return usage.reduce((sum, row) => sum + (row.principalArn === null ? row.calls : 0), 0);
}

/** `1 call`, `1,200 calls`. */
export function calls(count: number): string {
  return `${groupThousands(String(count))} ${count === 1 ? 'call' : 'calls'}`;
}
