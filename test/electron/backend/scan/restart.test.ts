import { beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../../../electron/backend/demo/world/world.ts';
import type { DatasetReading } from '../../../../shared/model/dataset.ts';
import { exportedWhole } from './exported.ts';
import { type Cut, type Restarted, readConfigurationOf, withRestartCase } from './restart-setup.ts';
import {
  createPayerWorld,
  createWorldOfTwoRegions,
  inManyFiles,
  longRecords,
  MANAGEMENT,
  SUPPORT,
  west,
  withExportOf,
  withMetrics,
} from './restart-worlds.ts';

/** A busy machine takes its time. */
const TIMEOUT_MS = 300_000;

interface Row extends Omit<Restarted, 'world'> {
  readonly name: string;
  readonly world: () => World | Promise<World>;
  /**
   * Requests that a restart may repeat: what was under way when the scan was cut and, by
   * documentation, the last minutes or hours of a source whose records come late. Null: those whose
   * files are not stored yet.
   */
  readonly repeats: number | null;
  /** The paid units of a request; none where AWS charges nothing. */
  readonly units?: 'one' | 'some';
}

const support = { accountId: SUPPORT } as const;
const management = { accountId: MANAGEMENT, sources: ['bill'] } as const;
const isRuntime = (namespace: string) => namespace === 'AWS/Bedrock';

const rows: readonly Row[] = [
  {
    ...support,
    name: 'the event history',
    world: () => west,
    sources: ['events'],
    operation: 'cloudtrail:LookupEvents',
    repeats: 3,
  },
  {
    ...support,
    name: 'log files of a trail',
    world: () => inManyFiles(/\/CloudTrail\//, 12),
    sources: ['logs'],
    operation: 's3:GetObject',
    repeats: 32,
    units: 'one',
  },
  {
    ...support,
    name: 'invocation logs in S3',
    world: () => inManyFiles(/BedrockModelInvocationLogs/, 4),
    sources: ['logs'],
    operation: 's3:GetObject',
    repeats: null,
    units: 'one',
  },
  {
    ...support,
    name: 'a log group',
    world: () => longRecords,
    sources: ['logs'],
    operation: 'logs:FilterLogEvents',
    repeats: 1,
  },
  {
    ...support,
    name: 'metrics of bedrock-runtime',
    world: () => withMetrics(isRuntime),
    sources: ['metrics'],
    operation: 'cloudwatch:GetMetricData',
    repeats: 1,
    units: 'some',
  },
  {
    ...support,
    name: 'metrics of other namespaces',
    world: () => withMetrics((namespace) => !isRuntime(namespace)),
    sources: ['metrics'],
    operation: 'cloudwatch:GetMetricData',
    repeats: 4,
    units: 'some',
  },
  {
    ...management,
    name: 'Cost Explorer',
    world: createPayerWorld,
    operation: 'ce:GetCostAndUsage',
    repeats: 1,
    units: 'one',
  },
  {
    ...management,
    name: 'an export of CSV files in S3',
    world: () => withExportOf(createPayerWorld(), 'csv.gz'),
    operation: 's3:GetObject',
    repeats: 4,
    units: 'one',
  },
  {
    ...management,
    name: 'an export of Parquet files in S3',
    world: () => withExportOf(createPayerWorld(), 'snappy.parquet'),
    operation: 's3:GetObject',
    repeats: 4,
    units: 'one',
  },
  {
    ...support,
    name: 'the Price List',
    world: createWorldOfTwoRegions,
    sources: ['prices'],
    operation: 'pricing:GetProducts',
    // A list is stored whole: four at once, two of them of four pages and two of one.
    repeats: 10,
  },
];

const cuts: readonly (Omit<Cut, 'after'> & { readonly place: string; readonly share: number })[] = [
  { by: 'cancelling', place: 'the first', share: 0 },
  { by: 'cancelling', place: 'the middle', share: 0.6 },
  { by: 'cancelling', place: 'the last but one', share: 1 },
  { by: 'an expired token', place: 'the middle', share: 0.6 },
];

describe.each(rows)('$name', (row) => {
  let restarted: Restarted;
  let configuration: readonly DatasetReading[];
  let whole: string;
  let requests: number;

  beforeAll(async () => {
    restarted = { ...row, world: await row.world() };
    configuration = await readConfigurationOf(restarted);
    await withRestartCase(restarted, configuration, async (one) => {
      await one.scan();
      whole = await exportedWhole(one.setup.store);
      requests = one.answered();
    });
    expect(requests).toBeGreaterThan(2);
  }, TIMEOUT_MS);

  it.each(cuts)(
    'cut by $by at $place of its requests, is completed by the next scan, and nothing is paid twice',
    async ({ by, share }) => {
      const after = Math.max(1, Math.min(requests - 1, Math.round(requests * share)));
      await withRestartCase(restarted, configuration, async (one) => {
        const end = await one.scanUntil({ by, after });
        expect(end).toBe(by === 'cancelling' ? 'cancelled' : 'partial');
        const first = one.answered();
        const stored = await one.stored();
        await one.scan();
        const second = one.answered() - first;
        expect(await exportedWhole(one.setup.store)).toBe(whole);
        expect(second).toBeLessThanOrEqual(
          row.repeats === null ? requests - stored : requests - first + row.repeats,
        );
        const { calls, units } = await one.booked();
        expect(calls).toBeGreaterThanOrEqual(one.answered());
        if (row.units !== undefined) expect(units).toBeGreaterThanOrEqual(one.answered());
        if (row.units === 'one') expect(units).toBe(calls);
      });
    },
    TIMEOUT_MS,
  );
});
