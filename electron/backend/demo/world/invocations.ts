import { addDays, daysIn, type Period } from '../../../../shared/model/period.ts';
import type { Calendar } from './calendar.ts';
import { incidentCalls } from './incidents.ts';
import { STORY_ACCOUNTS } from './organization.ts';
import { callsOn } from './traffic.ts';
import type { Workload } from './workload.ts';
import { generatedWorkloads } from './workloads-generated.ts';
import { PLATFORM_WORKLOADS } from './workloads-platform.ts';
import { REGIONAL_WORKLOADS } from './workloads-regional.ts';
import { SCIENCE_WORKLOADS } from './workloads-science.ts';
import type { WorldInvocation } from './world.ts';

/** Everything that calls models in the accounts of the story, day by day. */
export const WORKLOADS: readonly Workload[] = [
  ...PLATFORM_WORKLOADS,
  ...SCIENCE_WORKLOADS,
  ...REGIONAL_WORKLOADS,
];

/** Every model call of the history, oldest first, none after `now`. */
export function createInvocations(
  calendar: Calendar,
  seed: number,
  accounts: number,
): readonly WorldInvocation[] {
  const workloads = [...WORKLOADS, ...generatedWorkloads(accounts - STORY_ACCOUNTS)];
  const history: Period = { from: calendar.firstDay, to: addDays(calendar.today, 1) };
  const usual = daysIn(history).flatMap((day) =>
    workloads.flatMap((workload) => callsOn(workload, day, { seed, calendar })),
  );
  return [...usual, ...incidentCalls(calendar, seed)]
    .filter(({ time }) => time <= calendar.nowMs)
    .sort((a, b) => a.time - b.time || (a.requestId < b.requestId ? -1 : 1));
}
