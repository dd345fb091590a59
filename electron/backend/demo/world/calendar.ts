import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  monthOf,
  msOfDay,
  msOfInstant,
  weekdayOf,
} from '../../../../shared/model/period.ts';

/** Days of history, today included: more than the 90 that LookupEvents keeps. */
export const HISTORY_DAYS = 95;

/** One hour in milliseconds. */
export const HOUR_MS = 3_600_000;

/** The days on which the story of this world happens; they move once a week with `now`. */
export interface Calendar {
  readonly nowMs: number;
  readonly today: Day;
  readonly firstDay: Day;
  /** The Wednesday night on which the batch job writes its cache over and over. */
  readonly runawayDay: Day;
  /** The Saturday on which a leaked key is used from a new network. */
  readonly jackingDay: Day;
  /** Model invocation logging of platform-prod in us-west-2 begins at noon UTC. */
  readonly loggingOnDay: Day;
  /** The storefront guardrail gets its newest version. */
  readonly guardrailDay: Day;
  /** The data-science trail is stopped. */
  readonly trailStoppedDay: Day;
  /** The organisation's trail begins to write digests of its files. */
  readonly digestsOnDay: Day;
  /** Bedrock API keys are made. */
  readonly apiKeyDay: Day;
  /** When the legacy model reaches its end of life. */
  readonly endOfLifeDay: Day;
}

/** Places the story in time, counted from the Monday of the week of `now`. */
export function createCalendar(now: Instant): Calendar {
  const today = dayOf(now);
  const monday = addDays(today, -weekdayOf(today));
  return {
    nowMs: msOfInstant(now),
    today,
    firstDay: addDays(today, 1 - HISTORY_DAYS),
    runawayDay: addDays(monday, -5),
    jackingDay: addDays(monday, -9),
    loggingOnDay: addDays(monday, -41),
    guardrailDay: addDays(monday, -20),
    trailStoppedDay: addDays(monday, -33),
    digestsOnDay: addDays(monday, -13),
    apiKeyDay: addDays(monday, -61),
    endOfLifeDay: `${addMonths(monthOf(today), 3)}-01`,
  };
}

/** Milliseconds since the epoch of a time of day, whole seconds. */
export function timeOn(day: Day, hour: number, minute = 0, second = 0): number {
  return msOfDay(day) + hour * HOUR_MS + minute * 60_000 + second * 1_000;
}

/** How much more is called than in June 2026: a third more after nine months, then level. */
export function growthOn(day: Day): number {
  const share = Math.min(1, Math.max(0, daysBetween('2026-06-01', day) / 270));
  return 1 + share / 3;
}
