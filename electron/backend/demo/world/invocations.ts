import {
  addDays,
  type Day,
  dayOf,
  daysIn,
  instantOfMs,
  weekdayOf,
} from '../../../../shared/model/period.ts';
import type { Calendar } from './calendar.ts';
import { compactCalls } from './compact-calls.ts';
import type { WorldInvocation } from './facts.ts';
import { groupBy } from './grouping.ts';
import { incidentCalls } from './incidents.ts';
import { STORY_ACCOUNTS } from './organization.ts';
import { callsOn, usualCount } from './traffic.ts';
import type { Workload } from './workload.ts';
import { generatedWorkloads } from './workloads-generated.ts';
import { PLATFORM_WORKLOADS } from './workloads-platform.ts';
import { REGIONAL_WORKLOADS } from './workloads-regional.ts';
import { SCIENCE_WORKLOADS } from './workloads-science.ts';

/** Everything that calls models in the accounts of the story, day by day. */
export const WORKLOADS: readonly Workload[] = [
  ...PLATFORM_WORKLOADS,
  ...SCIENCE_WORKLOADS,
  ...REGIONAL_WORKLOADS,
];

/** How long and how busy the history is. */
export interface HistoryOptions {
  readonly seed: number;
  readonly accounts: number;
  /** About how many calls there are to be; as many as the story has when absent. */
  readonly events?: number | undefined;
  /** Calls that follow from something else than a workload, however many calls there are to be. */
  readonly more: readonly WorldInvocation[];
}

/** Every model call of the history, oldest first, none after `now`. */
export function createInvocations(
  calendar: Calendar,
  { seed, accounts, events, more }: HistoryOptions,
): readonly WorldInvocation[] {
  const workloads = [...WORKLOADS, ...generatedWorkloads(accounts - STORY_ACCOUNTS)];
  const days = daysIn({ from: calendar.firstDay, to: addDays(calendar.today, 1) });
  const scale = events === undefined ? 1 : events / usualTotal(workloads, days);
  const others = groupBy([...incidentCalls(calendar, seed), ...more], ({ time }) =>
    dayOf(instantOfMs(time)),
  );
  const keep = events === undefined ? (calls: readonly WorldInvocation[]) => calls : compactCalls();
  return days.flatMap((day) => {
    const usual = workloads.flatMap((workload) =>
      callsOn(workload, day, { seed, calendar, scale }),
    );
    const calls = [...usual, ...(others.get(day) ?? [])]
      .filter(({ time }) => time <= calendar.nowMs)
      .sort((a, b) => a.time - b.time || (a.requestId < b.requestId ? -1 : 1));
    return keep(calls);
  });
}

function usualTotal(workloads: readonly Workload[], days: readonly Day[]): number {
  const counts = workloads.flatMap((workload) =>
    days
      .filter((day) => workload.weekdays?.includes(weekdayOf(day)) ?? true)
      .map((day) => usualCount(workload, day)),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
