import type { EventRow } from '../../../../shared/api/answers.ts';
import type { ObservedUsage } from '../../../../shared/model/dataset.ts';
import type { Day, Instant } from '../../../../shared/model/period.ts';
import type { ServiceTier, UsageBasis } from '../../../../shared/model/usage.ts';
import { ACCESS_TEXTS, type AccessQuestions } from './access-questions.ts';
import billByDay from './bill-by-day.sql?raw';
import billByResource from './bill-by-resource.sql?raw';
import billExtent from './bill-extent.sql?raw';
import type { BilledGroup, BilledResource } from './bill-questions.ts';
import cacheMinutes from './cache-minutes.sql?raw';
import callPlaces from './call-places.sql?raw';
import callerSessions from './caller-sessions.sql?raw';
import callsCount from './calls-count.sql?raw';
import callsPage from './calls-page.sql?raw';
import eventCallers from './event-callers.sql?raw';
import eventsCount from './events-count.sql?raw';
import eventsFacets from './events-facets.sql?raw';
import eventsPage from './events-page.sql?raw';
import eventsTimeline from './events-timeline.sql?raw';
import invocationByRequestId from './invocation-by-request-id.sql?raw';
import metadataSeen from './metadata-seen.sql?raw';
import modelKeys from './model-keys.sql?raw';
import observedUsage from './observed-usage.sql?raw';
import alikeCallers from './parts/alike-callers.sql?raw';
import cells from './parts/cells.sql?raw';
import chosenCells from './parts/chosen-cells.sql?raw';
import chosenEvents from './parts/chosen-events.sql?raw';
import countedDays from './parts/counted-days.sql?raw';
import logPrincipals from './parts/log-principals.sql?raw';
import loggedCallCells from './parts/logged-call-cells.sql?raw';
import loggedDayCells from './parts/logged-day-cells.sql?raw';
import loggedPrincipalDays from './parts/logged-principal-days.sql?raw';
import meteredDayCells from './parts/metered-day-cells.sql?raw';
import meteredDays from './parts/metered-days.sql?raw';
import meteredHourCells from './parts/metered-hour-cells.sql?raw';
import monthStarts from './parts/month-starts.sql?raw';
import pageCells from './parts/page-cells.sql?raw';
import principalDays from './parts/principal-days.sql?raw';
import rolePaths from './parts/role-paths.sql?raw';
import sourceIdentities from './parts/source-identities.sql?raw';
import usageDays from './parts/usage-days.sql?raw';
import principalActivity from './principal-activity.sql?raw';
import storeExtent from './store-extent.sql?raw';
import usageByDay from './usage-by-day.sql?raw';
import usageByPrincipalDay from './usage-by-principal-day.sql?raw';
import usageCube from './usage-cube.sql?raw';
import type {
  CacheMinute,
  CallerSession,
  CallPlace,
  CallsFilter,
  CallsSort,
  EventCaller,
  LoggedCall,
  UsageCubeParams,
  UsageCubeRow,
  UsageFiguresRow,
} from './usage-questions.ts';

/** UTC days or instants, `from` inclusive, `to` exclusive. */
export interface PeriodParams {
  readonly from: Day | Instant;
  readonly to: Day | Instant;
}

/** UTC days, `to` exclusive: usage is counted by whole days. */
export interface DayParams {
  readonly from: Day;
  readonly to: Day;
}

/** Filters over calls; what is absent takes all. */
export interface CallFilter {
  readonly accounts?: readonly string[] | undefined;
  readonly regions?: readonly string[] | undefined;
  /** Model keys. */
  readonly models?: readonly string[] | undefined;
  readonly principals?: readonly string[] | undefined;
}

/** Filters over events; what is absent takes all. */
export interface EventFilter extends PeriodParams, CallFilter {
  readonly eventNames?: readonly string[] | undefined;
  readonly failed?: boolean | undefined;
  readonly text?: string | undefined;
}

/** `offset` rows are left out, at most `limit` follow. */
export interface PageParams {
  readonly offset: number;
  readonly limit: number;
}

interface UsageKey {
  readonly day: Day;
  readonly accountId: string;
  readonly region: string;
  readonly modelKey: string;
}

/** Successful calls of a group and all that they used; units are apart from each other. */
export interface UsageGroup extends UsageKey {
  readonly tier: ServiceTier;
  readonly basis: UsageBasis;
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cacheReadTokens: number;
  /** Those whose time to live was not reported. */
  readonly cacheWriteTokens: number;
  readonly cacheWrite5mTokens: number;
  readonly cacheWrite1hTokens: number;
  readonly images: number;
}

/** Every question with its parameters and its rows (columns in camelCase). */
export interface Questions extends AccessQuestions {
  'usage-by-day': { readonly params: DayParams; readonly row: UsageGroup };
  'usage-by-principal-day': {
    readonly params: DayParams;
    readonly row: UsageGroup & {
      readonly principalArn: string | null;
      /** Null where metrics count. */
      readonly longContext: boolean | null;
    };
  };
  /** All that logs tell, also of days that metrics count; not a part of the whole. */
  'logged-usage-by-principal-day': Questions['usage-by-principal-day'];
  /** Usage by any dimensions, by hour, day or month; adds up to `usage-by-day`. */
  'usage-cube': { readonly params: UsageCubeParams; readonly row: UsageCubeRow };
  /** The same with everything that logs count of calls. */
  'usage-figures': { readonly params: UsageCubeParams; readonly row: UsageFiguresRow };
  /** Single logged calls. */
  'calls-page': {
    readonly params: CallsFilter & PageParams & { readonly sort?: CallsSort | undefined };
    readonly row: LoggedCall;
  };
  'calls-count': { readonly params: CallsFilter; readonly row: { readonly total: number } };
  'call-places': { readonly params: DayParams; readonly row: CallPlace };
  'caller-sessions': {
    readonly params: PeriodParams & Pick<CallsFilter, 'identities'>;
    readonly row: CallerSession;
  };
  /** At most 2,000 different ones. */
  'metadata-seen': {
    readonly params: PeriodParams;
    readonly row: { readonly requestMetadata: string; readonly calls: number };
  };
  'cache-minutes': { readonly params: PeriodParams; readonly row: CacheMinute };
  /** Who called what, as events tell, whether or not logs do. */
  'event-callers': {
    readonly params: DayParams & { readonly bySession: boolean };
    readonly row: EventCaller;
  };
  /** What AWS billed; no day is counted from two sources. */
  'bill-by-day': { readonly params: PeriodParams; readonly row: BilledGroup };
  /** How far the bill of each account reaches; an account without billed usage is not in it. */
  'bill-by-resource': { readonly params: PeriodParams; readonly row: BilledResource };
  'bill-extent': {
    readonly params: Readonly<Record<never, never>>;
    readonly row: { readonly accountId: string; readonly firstDay: Day; readonly lastDay: Day };
  };
  'model-keys': {
    readonly params: Readonly<Record<never, never>>;
    readonly row: { readonly modelKey: string };
  };
  'principal-activity': {
    readonly params: PeriodParams & CallFilter & PageParams;
    readonly row: {
      readonly principalArn: string;
      readonly principalType: string;
      readonly accountId: string;
      readonly calls: number;
      readonly unloggedCalls: number;
      readonly failedCalls: number;
      readonly sessions: number;
      readonly models: readonly string[];
      readonly regions: readonly string[];
      readonly inputTokens: number;
      readonly outputTokens: number;
      readonly cacheReadTokens: number;
      readonly cacheWriteTokens: number;
      readonly lastSeen: Instant;
      /** Principals that match, on all pages. */
      readonly total: number;
    };
  };
  'events-page': {
    readonly params: EventFilter &
      PageParams & { readonly sort?: 'time-desc' | 'time-asc' | undefined };
    readonly row: EventRow;
  };
  'events-count': { readonly params: EventFilter; readonly row: { readonly total: number } };
  'events-timeline': {
    readonly params: EventFilter;
    readonly row: { readonly day: Day; readonly calls: number; readonly failed: number };
  };
  'events-facets': {
    readonly params: EventFilter;
    readonly row: {
      readonly facet: 'account' | 'region' | 'event-name' | 'principal' | 'model';
      readonly value: string;
      readonly occurrences: number;
    };
  };
  'invocation-by-request-id': {
    readonly params: { readonly requestId: string };
    readonly row: Readonly<Record<string, unknown>>;
  };
  'observed-usage': {
    readonly params: { readonly since: Day | Instant };
    readonly row: ObservedUsage & { readonly accountId: string; readonly region: string };
  };
  'store-extent': {
    readonly params: Readonly<Record<never, never>>;
    readonly row: {
      readonly oldestDay: Day | null;
      readonly newestDay: Day | null;
      readonly events: number;
      readonly invocations: number;
      readonly metricPoints: number;
      readonly countedOldestDay: Day | null;
      readonly countedNewestDay: Day | null;
    };
  };
}

export type QuestionName = keyof Questions;
export type QuestionParams<N extends QuestionName> = Questions[N]['params'];
export type QuestionRow<N extends QuestionName> = Questions[N]['row'];

/** A question, or one of several texts that answer it. */
export type TextName = QuestionName | 'usage-cube-by-hour' | 'usage-cube-by-call';

/** What is counted by each day, place and model: what every cell is chosen by. */
const CUBE = [countedDays, meteredDays, rolePaths];
const OVER_CELLS = [cells, chosenCells, monthStarts, usageCube];
const BY_DAY = [...CUBE, alikeCallers, loggedDayCells, meteredDayCells, ...OVER_CELLS];

/**
 * The texts: Trino SQL with `?` parameters, whose names the `-- params:` line of each part lists in
 * order. The last piece is the question itself; those before it are WITH entries that several
 * questions share, from parts/.
 */
export const QUESTION_TEXTS: Readonly<Record<TextName, readonly string[]>> = {
  ...ACCESS_TEXTS,
  'usage-by-day': [countedDays, usageDays, usageByDay],
  'usage-by-principal-day': [
    countedDays,
    usageDays,
    rolePaths,
    logPrincipals,
    principalDays,
    usageByPrincipalDay,
  ],
  'logged-usage-by-principal-day': [
    rolePaths,
    logPrincipals,
    loggedPrincipalDays,
    usageByPrincipalDay,
  ],
  'usage-cube': BY_DAY,
  'usage-figures': BY_DAY,
  'usage-cube-by-hour': [
    ...CUBE,
    sourceIdentities,
    loggedCallCells,
    meteredHourCells,
    ...OVER_CELLS,
  ],
  'usage-cube-by-call': [
    ...CUBE,
    sourceIdentities,
    loggedCallCells,
    meteredDayCells,
    ...OVER_CELLS,
  ],
  'calls-page': [rolePaths, sourceIdentities, pageCells, chosenCells, callsPage],
  'calls-count': [rolePaths, sourceIdentities, pageCells, chosenCells, callsCount],
  'call-places': [rolePaths, callPlaces],
  'caller-sessions': [rolePaths, sourceIdentities, callerSessions],
  'metadata-seen': [metadataSeen],
  'cache-minutes': [rolePaths, cacheMinutes],
  'event-callers': [eventCallers],
  'bill-by-day': [billByDay],
  'bill-by-resource': [billByResource],
  'bill-extent': [billExtent],
  'model-keys': [modelKeys],
  'principal-activity': [rolePaths, principalActivity],
  'events-page': [chosenEvents, eventsPage],
  'events-count': [chosenEvents, eventsCount],
  'events-timeline': [chosenEvents, eventsTimeline],
  'events-facets': [chosenEvents, eventsFacets],
  'invocation-by-request-id': [invocationByRequestId],
  'observed-usage': [rolePaths, observedUsage],
  'store-extent': [storeExtent],
};
