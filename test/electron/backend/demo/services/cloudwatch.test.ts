import {
  CloudWatchClient,
  GetMetricDataCommand,
  type GetMetricDataCommandInput,
  ListMetricsCommand,
  type MetricDataQuery,
  paginateGetMetricData,
  paginateListMetrics,
} from '@aws-sdk/client-cloudwatch';
import { beforeAll, describe, expect, test } from 'vitest';
import { accountForTests } from '../../../../helpers/simulated-client.ts';
import { createSmallWorld } from '../../../../helpers/small-world/small-world.ts';

const account = accountForTests(createSmallWorld());
let client: CloudWatchClient;
beforeAll(() => {
  client = new CloudWatchClient(account.config());
});

const NOON = new Date('2026-11-20T12:00:00Z');
const hoursBefore = (hours: number) => new Date(NOON.getTime() - hours * 3_600_000);

function query(Id: string, stat: { Stat?: string; Period?: number; Model?: string } = {}) {
  const { Stat = 'Sum', Period = 3600, Model = 'm0' } = stat;
  return {
    Id,
    MetricStat: {
      Metric: {
        Namespace: 'AWS/Bedrock',
        MetricName: 'InputTokenCount',
        Dimensions: [{ Name: 'ModelId', Value: Model }],
      },
      Period,
      Stat,
    },
  } satisfies MetricDataQuery;
}

async function values(one: MetricDataQuery, hours: number, more: object = {}) {
  const answer = await client.send(
    new GetMetricDataCommand({
      MetricDataQueries: [one],
      StartTime: hoursBefore(hours),
      EndTime: NOON,
      ScanBy: 'TimestampAscending',
      ...more,
    }),
  );
  return answer.MetricDataResults?.[0]?.Values;
}

describe('ListMetrics', () => {
  test('500 a page, and only what was active in the last two weeks', async () => {
    const sizes = [];
    const names = new Set<string | undefined>();
    for await (const page of paginateListMetrics({ client }, { Namespace: 'AWS/Bedrock' })) {
      sizes.push(page.Metrics?.length);
      for (const metric of page.Metrics ?? []) names.add(metric.Dimensions?.[0]?.Value);
    }
    expect(sizes).toEqual([500, 500, 201]);
    expect(names.size).toBe(1201);
    expect(names.has('quiet')).toBe(false);
    expect(names.has('empty')).toBe(false);
  });

  test.each([
    [{ Namespace: 'AWS/S3' }, 0],
    [{ MetricName: 'Invocations' }, 0],
    [{ Dimensions: [{ Name: 'ModelId', Value: 'm7' }] }, 1],
    [{ Dimensions: [{ Name: 'Nope' }] }, 0],
    [{ RecentlyActive: 'PT3H' as const, Dimensions: [{ Name: 'ModelId', Value: 'm0' }] }, 1],
  ])('%j finds %i', async (input, count) => {
    expect((await client.send(new ListMetricsCommand(input))).Metrics).toHaveLength(count);
  });

  test('a foreign token is an InvalidParameterValue under its query name too', async () => {
    const refused = client.send(new ListMetricsCommand({ NextToken: 'nope' }));
    await expect(refused).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
      Code: 'InvalidParameterValue',
      Type: 'Sender',
    });
  });
});

describe('GetMetricData', () => {
  test.each([
    ['Sum', [2397, 2398, 2399]],
    ['Average', [1198.5, 1199, 1199.5]],
    ['Minimum', [1, 1, 1]],
    ['Maximum', [2397.5, 2398.5, 2399.5]],
    ['SampleCount', [2, 2, 2]],
  ])('%s by the hour; start included, end excluded', async (Stat, expected) => {
    expect(await values(query('a', { Stat }), 3)).toEqual(expected);
  });

  test('the hour at EndTime itself is not in the range', async () => {
    expect(await values(query('a'), 3, { EndTime: hoursBefore(1) })).toEqual([2397, 2398]);
  });

  test('a day adds its hours up, and starts where the request starts', async () => {
    const all = await values(query('a'), 48);
    const days = await values(query('a', { Period: 86_400 }), 48);
    expect(days).toHaveLength(2);
    const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
    expect(days).toEqual([sum(all?.slice(0, 24) ?? []), sum(all?.slice(24) ?? [])]);
  });

  test('ScanBy turns the order; newest first is the default', async () => {
    const ascending = await values(query('a'), 3);
    expect(await values(query('a'), 3, { ScanBy: undefined })).toEqual(ascending?.toReversed());
  });

  test.each([
    [60, 15 * 24],
    [300, 63 * 24],
    [3600, 100 * 24],
  ])('period %i keeps %i hours', async (Period, kept) => {
    expect(await values(query('a', { Period }), 100 * 24)).toHaveLength(kept);
  });

  test('unknown series are complete and empty; another unit finds nothing', async () => {
    const answer = await client.send(
      new GetMetricDataCommand({
        MetricDataQueries: [query('nothing', { Model: 'none' })],
        StartTime: hoursBefore(3),
        EndTime: NOON,
      }),
    );
    expect(answer.MetricDataResults).toEqual([
      {
        Id: 'nothing',
        Label: 'InputTokenCount',
        Timestamps: [],
        Values: [],
        StatusCode: 'Complete',
      },
    ]);
    const one = query('a');
    const bytes = { ...one, MetricStat: { ...one.MetricStat, Unit: 'Bytes' as const } };
    expect(await values(bytes, 3)).toEqual([]);
  });

  test('more than 100,800 datapoints come in pages that add up', async () => {
    const queries = Array.from({ length: 50 }, (_, index) =>
      query(`q${index}`, { Model: `m${index}` }),
    );
    const input = { MetricDataQueries: queries, StartTime: hoursBefore(2400), EndTime: NOON };
    const pages = [];
    const perQuery = new Map<string | undefined, number>();
    for await (const page of paginateGetMetricData({ client }, input)) {
      pages.push(page.MetricDataResults?.reduce((sum, one) => sum + (one.Values?.length ?? 0), 0));
      for (const { Id, Values } of page.MetricDataResults ?? []) {
        perQuery.set(Id, (perQuery.get(Id) ?? 0) + (Values?.length ?? 0));
      }
    }
    expect(pages).toEqual([100_800, 50 * 2400 - 100_800]);
    expect(Array.from(perQuery.values())).toEqual(queries.map(() => 2400));
  });

  const range = { StartTime: hoursBefore(3), EndTime: NOON };
  const cases: readonly [string, string, GetMetricDataCommandInput][] = [
    ['no queries', 'ValidationException', { ...range, MetricDataQueries: [] }],
    [
      '501 queries',
      'ValidationException',
      { ...range, MetricDataQueries: Array.from({ length: 501 }, (_, i) => query(`q${i}`)) },
    ],
    [
      'one id twice',
      'ValidationException',
      { ...range, MetricDataQueries: [query('a'), query('a')] },
    ],
    ['an upper-case id', 'ValidationException', { ...range, MetricDataQueries: [query('A')] }],
    [
      'an expression',
      'ValidationException',
      { ...range, MetricDataQueries: [{ Id: 'e', Expression: "SEARCH('{AWS/Bedrock}', 'Sum')" }] },
    ],
    [
      'a period of 90 s',
      'InvalidParameterValueException',
      { ...range, MetricDataQueries: [query('a', { Period: 90 })] },
    ],
    [
      'a percentile',
      'InvalidParameterValueException',
      { ...range, MetricDataQueries: [query('a', { Stat: 'p99' })] },
    ],
    [
      'an empty range',
      'InvalidParameterValueException',
      { StartTime: NOON, EndTime: NOON, MetricDataQueries: [query('a')] },
    ],
    [
      'a foreign token',
      'InvalidNextToken',
      { ...range, NextToken: 'bm9wZQ', MetricDataQueries: [query('a')] },
    ],
  ];
  test.each(cases)('%s is refused as %s', async (_what, name, input) => {
    await expect(client.send(new GetMetricDataCommand(input))).rejects.toMatchObject({ name });
  });
});
