import type { CollectedDatasetId, DatasetReading } from '../../../shared/model/dataset.ts';
import type { Instant } from '../../../shared/model/period.ts';
import type { Clients } from '../aws/clients.ts';
import { inParallel } from '../aws/in-parallel.ts';
import type { MeteredCalls } from '../aws/metered-calls.ts';
import { collectedDatasets, collectors } from '../collectors/index.ts';
import { createSharedReads, type SharedReads } from '../collectors/shared-reads.ts';
import type { Store } from '../store/store.ts';
import { type KeptReadings, keepReadings } from './kept-readings.ts';
import { readDataset } from './read-dataset.ts';
import { recentReadings } from './recent-readings.ts';
import type { ScanAccount } from './scan-accounts.ts';

const AT_ONCE = 24;

export interface ReadConfigurationOptions {
  readonly scanId: string;
  readonly accounts: readonly ScanAccount[];
  readonly store: Store;
  /** Counts the few calls that AWS charges for, and refuses those over the monthly cap. */
  readonly meter: MeteredCalls;
  readonly signal: AbortSignal;
  readonly clock: () => Instant;
  readonly onProgress: (done: number, total: number) => void;
}

interface Job {
  readonly dataset: CollectedDatasetId;
  readonly account: ScanAccount;
  readonly region: string;
}

/** What runs or has run, by account, for the collectors that follow others. */
type Started = Map<string, { readonly job: Job; readonly reading: Promise<DatasetReading> }[]>;

/** What all accounts of the scan work with. */
interface Scan {
  readonly options: ReadConfigurationOptions;
  readonly started: Started;
  readonly shared: SharedReads;
}

/** What is going on in one account; its clients are forgotten when it is through. */
interface AccountWork {
  readonly clients: Clients;
  readonly readings: DatasetReading[];
  left: number;
}

/**
 * Runs every collector in every account and Region and stores what each of them read, account by
 * account; readings made before a cancellation are stored too. A dataset that names what others read
 * is begun before them, so that waiting for it never waits for something that has not begun. Accounts
 * come one after the other, so that only a few have clients at a time.
 * @throws AppError `cancelled`.
 */
export async function readConfiguration(options: ReadConfigurationOptions): Promise<KeptReadings> {
  const { store, scanId, onProgress } = options;
  const jobs = options.accounts.flatMap(jobsOf);
  const recent = recentReadings(await store.latestSnapshot(), options.clock());
  const kept = keepReadings();
  const scan: Scan = { options, started: new Map(), shared: createSharedReads() };
  const { started } = scan;
  const works = new Map<string, AccountWork>();
  onProgress(0, jobs.length);
  try {
    await inParallel(jobs, AT_ONCE, async (job) => {
      const { accountId } = job.account;
      const work = works.get(accountId) ?? begin(job.account);
      works.set(accountId, work);
      const known = recent(job.dataset, job.account, job.region);
      const reading = known ?? read(job, work.clients, scan);
      started.set(accountId, [...(started.get(accountId) ?? []), { job, reading }]);
      kept.add(await reading);
      if (known === null) work.readings.push(await reading);
      onProgress(kept.ends.length, jobs.length);
      work.left -= 1;
      if (work.left > 0) return;
      works.delete(accountId);
      started.delete(accountId);
      work.clients.close();
      await store.putReadings(scanId, work.readings);
    });
  } finally {
    for (const { clients } of works.values()) clients.close();
    await store.putReadings(
      scanId,
      [...works.values()].flatMap((work) => work.readings),
    );
  }
  return kept;
}

function begin(account: ScanAccount): AccountWork {
  return { clients: account.clients.fresh(), readings: [], left: jobsOf(account).length };
}

function read(
  job: Job,
  clients: Clients,
  { options, started, shared }: Scan,
): Promise<DatasetReading> {
  const { signal, clock, meter } = options;
  const { accountId, regions } = job.account;
  const collector = collectors[job.dataset];
  return readDataset<CollectedDatasetId>(collector, {
    clients,
    accountId,
    region: job.region,
    regions,
    signal,
    clock,
    book: meter.book,
    shared,
    readings: async (dataset) => {
      const inReach = (started.get(accountId) ?? []).filter(
        ({ job: other }) =>
          other.dataset === dataset && (collector.scope === 'account' || sees(job.region, other)),
      );
      const all = await Promise.all(inReach.map(({ reading }) => reading));
      return all.filter((reading): reading is DatasetReading<typeof dataset> => {
        return reading.dataset === dataset;
      });
    },
  });
}

/** Whether a Region's collector sees a reading: its own Region's, or the account's. */
function sees(region: string, other: Job): boolean {
  return other.region === region || collectors[other.dataset].scope === 'account';
}

function jobsOf(account: ScanAccount): readonly Job[] {
  return collectedDatasets.flatMap((dataset) => {
    const wide = collectors[dataset].scope === 'account';
    const regions = wide ? account.regions.slice(0, 1) : account.regions;
    return regions.map((region) => ({ dataset, account, region }));
  });
}
