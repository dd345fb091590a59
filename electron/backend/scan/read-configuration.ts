import type { CollectedDatasetId, DatasetReading } from '../../../shared/model/dataset.ts';
import type { Instant } from '../../../shared/model/period.ts';
import { inParallel } from '../aws/in-parallel.ts';
import { collectedDatasets, collectors } from '../collectors/index.ts';
import type { Store } from '../store/store.ts';
import { readDataset } from './read-dataset.ts';
import type { ScanAccount } from './scan-accounts.ts';

const AT_ONCE = 24;

export interface ReadConfigurationOptions {
  readonly scanId: string;
  readonly accounts: readonly ScanAccount[];
  readonly store: Store;
  readonly signal: AbortSignal;
  readonly clock: () => Instant;
  readonly onProgress: (done: number, total: number) => void;
}

interface Job {
  readonly dataset: CollectedDatasetId;
  readonly account: ScanAccount;
  readonly region: string;
}

/**
 * Runs every collector in every account and Region and stores what each of them read; readings made
 * before a cancellation are stored too.
 * @throws AppError `cancelled`.
 */
export async function readConfiguration(
  options: ReadConfigurationOptions,
): Promise<readonly DatasetReading[]> {
  const jobs = options.accounts.flatMap(jobsOf);
  const readings: DatasetReading[] = [];
  options.onProgress(0, jobs.length);
  try {
    await inParallel(jobs, AT_ONCE, async ({ dataset, account, region }) => {
      const { accountId, clients } = account;
      const { signal, clock } = options;
      const where = { clients, accountId, region, signal, clock };
      readings.push(await read(dataset, where));
      options.onProgress(readings.length, jobs.length);
    });
  } finally {
    await options.store.putReadings(options.scanId, readings);
  }
  return readings;
}

function read(
  dataset: CollectedDatasetId,
  where: Parameters<typeof readDataset>[1],
): Promise<DatasetReading> {
  return readDataset<CollectedDatasetId>(collectors[dataset], where);
}

function jobsOf(account: ScanAccount): readonly Job[] {
  return collectedDatasets.flatMap((dataset) => {
    const wide = collectors[dataset].scope === 'account';
    const regions = wide ? account.regions.slice(0, 1) : account.regions;
    return regions.map((region) => ({ dataset, account, region }));
  });
}
