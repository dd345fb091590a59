import type { Origin } from '../../../../shared/cost/grouping.ts';
import { addDays, type Day, dayOf, daysIn, type Period } from '../../../../shared/model/period.ts';
import { metadataOf } from '../../store/questions/metadata-keys.ts';
import type { EventCaller, UsageCubeRow } from '../../store/questions/usage-questions.ts';
import type { Store } from '../../store/store.ts';
import { rowsOf, tierOf, type Usage } from '../usage-rows.ts';
import { alikeCallers } from './alike-callers.ts';
import { allocate, type SpendGroupRow } from './allocate.ts';
import { hasAlike, type Merging, mergeRows } from './merge-rows.ts';
import type { Needs, SpendFilter } from './needs.ts';

/** Which usage is read, and by what it is told. */
export interface SpendQuestion extends Needs {
  readonly period: Period;
  readonly hourly: boolean;
  /** Accounts and Regions narrow what is read; the rest of a filter is up to the caller. */
  readonly filter: SpendFilter;
  /** Reads these model keys alone; all when absent. */
  readonly modelKeys?: readonly string[];
  /**
   * Sums pieces of months in place of days, parted at these days at which prices change; a row's day is
   * the first of its piece that is in the period. Not for sessions, whose days are looked up in events.
   */
  readonly monthsPartedAt?: readonly Day[] | undefined;
  /** Puts callers together whom the question does not tell apart; each stays alone when absent. */
  readonly merging?: Merging;
}

/**
 * Usage of a period, told as finely as a question needs. Where principals are asked for, what metrics
 * alone counted is shared out over those that events name, and marked as allocated.
 */
export async function readSpend(
  store: Pick<Store, 'ask'>,
  question: SpendQuestion,
): Promise<Usage> {
  const { dimensions, modelKeys } = question;
  if (modelKeys?.length === 0) return { usage: [], calls: [] };
  const rows = await cubeOf(store, question);
  const groups = rows.map((row) => groupOf(row, question));
  if (!dimensions.includes('principal')) return rowsOf(groups);
  const bySession = dimensions.includes('session');
  const callers = await callersOf(store, groups, bySession);
  const all = allocate(bySession ? groups.map(withUser(callers)) : groups, callers);
  if (question.merging === undefined) return rowsOf(all);
  return rowsOf(mergeRows(all, { ...question.merging, pieceOf: pieceOf(question) }));
}

/** The first day, in the period, of the piece of a month that a day falls into; as the store parts them. */
function pieceOf({ period, hourly, monthsPartedAt }: SpendQuestion): Merging['pieceOf'] {
  if (monthsPartedAt === undefined || hourly) return undefined;
  const firsts = daysIn(period).filter(
    (day) => day.endsWith('-01') || monthsPartedAt.includes(day),
  );
  const pieces = new Map<Day, Day>();
  return (day) => {
    const piece = pieces.get(day) ?? firsts.findLast((first) => first <= day) ?? period.from;
    pieces.set(day, piece);
    return piece;
  };
}

/**
 * What metrics count has no principal: where one is asked for, it is shared out day by day, and so
 * read by day.
 */
async function cubeOf(
  store: Pick<Store, 'ask'>,
  question: SpendQuestion,
): Promise<readonly UsageCubeRow[]> {
  const { period, hourly, filter, dimensions, metadataKeys, modelKeys } = question;
  const asked = {
    ...period,
    dimensions,
    accounts: filter.accounts,
    regions: filter.regions,
    models: modelKeys,
    metadataKeys,
    identities: dimensions.includes('session'),
    alike: await alikeOf(store, question),
  };
  const { monthsPartedAt: splits } = question;
  if (splits === undefined || hourly) {
    return store.ask('usage-cube', { ...asked, granularity: hourly ? 'hour' : 'day' });
  }
  const meteredByDay = dimensions.includes('principal') ? true : undefined;
  return store.ask('usage-cube', { ...asked, granularity: 'month', splits, meteredByDay });
}

/** Callers whom the answer need not tell apart, where that follows from their places alone. */
async function alikeOf(
  store: Pick<Store, 'ask'>,
  { period, hourly, dimensions, merging }: SpendQuestion,
): Promise<readonly string[]> {
  if (hourly || merging === undefined || !dimensions.includes('principal')) return [];
  const byCall = dimensions.includes('session') || dimensions.includes('metadata');
  if (byCall || !hasAlike(merging.groupings)) return [];
  return alikeCallers(await store.ask('call-places', period), merging);
}

function groupOf(row: UsageCubeRow, question: SpendQuestion): SpendGroupRow {
  const { accountId, region, modelKey, tier, performanceLatency } = row;
  const day = dayOf(row.start);
  const { from } = question.period;
  return {
    day: day < from ? from : day,
    accountId: accountId ?? 'unknown',
    region: region ?? 'unknown',
    modelKey: modelKey ?? 'unknown',
    tier: tierOf(tier ?? 'standard', performanceLatency),
    basis: row.basis,
    calls: row.calls,
    inputTokens: row.inputTokens,
    outputTokens: row.outputTokens,
    cacheReadTokens: row.cacheReadTokens,
    cacheWriteTokens: row.cacheWriteTokens,
    cacheWrite5mTokens: row.cacheWrite5mTokens,
    cacheWrite1hTokens: row.cacheWrite1hTokens,
    images: row.images,
    longContext: row.longContext,
    principalArn: row.principalArn,
    origin: originOf(row, question),
  };
}

function originOf(row: UsageCubeRow, { hourly, metadataKeys }: SpendQuestion): Origin {
  return {
    start: hourly ? row.start : null,
    destinationRegion: row.inferenceRegion,
    sessionName: row.sessionName,
    sourceIdentity: row.sourceIdentity,
    onBehalfOf: null,
    metadata: metadataOf(metadataKeys, row.metadataValue),
    guardrailId: row.guardrailId,
    project: row.project,
    allocated: false,
  };
}

/** Events of the days that somebody is missing on, or of all where sessions are told. */
async function callersOf(
  store: Pick<Store, 'ask'>,
  groups: readonly SpendGroupRow[],
  bySession: boolean,
): Promise<readonly EventCaller[]> {
  const days = groups
    .filter(({ basis }) => bySession || basis === 'metrics')
    .map(({ day }) => day)
    .sort();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  return store.ask('event-callers', { from: first, to: addDays(last, 1), bySession });
}

/** Sessions of logged calls with the user that events name behind them. */
function withUser(callers: readonly EventCaller[]): (row: SpendGroupRow) => SpendGroupRow {
  const users = new Map(
    callers.flatMap(({ principalArn, sessionName, onBehalfOf }) =>
      onBehalfOf === null ? [] : [[`${principalArn} ${sessionName}`, onBehalfOf]],
    ),
  );
  return (row) => {
    const onBehalfOf = users.get(`${row.principalArn} ${row.origin.sessionName}`) ?? null;
    return onBehalfOf === null ? row : { ...row, origin: { ...row.origin, onBehalfOf } };
  };
}
