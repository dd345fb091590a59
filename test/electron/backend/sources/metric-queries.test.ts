import { describe, expect, it } from 'vitest';
import {
  hoursToRead,
  incompleteReason,
  packSeries,
  toPoints,
  toQueries,
} from '../../../../electron/backend/sources/metric-queries.ts';
import { quietSeries, seriesOf } from '../../../../electron/backend/sources/metric-series.ts';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-20T12:40:00Z');

function listed(MetricName: string, dimensions: Record<string, string>) {
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  return { Namespace: 'AWS/Bedrock', MetricName, Dimensions };
}

describe('the series to read', () => {
  it('are those by model, and usage by model and tier where the tier is not the default', () => {
    const model = { ModelId: 'm' };
    const metrics = [
      listed('InputTokenCount', model),
      listed('CacheReadInputTokens', model),
      listed('CacheReadInputTokenCount', model),
      listed('InputTokenCount', {}),
      listed('InputTokenCount', { ...model, ServiceTier: 'flex', ResolvedServiceTier: 'flex' }),
      listed('InputTokenCount', {
        ...model,
        ServiceTier: 'default',
        ResolvedServiceTier: 'default',
      }),
      listed('InputTokenCount', { ...model, ServiceTier: 'flex', ResolvedServiceTier: 'default' }),
      listed('InvocationThrottles', { ...model, ServiceTier: 'flex', ResolvedServiceTier: 'flex' }),
      listed('InputTokenCount', { ContextWindow: '1m' }),
      listed('InvocationLatency', model),
      { MetricName: 'Invocations' },
    ];
    expect(seriesOf(metrics)).toEqual([
      { metric: 'InputTokenCount', modelId: 'm', tier: null },
      { metric: 'CacheReadInputTokens', modelId: 'm', tier: null },
      { metric: 'CacheReadInputTokenCount', modelId: 'm', tier: null },
      { metric: 'InputTokenCount', modelId: 'm', tier: 'flex' },
    ]);
  });

  it('include called models that ListMetrics has forgotten, once each', () => {
    const quiet = quietSeries(
      [{ metric: 'Invocations', modelId: 'a', tier: null }],
      ['a', 'b', 'b'],
    );
    expect(new Set(quiet.map(({ modelId }) => modelId))).toEqual(new Set(['b']));
    expect(quiet.map(({ metric }) => metric)).toContain('CacheWriteInputTokenCount');
    expect(quiet).toHaveLength(new Set(quiet.map(({ metric }) => metric)).size);
  });
});

describe('the hours to read', () => {
  it.each([
    { name: 'the history', readTo: null, fromMs: Date.parse('2026-11-18T12:00:00Z') },
    {
      name: 'an overlap of three hours',
      readTo: NOW - HOUR,
      fromMs: Date.parse('2026-11-20T08:00:00Z'),
    },
    {
      name: 'no more than the history',
      readTo: NOW - 999 * HOUR,
      fromMs: Date.parse('2026-11-18T12:00:00Z'),
    },
  ])('$name', ({ readTo, fromMs }) => {
    const hours = hoursToRead({ readTo, nowMs: NOW, historyDays: 2 });
    expect(hours).toEqual({ fromMs, toMs: Date.parse('2026-11-20T13:00:00Z') });
  });
});

describe('calls of GetMetricData', () => {
  const series = Array.from({ length: 1201 }, (_, index) => ({
    metric: 'Invocations',
    modelId: `m${index}`,
    tier: null,
  }));

  it.each([
    { hours: 4, sizes: [500, 500, 201] },
    { hours: 95 * 24, sizes: [...Array(27).fill(44), 13] },
    { hours: 200_000, sizes: Array(1201).fill(1) },
  ])('stay under 500 queries and 100,800 datapoints for $hours hours', ({ hours, sizes }) => {
    const packs = packSeries(series, { fromMs: 0, toMs: hours * HOUR });
    expect(packs.map((pack) => pack.length)).toEqual(sizes);
    expect(packs.flat()).toEqual(series);
  });

  it('are empty without series', () => {
    expect(packSeries([], { fromMs: 0, toMs: HOUR })).toEqual([]);
  });

  it('give points by the id of their series', () => {
    const pack = series.slice(0, 2);
    const times = [new Date('2026-11-20T10:00:00Z'), new Date('2026-11-20T11:00:00Z')];
    const results = [
      { Id: 'm1', StatusCode: 'Complete' as const, Timestamps: times, Values: [1, 2] },
      { Id: 'm0', StatusCode: 'Complete' as const, Timestamps: times, Values: [3] },
      { Id: 'm7', StatusCode: 'Complete' as const, Timestamps: times, Values: [9, 9] },
    ];
    const points = toPoints(results, pack, { accountId: '1', region: 'r' });
    expect(points.map(({ modelId, periodStart, value }) => [modelId, periodStart, value])).toEqual([
      ['m1', '2026-11-20T10:00:00Z', 1],
      ['m1', '2026-11-20T11:00:00Z', 2],
      ['m0', '2026-11-20T10:00:00Z', 3],
    ]);
    expect(toQueries(pack).map(({ Id }) => Id)).toEqual(['m0', 'm1']);
  });

  it('say when a series was not answered in full', () => {
    expect(incompleteReason([{ Id: 'm0', StatusCode: 'Complete' }])).toBeNull();
    expect(incompleteReason([{ Id: 'm0', StatusCode: 'Forbidden' }])).toMatch(
      /1 series.*Forbidden/,
    );
  });
});
