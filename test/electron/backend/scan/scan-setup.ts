import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Faults } from '../../../../electron/backend/demo/faults.ts';
import type { World, WorldInvocation } from '../../../../electron/backend/demo/world/world.ts';
import {
  runScan,
  type ScanOptions,
  type ScanSummary,
} from '../../../../electron/backend/scan/run-scan.ts';
import { openStore } from '../../../../electron/backend/store/open.ts';
import type { MetricPoint, Store } from '../../../../electron/backend/store/store.ts';
import type { Connection } from '../../../../shared/api/answers.ts';
import { NOW, SETTINGS, type Simulated, startSimulated } from './simulated.ts';

/** Accounts of the simulated organisation whose reading takes all its permissions. */
const WHOLE_ACCOUNTS = /^(?!666677778888)/;

/** A simulated organisation and a real store to scan it into. */
export interface ScanSetup {
  readonly simulated: Simulated;
  readonly store: Store;
  /** One connection for each account that can be read without a gap. */
  readonly connections: readonly Connection[];
  scan(change: Partial<ScanOptions>): Promise<ScanSummary>;
  /** The world's calls in the accounts and Regions of the connections. */
  calls(): readonly WorldInvocation[];
  rows(sql: string): Promise<readonly (readonly unknown[])[]>;
  /** What a scan asked AWS for, as `s3:GetObject 200`. */
  requestsOf(scanId: string): readonly string[];
  /** The store with the sums of all points that pass, by metric, account, Region and model. */
  watchPoints(): { readonly store: Store; sums(): ReadonlyMap<string, number> };
  close(): Promise<void>;
}

/** Opens a setup; `world` replaces the simulated organisation, `faults` its own switches. */
export async function openScanSetup(world?: World, faults?: Faults): Promise<ScanSetup> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-scan-'));
  const simulated = await startSimulated(world, faults);
  const store = await openStore({ folder, now: () => NOW });
  const connections = simulated.connections
    .filter(({ id }) => WHOLE_ACCOUNTS.test(id))
    .map((connection) => inBusyRegions(connection, simulated.world));
  const places = new Set(connections.flatMap(({ id, regions }) => regions.map((r) => id + r)));
  const requests = new Map<string, readonly string[]>();
  const scan = async (change: Partial<ScanOptions>): Promise<ScanSummary> => {
    const scanId = `scan-${requests.size + 1}`;
    const before = simulated.requests.length;
    try {
      return await runScan({
        scanId,
        connections,
        store,
        settings: SETTINGS,
        spoolFolder: join(folder, 'spool'),
        clock: () => NOW,
        signal: new AbortController().signal,
        onProgress: () => undefined,
        connect: simulated.connect,
        lookupIntervalMs: 1,
        ...change,
      });
    } finally {
      requests.set(scanId, simulated.requests.slice(before));
    }
  };
  return {
    simulated,
    store,
    connections,
    scan,
    calls: () =>
      simulated.world.invocations.filter(({ accountId, region }) => places.has(accountId + region)),
    rows: async (sql) => (await store.query(sql, 5_000)).rows,
    requestsOf: (scanId) => requests.get(scanId) ?? [],
    watchPoints: () => watchPoints(store),
    close: async () => {
      await store.close();
      await simulated.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A connection in its first Region and those with calls, where a world has calls to add up. */
function inBusyRegions(connection: Connection, { invocations, mantleCalls }: World): Connection {
  if (invocations.length === 0) return connection;
  const busy = new Set(
    [...invocations, ...mantleCalls]
      .filter(({ accountId }) => accountId === connection.id)
      .map(({ region }) => region),
  );
  const regions = connection.regions.filter((region, index) => index === 0 || busy.has(region));
  return { ...connection, regions };
}

/** Whether a point counts the calls of a model in bedrock-runtime, whatever their tier or size. */
function isByModel({ namespace, serviceTier, modelId, dimensions = {} }: MetricPoint): boolean {
  const finer = serviceTier !== null || Object.keys(dimensions).length > 0;
  return namespace === 'AWS/Bedrock' && modelId !== '' && !finer;
}

function watchPoints(store: Store): ReturnType<ScanSetup['watchPoints']> {
  const values = new Map<string, { readonly series: string; readonly value: number }>();
  return {
    store: {
      ...store,
      putMetricPoints: async (points) => {
        for (const point of points.filter(isByModel)) {
          const { metric, accountId, region, modelId, periodStart, value } = point;
          const series = `${metric} ${accountId} ${region} ${modelId}`;
          values.set(`${series} ${periodStart}`, { series, value });
        }
        await store.putMetricPoints(points);
      },
    },
    sums: () => {
      const sums = new Map<string, number>();
      for (const { series, value } of values.values()) {
        sums.set(series, (sums.get(series) ?? 0) + value);
      }
      return sums;
    },
  };
}
