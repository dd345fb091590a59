import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MetricPoint, Store } from '../../../../electron/backend/store/store.ts';
import { usageOfDays } from '../../../helpers/usage-of-days.ts';
import { ingest, invocation, lines, withStore, writeLog } from './store-case.ts';

const PERIOD = { from: '2026-10-01', to: '2026-11-01' };
const MODEL = 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0';
const HOUR = '2026-10-14T03:00:00Z';

function point(metric: string, value: number, members: Partial<MetricPoint> = {}): MetricPoint {
  return {
    accountId: '111122223333',
    region: 'eu-west-1',
    namespace: 'AWS/Bedrock',
    metric,
    modelId: MODEL,
    serviceTier: null,
    periodStart: HOUR,
    periodSeconds: 3600,
    value,
    ...members,
  };
}

/** A log of one call with these token counts, at an hour of 14 October 2026. */
function call(id: string, counts: Readonly<Record<string, unknown>>, more = {}) {
  const { output = 0, body = {}, ...input } = counts;
  return invocation(id, {
    input,
    output: { outputTokenCount: output, outputBodyJson: body },
    ...more,
  });
}

const log = (id: string, input: number, output: number, more = {}) =>
  call(id, { inputTokenCount: input, output }, more);

interface Case {
  readonly name: string;
  readonly logs?: readonly unknown[];
  readonly metrics?: readonly MetricPoint[];
  /** unit, quantity, basis, tier. */
  readonly usage: readonly (readonly [string, number, string, string])[];
  /** basis, calls; one row per tier. */
  /** Of those that were called. */
  readonly calls: readonly (readonly [string, number])[];
}

const CASES: readonly Case[] = [
  {
    name: 'logs alone',
    logs: [log('a', 100, 20), log('b', 1, 2)],
    usage: [
      ['input-tokens', 101, 'invocation-logs', 'standard'],
      ['output-tokens', 22, 'invocation-logs', 'standard'],
    ],
    calls: [['invocation-logs', 2]],
  },
  {
    name: 'metrics alone',
    metrics: [point('InputTokenCount', 100), point('OutputTokenCount', 9), point('Invocations', 3)],
    usage: [
      ['input-tokens', 100, 'metrics', 'standard'],
      ['output-tokens', 9, 'metrics', 'standard'],
    ],
    calls: [['metrics', 3]],
  },
  {
    name: 'a tie goes to logs',
    logs: [log('a', 100, 20)],
    metrics: [
      point('InputTokenCount', 100),
      point('OutputTokenCount', 20),
      point('Invocations', 9),
    ],
    usage: [
      ['input-tokens', 100, 'invocation-logs', 'standard'],
      ['output-tokens', 20, 'invocation-logs', 'standard'],
    ],
    calls: [['invocation-logs', 1]],
  },
  {
    name: 'metrics are taken alone where they counted clearly more',
    logs: [log('a', 100, 20)],
    metrics: [
      point('InputTokenCount', 100),
      point('OutputTokenCount', 23),
      point('Invocations', 2),
    ],
    usage: [
      ['input-tokens', 100, 'metrics', 'standard'],
      ['output-tokens', 23, 'metrics', 'standard'],
    ],
    calls: [['metrics', 2]],
  },
  {
    name: 'metrics that counted hardly more leave the day to logs',
    logs: [log('a', 100, 20)],
    metrics: [point('InputTokenCount', 102), point('OutputTokenCount', 20)],
    usage: [
      ['input-tokens', 100, 'invocation-logs', 'standard'],
      ['output-tokens', 20, 'invocation-logs', 'standard'],
    ],
    calls: [['invocation-logs', 1]],
  },
  {
    name: 'a call that logs and metrics put into different hours is one call',
    logs: [
      log('a', 100, 0, { timestamp: '2026-10-14T03:59:58Z' }),
      log('b', 40, 0, { timestamp: '2026-10-14T04:30:00Z' }),
    ],
    metrics: [point('InputTokenCount', 140, { periodStart: '2026-10-14T04:00:00Z' })],
    usage: [['input-tokens', 140, 'invocation-logs', 'standard']],
    calls: [['invocation-logs', 2]],
  },
  {
    name: 'each Region for itself',
    logs: [log('a', 100, 0), log('b', 7, 0, { region: 'us-east-1' })],
    metrics: [point('InputTokenCount', 50), point('InputTokenCount', 30, { region: 'us-east-1' })],
    usage: [
      ['input-tokens', 100, 'invocation-logs', 'standard'],
      ['input-tokens', 30, 'metrics', 'standard'],
    ],
    calls: [['invocation-logs', 1]],
  },
  {
    name: 'images, whatever counted the calls',
    logs: [log('a', 0, 0)],
    metrics: [point('Invocations', 1), point('OutputImageCount', 3)],
    usage: [['images', 3, 'metrics', 'standard']],
    calls: [['invocation-logs', 1]],
  },
  {
    name: 'calls decide where there are no tokens',
    logs: [log('a', 0, 0)],
    metrics: [point('Invocations', 5)],
    usage: [],
    calls: [['metrics', 5]],
  },
  {
    name: 'both spellings of the cache metrics are one',
    metrics: [
      point('CacheReadInputTokens', 40),
      point('CacheReadInputTokenCount', 40),
      point('CacheWriteInputTokenCount', 8),
    ],
    usage: [
      ['cache-read-tokens', 40, 'metrics', 'standard'],
      ['cache-write-tokens', 8, 'metrics', 'standard'],
    ],
    calls: [],
  },
  {
    name: 'cache writes by their time to live; what is not told stays apart',
    logs: [
      call('a', {
        inputTokenCount: 1,
        cacheReadInputTokenCount: 3,
        cacheWriteInputTokenCount: 30,
        body: {
          usage: {
            cacheDetails: [
              { ttl: '5m', inputTokens: 10 },
              { ttl: '1h', inputTokens: 15 },
            ],
          },
        },
      }),
      call('b', { cacheWriteInputTokenCount: 7 }),
      call('c', {
        cacheWriteInputTokenCount: 4,
        body: {
          usage: { cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 4 } },
        },
      }),
    ],
    usage: [
      ['input-tokens', 1, 'invocation-logs', 'standard'],
      ['cache-read-tokens', 3, 'invocation-logs', 'standard'],
      ['cache-write-tokens', 12, 'invocation-logs', 'standard'],
      ['cache-write-5m-tokens', 10, 'invocation-logs', 'standard'],
      ['cache-write-1h-tokens', 19, 'invocation-logs', 'standard'],
    ],
    calls: [['invocation-logs', 3]],
  },
  {
    name: 'tiers of metrics are parts of the whole',
    metrics: [
      point('InputTokenCount', 100),
      point('InputTokenCount', 30, { serviceTier: 'flex' }),
      point('InputTokenCount', 60, { serviceTier: 'default' }),
    ],
    usage: [
      ['input-tokens', 30, 'metrics', 'flex'],
      ['input-tokens', 70, 'metrics', 'standard'],
    ],
    calls: [],
  },
  {
    name: 'calls of one key are added up however their tier is written',
    logs: [
      log('a', 5, 1),
      log('b', 6, 2, { serviceTier: 'default' }),
      log('c', 7, 3, { serviceTier: 'FLEX' }),
      log('d', 8, 4, { serviceTier: 'flex' }),
    ],
    metrics: [point('InputTokenCount', 36)],
    usage: [
      ['input-tokens', 15, 'invocation-logs', 'flex'],
      ['output-tokens', 7, 'invocation-logs', 'flex'],
      ['input-tokens', 11, 'invocation-logs', 'standard'],
      ['output-tokens', 3, 'invocation-logs', 'standard'],
    ],
    calls: [
      ['invocation-logs', 2],
      ['invocation-logs', 2],
    ],
  },
  {
    name: 'failed calls have no usage',
    logs: [log('a', 5, 0), log('b', 9, 0, { errorCode: 'ThrottlingException' })],
    usage: [['input-tokens', 5, 'invocation-logs', 'standard']],
    calls: [['invocation-logs', 1]],
  },
];

async function fill(store: Store, folder: string, { logs, metrics }: Case): Promise<void> {
  if (logs !== undefined) {
    await ingest(store, [await writeLog(join(folder, 'a.ndjson'), lines(...logs))]);
  }
  await store.putMetricPoints(metrics ?? []);
}

describe('usage is counted once', () => {
  test.each(CASES)('$name', async (one) => {
    await withStore(async (store, folder) => {
      await fill(store, folder, one);
      const { usage, calls } = await usageOfDays(store, PERIOD);
      expect(usage.map(({ unit, quantity, basis, tier }) => [unit, quantity, basis, tier])).toEqual(
        one.usage,
      );
      expect(usage.every(({ day, modelId }) => day === '2026-10-14' && modelId === MODEL)).toBe(
        true,
      );
      expect(calls.map((row) => [row.basis, row.calls])).toEqual(one.calls);
    });
  });
});

test('a point that comes again replaces the first', async () => {
  await withStore(async (store) => {
    await store.putMetricPoints([point('InputTokenCount', 5)]);
    await store.putMetricPoints([point('InputTokenCount', 8), point('InputTokenCount', 9)]);
    const [row] = await store.ask('usage-by-day', PERIOD);
    expect(row?.inputTokens).toBe(9);
    expect((await store.query('SELECT * FROM metrics', 10)).rows).toHaveLength(1);
  });
});

test('points of other lengths are refused', async () => {
  await withStore(async (store) => {
    const daily = point('Invocations', 1, { periodSeconds: 86_400 });
    await expect(store.putMetricPoints([daily])).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
