import type { CacheWriter } from '../../../../shared/api/answers.ts';
import { type CacheUse, cacheTouches } from '../../../../shared/cost/cache/cache-touches.ts';
import { judgeCacheWrites } from '../../../../shared/cost/cache/judge-cache-writes.ts';
import { compareText } from '../../../../shared/cost/prices-used.ts';
import { groupBy } from '../../../../shared/cost/statistics/group-by.ts';
import { canonicalModelId } from '../../../../shared/model/model-catalogue.ts';
import { modelLabel } from '../../../../shared/model/model-label.ts';
import {
  addDays,
  dayOf,
  daysBetween,
  msOfDay,
  msOfInstant,
  type Period,
} from '../../../../shared/model/period.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import { resolveModel } from '../../../../shared/prices/profile-targets.ts';
import type { CacheMinute } from '../../store/questions/usage-questions.ts';
import type { ApiContext } from '../context.ts';
import { rowsOf, tierOf } from '../usage-rows.ts';
import type { SpendFilter } from './needs.ts';
import type { SpendBase } from './spend-base.ts';
import { chosenBy } from './spend-filter.ts';

/** Each spell is followed by the minute: more days than these would be more than people look at. */
const MOST_DAYS = 31;

interface WritersQuestion {
  readonly period: Period;
  readonly filter: SpendFilter | undefined;
  readonly base: SpendBase;
}

/** Writers with their writes judged, the largest loss first; readers alone are none. */
export async function cacheWriters(
  context: ApiContext,
  { period, filter = {}, base }: WritersQuestion,
): Promise<{ readonly rows: readonly CacheWriter[]; readonly notes: readonly string[] }> {
  const from =
    daysBetween(period.from, period.to) > MOST_DAYS ? addDays(period.to, -MOST_DAYS) : period.from;
  const { units: _, ...ofCalls } = filter;
  const minutes = await context.workspace().store.ask('cache-minutes', { ...period, from });
  const { profiles } = base.pricing;
  const isChosen = chosenBy(ofCalls, { profiles, names: base.names });
  const chosen = minutes.filter((minute) =>
    isChosen({
      ...minute,
      day: dayOf(minute.minute),
      modelId: minute.modelKey,
      basis: 'invocation-logs',
    }),
  );
  const until = Math.min(msOfDay(period.to), msOfInstant(context.host.now()));
  const rows = [...groupBy(chosen, seriesKey).values()].flatMap((same) =>
    writerOf(same, base, until),
  );
  const notes =
    from === period.from
      ? []
      : [`Who wrote is told for the last ${MOST_DAYS} days, from ${from} on.`];
  return { rows: rows.filter(({ writtenTokens }) => writtenTokens > 0).sort(byLoss), notes };
}

function seriesKey(minute: CacheMinute): string {
  const { accountId, region, modelKey, tier, performanceLatency, principalArn } = minute;
  return JSON.stringify([principalArn, accountId, region, modelKey, tier, performanceLatency]);
}

function writerOf(
  same: readonly CacheMinute[],
  { pricing }: SpendBase,
  until: number,
): readonly CacheWriter[] {
  const [first] = same;
  if (first === undefined) return [];
  const { baseModelId } = resolveModel(first.modelKey, pricing.profiles);
  const touches = cacheTouches(same.flatMap(usesOf), pricing);
  const { key: _, ...judgement } = judgeCacheWrites({ key: '', touches }, until);
  const modelId = canonicalModelId(baseModelId);
  return [
    {
      principalArn: first.principalArn,
      accountId: first.accountId,
      region: first.region,
      modelId,
      model: modelLabel(modelId),
      tier: tierOf(first.tier, first.performanceLatency),
      ...judgement,
    },
  ];
}

function usesOf(minute: CacheMinute): readonly CacheUse[] {
  const group = {
    ...minute,
    day: dayOf(minute.minute),
    tier: tierOf(minute.tier, minute.performanceLatency),
    basis: 'invocation-logs',
    ...NOTHING_ELSE,
  } as const;
  const time = msOfInstant(minute.minute);
  return rowsOf([group]).usage.map((row) => ({ ...row, time }));
}

/** What minutes of the cache do not count. */
const NOTHING_ELSE = { calls: 0, inputTokens: 0, outputTokens: 0, images: 0 };

function byLoss(a: CacheWriter, b: CacheWriter): number {
  const [one, other] = [lossOf(a), lossOf(b)];
  if (one !== other) return one < other ? 1 : -1;
  return (
    b.writtenTokens - a.writtenTokens || compareText(a.principalArn ?? '', b.principalArn ?? '')
  );
}

function lossOf({ money }: CacheWriter): bigint {
  return money.found ? parseUsd(money.lostUsd) : 0n;
}
