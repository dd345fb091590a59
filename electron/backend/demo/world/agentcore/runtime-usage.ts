import { addDays, type Day, daysIn, msOfDay } from '../../../../../shared/model/period.ts';
import { type Calendar, HOUR_MS } from '../calendar.ts';
import { createRandom } from '../random.ts';
import { HOUR_WEIGHTS, type Rhythm } from '../workload.ts';
import { SHOP } from './names.ts';
import { runtimeArn } from './runtimes.ts';

/** What the shop's runtimes use on a day, all of them together: the bill and the metrics tell it. */
export const RUNTIME_DAY = { ...SHOP, vcpuHours: 18.5, gbHours: 46.25 } as const;

/** What a runtime used in one hour. */
export interface RuntimeHour {
  readonly time: number;
  readonly runtimeArn: string;
  /** `<runtime>::<endpoint>`, as CloudWatch has it. */
  readonly name: string;
  readonly vcpuHours: number;
  readonly gbHours: number;
  readonly sessions: number;
  readonly invocations: number;
  /** Invocations that were answered with a 4xx. */
  readonly userErrors: number;
}

/** A runtime that is used, its part of the day's use (they add up to 1) and when. */
interface RuntimeUse {
  readonly runtime: string;
  readonly endpoint: string;
  readonly share: number;
  readonly rhythm: Rhythm;
}

const USES: readonly RuntimeUse[] = [
  { runtime: 'shopping_agent', endpoint: 'live', share: 0.8, rhythm: 'consumer-us' },
  { runtime: 'price_watcher', endpoint: 'prod', share: 0.2, rhythm: 'steady' },
];

/** vCPU hours of a session of some minutes. */
const SESSION_VCPU_HOURS = 0.05;
const CALLS_PER_SESSION = 3;

/** The hours of runtimes in an account and Region that are over, oldest first. */
export function runtimeHours(
  { accountId, region }: { readonly accountId: string; readonly region: string },
  calendar: Calendar,
): readonly RuntimeHour[] {
  if (accountId !== RUNTIME_DAY.accountId || region !== RUNTIME_DAY.region) return [];
  const days = daysIn({ from: calendar.firstDay, to: addDays(calendar.today, 1) });
  return USES.flatMap((use) => days.flatMap((day) => hoursOf(use, day))).filter(
    ({ time }) => time + HOUR_MS <= calendar.nowMs,
  );
}

function hoursOf(use: RuntimeUse, day: Day): readonly RuntimeHour[] {
  const random = createRandom(`runtime-use/${use.runtime}/${day}`);
  const weights = HOUR_WEIGHTS[use.rhythm].map(([, weight]) => weight);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight, hour) => {
    const share = (use.share * weight) / whole;
    const vcpuHours = RUNTIME_DAY.vcpuHours * share;
    const sessions = Math.round(vcpuHours / SESSION_VCPU_HOURS);
    const invocations = sessions * CALLS_PER_SESSION;
    return {
      time: msOfDay(day) + hour * HOUR_MS,
      runtimeArn: runtimeArn(SHOP, use.runtime),
      name: `${use.runtime}::${use.endpoint}`,
      vcpuHours,
      gbHours: RUNTIME_DAY.gbHours * share,
      sessions,
      invocations,
      userErrors: Math.min(invocations, random.chance(0.1) ? 1 : 0),
    };
  });
}
