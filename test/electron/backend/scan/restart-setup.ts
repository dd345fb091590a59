import type { World } from '../../../../electron/backend/demo/world/world.ts';
import type { ScanSummary } from '../../../../electron/backend/scan/run-scan.ts';
import type { Connection, Settings } from '../../../../shared/api/answers.ts';
import type { DatasetReading } from '../../../../shared/model/dataset.ts';
import { openScanSetup, type ScanSetup } from './scan-setup.ts';
import { SETTINGS } from './simulated.ts';

/** What is scanned, and which requests are the middle of it. */
export interface Restarted {
  readonly world: World;
  readonly accountId: string;
  readonly sources: Settings['sources'];
  /** As in `s3:GetObject`. */
  readonly operation: string;
}

/** How a scan is cut short after so many requests of the source. */
export interface Cut {
  readonly by: 'cancelling' | 'an expired token';
  readonly after: number;
}

/** A store of its own, with the account's configuration in it, and scans of the source alone. */
export interface RestartCase {
  readonly setup: ScanSetup;
  scan(): Promise<ScanSummary>;
  /** Scans until the cut; answers how the scan ended. */
  scanUntil(cut: Cut): Promise<'cancelled' | ScanSummary['state']>;
  /** Requests of the operation that were answered. */
  answered(): number;
  /** Log files that are stored. */
  stored(): Promise<number>;
  /** What the books say of the operation. */
  booked(): Promise<{ readonly calls: number; readonly units: number }>;
}

/** The configuration of an account, read once for all the cases of a world. */
export async function readConfigurationOf({
  world,
  accountId,
}: Restarted): Promise<readonly DatasetReading[]> {
  const setup = await openScanSetup(world);
  try {
    const connections = [setup.simulated.connectionOf(accountId)];
    const settings: Settings = { ...SETTINGS, sources: ['configuration'] };
    await setup.scan({ connections, settings });
    return (await setup.store.latestSnapshot())?.readings ?? [];
  } finally {
    await setup.close();
  }
}

/** Runs `work` over a store that holds the configuration. */
export async function withRestartCase<T>(
  restarted: Restarted,
  configuration: readonly DatasetReading[],
  work: (one: RestartCase) => Promise<T>,
): Promise<T> {
  const setup = await openScanSetup(restarted.world);
  try {
    await setup.store.putReadings('prepared', configuration);
    return await work(caseOf(setup, restarted));
  } finally {
    await setup.close();
  }
}

function caseOf(setup: ScanSetup, { accountId, sources, operation }: Restarted): RestartCase {
  const { simulated, store } = setup;
  const connections: readonly Connection[] = [simulated.connectionOf(accountId)];
  const settings: Settings = { ...SETTINGS, sources };
  return {
    setup,
    scan: () => setup.scan({ connections, settings }),
    scanUntil: async ({ by, after }) => {
      const { faults } = simulated.account;
      const abort = new AbortController();
      const strike = () =>
        by === 'cancelling' ? abort.abort() : faults.set('*', { kind: 'expire' });
      const restore = afterRequests(simulated.requests, { operation, after, strike });
      try {
        return (await setup.scan({ connections, settings, signal: abort.signal })).state;
      } catch (error) {
        if (isCancelled(error)) return 'cancelled';
        throw error;
      } finally {
        restore();
        faults.clear();
      }
    },
    answered: () => simulated.requests.filter((one) => one === `${operation} 200`).length,
    stored: async () => {
      const [row] = await setup.rows(`SELECT count(*) FROM files WHERE status = 'ingested'`);
      return Number(row?.[0]);
    },
    booked: async () => {
      const rows = await store.watching('2026-11');
      const own = rows.filter((row) => row.operation === operation);
      const sum = (of: 'calls' | 'units') => own.reduce((total, row) => total + row[of], 0);
      return { calls: sum('calls'), units: sum('units') };
    },
  };
}

/** Strikes once so many requests of an operation have been answered; answers how to stop waiting. */
function afterRequests(
  requests: string[],
  {
    operation,
    after,
    strike,
  }: { readonly operation: string; readonly after: number; readonly strike: () => void },
): () => void {
  const push = requests.push.bind(requests);
  let seen = 0;
  requests.push = (...items) => {
    const before = seen;
    seen += items.filter((item) => item.startsWith(`${operation} `)).length;
    if (before < after && seen >= after) strike();
    return push(...items);
  };
  return () => {
    requests.push = push;
  };
}

function isCancelled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'cancelled';
}
