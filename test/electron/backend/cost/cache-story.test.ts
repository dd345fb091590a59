import { expect, test } from 'vitest';
import { createCalendar } from '../../../../electron/backend/demo/world/calendar.ts';
import type { WorldInvocation } from '../../../../electron/backend/demo/world/world.ts';
import type { CacheSeries } from '../../../../shared/cost/cache/cache-answer.ts';
import { cacheTouches } from '../../../../shared/cost/cache/cache-touches.ts';
import { judgeCacheWrites } from '../../../../shared/cost/cache/judge-cache-writes.ts';
import { groupBy } from '../../../../shared/cost/statistics/group-by.ts';
import { dayOf, instantOfMs, msOfInstant } from '../../../../shared/model/period.ts';
import { principalLabel } from '../../../../shared/model/principal.ts';
import type { BillableUnit, ContextLength } from '../../../../shared/model/usage.ts';
import { bundledPrices } from '../../../../shared/prices/bundled-prices.ts';
import { LONG_CONTEXT_TOKENS } from '../../../../shared/prices/long-context.ts';
import { createPriceBook } from '../../../../shared/prices/price-book.ts';
import { worldAt } from '../../../helpers/world-at.ts';
import { usage } from '../../../shared/cost/builders.ts';

const world = worldAt('2026-11-20T12:00:00Z');
const calendar = createCalendar(world.now);
const pricing = { prices: createPriceBook([bundledPrices()]), profiles: new Map() };

function keyOf(call: WorldInvocation): string | undefined {
  if (call.cacheReadTokens + call.cacheWrite5mTokens + call.cacheWrite1hTokens === 0) return;
  const day = dayOf(instantOfMs(call.time));
  return `${day} ${principalLabel(call.caller.arn)} ${call.modelId} ${call.region}`;
}

function seriesOf(key: string, calls: readonly WorldInvocation[]): CacheSeries {
  const [day = '', , modelId = '', region = ''] = key.split(' ');
  const at = { ...usage(), day, region, modelId };
  const uses = calls.flatMap((call) =>
    USES.map(([unit, tokensOf]) => ({
      ...at,
      context: contextOf(call),
      unit,
      quantity: tokensOf(call),
      time: call.time,
    })),
  );
  return { key, touches: cacheTouches(uses, pricing) };
}

const USES = [
  ['cache-read-tokens', (call) => call.cacheReadTokens],
  ['cache-write-5m-tokens', (call) => call.cacheWrite5mTokens],
  ['cache-write-1h-tokens', (call) => call.cacheWrite1hTokens],
] as const satisfies readonly (readonly [BillableUnit, (call: WorldInvocation) => number])[];

function contextOf(call: WorldInvocation): ContextLength {
  const cached = USES.reduce((sum, [, tokensOf]) => sum + tokensOf(call), 0);
  return call.inputTokens + cached > LONG_CONTEXT_TOKENS ? 'long' : 'short';
}

test('of all cache writes of the demo account, those of the runaway night lost most by far', () => {
  const judged = [...groupBy(world.invocations, keyOf)]
    .map(([key, calls]) => judgeCacheWrites(seriesOf(key, calls), msOfInstant(world.now)))
    .map(({ key, money }) => ({ key, lost: money.found ? Number(money.lostUsd) : 0 }))
    .sort((a, b) => b.lost - a.lost);
  const [first, second] = judged;
  console.log(
    `cache writes that did not pay off, of ${judged.length} days, principals and models: $${first?.lost} ${first?.key}, then $${second?.lost} ${second?.key}`,
  );
  expect(first?.key).toBe(
    `${calendar.runawayDay} batch-etl us.anthropic.claude-opus-4-8 us-east-1`,
  );
  expect(first?.lost).toBeGreaterThan(3 * (second?.lost ?? 0));
});
