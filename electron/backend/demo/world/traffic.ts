import { type Day, weekdayOf } from '../../../../shared/model/period.ts';
import { type Calendar, growthOn, timeOn } from './calendar.ts';
import { callersOn, sourceAddress } from './callers.ts';
import type { WorldCaller, WorldInvocation } from './facts.ts';
import { toInvocation } from './invocation.ts';
import { loggingSince } from './logging.ts';
import { drawUse } from './model-use.ts';
import type { Principal } from './principal-templates.ts';
import { principalNamed } from './principals.ts';
import { createRandom, type Random } from './random.ts';
import { RUNTIME_ENDPOINTS } from './surroundings/vpc-endpoints.ts';
import { HOUR_WEIGHTS, type Workload } from './workload.ts';

/** One workload on one day with everything its calls share. */
interface Shift {
  readonly workload: Workload;
  readonly principal: Principal;
  readonly callers: readonly WorldCaller[];
  readonly day: Day;
  readonly loggedSince: number | null;
  readonly random: Random;
}

/**
 * All calls of one workload on one UTC day. They depend on seed, workload and day alone, so a day
 * that is over never changes.
 */
export function callsOn(
  workload: Workload,
  day: Day,
  options: { readonly seed: number; readonly calendar: Calendar; readonly scale: number },
): readonly WorldInvocation[] {
  const random = createRandom(`${options.seed}/${workload.id}/${day}`);
  const principal = principalNamed(workload.accountId, workload.principal);
  if (!worksOn(workload, principal, { day, calendar: options.calendar })) return [];
  const callers = callersOn(principal, day);
  const loggedSince = loggingSince(workload.accountId, workload.region, options.calendar);
  const shift: Shift = { workload, principal, callers, day, loggedSince, random };
  return Array.from({ length: callCount(workload, day, { random, scale: options.scale }) }, () =>
    drawCall(shift),
  );
}

function worksOn(
  workload: Workload,
  principal: Principal,
  when: { readonly day: Day; readonly calendar: Calendar },
): boolean {
  if (principal.kind === 'api-key-user' && when.day <= when.calendar.apiKeyDay) return false;
  return workload.weekdays?.includes(weekdayOf(when.day)) ?? true;
}

function callCount(
  workload: Workload,
  day: Day,
  { random, scale }: { readonly random: Random; readonly scale: number },
): number {
  return random.around(usualCount(workload, day) * scale, 0.14);
}

/** Calls of a workload on a day on which it works, before chance. */
export function usualCount(workload: Workload, day: Day): number {
  const rest = weekdayOf(day) >= 5 ? workload.weekend : 1;
  return workload.perDay * rest * growthOn(day);
}

function drawCall(shift: Shift): WorldInvocation {
  const { workload, principal, random } = shift;
  const endpoint = workload.vpcEndpoint === true ? RUNTIME_ENDPOINTS[principal.network] : undefined;
  return toInvocation(
    {
      time: drawTime(workload, shift.day, random),
      region: workload.region,
      caller: random.pick(shift.callers),
      sourceIp: sourceAddress(principal.network, random),
      userAgent: principal.userAgent,
      vpcEndpointId: endpoint ?? null,
      bearerToken: principal.kind === 'api-key-user',
      requestMetadata: workload.metadata ?? null,
      loggedSince: shift.loggedSince,
    },
    drawUse(workload, random),
    random,
  );
}

function drawTime(workload: Workload, day: Day, random: Random): number {
  const hour = random.weighted(HOUR_WEIGHTS[workload.rhythm]);
  return timeOn(day, hour, random.integer(0, 59), random.integer(0, 59));
}
