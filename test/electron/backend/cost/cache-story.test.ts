import { expect, test } from 'vitest';
import { createCalendar } from '../../../../electron/backend/demo/world/calendar.ts';
import type { WorldInvocation } from '../../../../electron/backend/demo/world/world.ts';
import type { CacheSeries } from '../../../../shared/cost/cache/cache-answer.ts';
import { judgeCacheWrites } from '../../../../shared/cost/cache/judge-cache-writes.ts';
import { groupBy } from '../../../../shared/cost/statistics/group-by.ts';
import { parseModelId } from '../../../../shared/model/model-id.ts';
import { dayOf, instantOfMs, msOfInstant } from '../../../../shared/model/period.ts';
import { principalLabel } from '../../../../shared/model/principal.ts';
import type { BillableUnit } from '../../../../shared/model/usage.ts';
import { bundledPrices } from '../../../../shared/prices/bundled-prices.ts';
import { createPriceBook } from '../../../../shared/prices/price-book.ts';
import { worldAt } from '../../../helpers/world-at.ts';

const world = worldAt('2026-11-20T12:00:00Z');
const calendar = createCalendar(world.now);
const book = createPriceBook([bundledPrices()]);

function keyOf(call: WorldInvocation): string | undefined {
  if (call.cacheReadTokens + call.cacheWrite5mTokens + call.cacheWrite1hTokens === 0) return;
  const day = dayOf(instantOfMs(call.time));
  return `${day} ${principalLabel(call.caller.arn)} ${call.modelId} ${call.region}`;
}

function seriesOf(key: string, calls: readonly WorldInvocation[]): CacheSeries {
  const [day = '', , modelId = '', region = ''] = key.split(' ');
  const { baseModelId, scope } = parseModelId(modelId);
  const at = { baseModelId, scope, tier: 'standard', region, day } as const;
  const price = (unit: BillableUnit) => book.find({ ...at, unit });
  return {
    key,
    touches: calls.map((call) => ({
      time: call.time,
      written: { '5m': call.cacheWrite5mTokens, '1h': call.cacheWrite1hTokens },
      read: call.cacheReadTokens,
    })),
    prices: {
      input: price('input-tokens'),
      read: price('cache-read-tokens'),
      write: { '5m': price('cache-write-5m-tokens'), '1h': price('cache-write-1h-tokens') },
    },
  };
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
