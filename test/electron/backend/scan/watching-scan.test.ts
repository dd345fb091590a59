import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clients } from '../../../../electron/backend/aws/clients.ts';
import type { ScanOptions } from '../../../../electron/backend/scan/run-scan.ts';
import type { WatchingRow } from '../../../../electron/backend/store/store.ts';
import { createShortWorld } from '../../../helpers/short-world.ts';
import { openScanSetup, type ScanSetup } from './scan-setup.ts';
import { NOW } from './simulated.ts';

const MANAGEMENT = '111122223333';
const SUPPORT = '555566667777';

const world = createShortWorld({
  now: NOW,
  days: 1,
  places: { [MANAGEMENT]: ['us-east-1'], [SUPPORT]: ['eu-west-1'] },
});

let setup: ScanSetup;
beforeEach(async () => {
  setup = await openScanSetup(world);
});
afterEach(() => setup.close());

/** What the account was asked, by the name that it is booked under, without who may come in. */
function asked(requests: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const request of requests) {
    const operation = request.split(' ')[0] ?? '';
    if (operation === 'sts:AssumeRole') continue;
    const name = operation === 's3:ListObjectsV2' ? 's3:ListBucket' : operation;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function booked(rows: readonly WatchingRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { operation, calls } of rows) {
    counts.set(operation, (counts.get(operation) ?? 0) + calls);
  }
  return counts;
}

const sorted = (counts: ReadonlyMap<string, number>) => new Map([...counts].sort());

/** Clients that tell how many metrics each GetMetricData asks for, which is what AWS charges for. */
function tellingMetrics(clients: Clients, tell: (metrics: number) => void): Clients {
  return {
    ...clients,
    cloudwatch: async (region) => {
      const client = await clients.cloudwatch(region);
      client.middlewareStack.add(
        (next) => (args) => {
          const { MetricDataQueries } = args.input as { readonly MetricDataQueries?: unknown[] };
          tell(MetricDataQueries?.length ?? 0);
          return next(args);
        },
        { step: 'initialize', name: 'tellMetrics', override: true },
      );
      return client;
    },
  };
}

describe('the books of a scan', () => {
  it('hold every request that the account answered, under its name, and their price', async () => {
    let metrics = 0;
    const connect: ScanOptions['connect'] = (connection, onAttempt) =>
      tellingMetrics(setup.simulated.connect(connection, onAttempt), (count) => {
        metrics += count;
      });
    const { scanId, watchingUsd } = await setup.scan({ connect });
    const rows = await setup.store.watching('2026-11');
    const expected = asked(setup.requestsOf(scanId));
    expect(expected.size).toBeGreaterThan(60);
    expect(sorted(booked(rows))).toEqual(sorted(expected));
    const of = (operation: string) => expected.get(operation) ?? 0;
    const explorer = [...expected.keys()].filter((name) => name.startsWith('ce:'));
    expect(explorer.length).toBeGreaterThan(1);
    expect(metrics).toBeGreaterThan(10);
    const byHand =
      explorer.reduce((sum, name) => sum + of(name), 0) * 0.01 +
      metrics * 0.000_01 +
      of('s3:ListBucket') * 0.000_005 +
      of('s3:GetObject') * 0.000_000_4;
    expect(Number(watchingUsd)).toBeCloseTo(byHand, 12);
    expect(rows.reduce((sum, { usd }) => sum + Number(usd), 0)).toBeCloseTo(byHand, 12);
    expect(rows.every((row) => row.scanId === scanId && row.at === NOW)).toBe(true);
  }, 120_000);

  it('are on the disk while the scan still runs: a kill forgets the last seconds alone', async () => {
    const abort = new AbortController();
    setup.simulated.account.faults.set('pricing:GetProducts', { kind: 'delay', delayMs: 60_000 });
    let putWatching: ScanSetup['store']['putWatching'] = setup.store.putWatching;
    const written = new Promise<number>((resolve) => {
      putWatching = async (rows) => {
        const answeredBefore = setup.simulated.requests.length;
        await setup.store.putWatching(rows);
        resolve(answeredBefore);
      };
    });
    const store = { ...setup.store, putWatching };
    const scanning = setup.scan({ store, signal: abort.signal }).then(
      () => null,
      (error: unknown) => error,
    );
    const before = await written;
    const kept = booked(await setup.store.watching('2026-11'));
    const answered = asked(setup.simulated.requests.slice(0, before));
    expect(answered.size).toBeGreaterThan(10);
    for (const [operation, calls] of answered) {
      expect(kept.get(operation) ?? 0, operation).toBeGreaterThanOrEqual(calls);
    }
    abort.abort();
    expect(await scanning).toMatchObject({ code: 'cancelled' });
  }, 120_000);
});
