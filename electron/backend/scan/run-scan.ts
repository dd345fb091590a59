import { setMaxListeners } from 'node:events';
import type { Connection, IngestSummary, JobStep } from '../../../shared/api/answers.ts';
import { AppError } from '../../../shared/model/app-error.ts';
import type { Usd } from '../../../shared/model/usd.ts';
import type { Clients } from '../aws/clients.ts';
import type { MeteredCalls } from '../aws/metered-calls.ts';
import type { SourceReading } from '../store/store.ts';
import { identifyStep } from './identify-step.ts';
import { type KeptReadings, keepReadings, type ReadingEnd } from './kept-readings.ts';
import { unconfirmedSources } from './large-scan.ts';
import { createProgress, type Progress } from './progress.ts';
import type { ReachedAccounts } from './reach-organizations.ts';
import { readConfiguration } from './read-configuration.ts';
import { readSources, sourceSteps } from './read-sources.ts';
import type { RefusedConnection, ScanAccount } from './scan-accounts.ts';
import type { ScanOptions } from './scan-options.ts';
import { endOfReadings } from './step-ends.ts';
import { withBooks } from './watching-books.ts';

export type { ScanOptions } from './scan-options.ts';

/** What a scan read; it ends `done` only when nothing was denied and nothing failed. */
export interface ScanSummary {
  readonly scanId: string;
  readonly state: 'done' | 'partial';
  readonly steps: readonly JobStep[];
  /** The account behind each connection that answered, by connection id. */
  readonly accountIds: ReadonlyMap<string, string>;
  readonly refused: readonly RefusedConnection[];
  /** The active accounts of the organisation of each connection that lists one, by its id. */
  readonly members: ReachedAccounts['members'];
  readonly datasets: readonly ReadingEnd[];
  readonly sources: readonly SourceReading[];
  readonly summary: IngestSummary;
  /** What Assay's own metered calls cost in this scan. */
  readonly watchingUsd: Usd;
}

const STEPS = [
  { id: 'identity', title: 'Accounts' },
  { id: 'configuration', title: 'Configuration' },
  ...sourceSteps,
];

/**
 * Reads everything that the connections reach: who they are, then the configuration, then events,
 * logs and metrics. One account, Region or record that cannot be read never stops the others; each is
 * stored with its outcome. Whatever was stored before a cancellation stays.
 * @throws AppError of the first refused connection when none is accepted; `cancelled`;
 * `invalid-input` without connections.
 */
export async function runScan(options: ScanOptions): Promise<ScanSummary> {
  if (options.connections.length === 0) {
    throw new AppError('invalid-input', 'There is no connection to scan; add one in Settings.');
  }
  return withBooks(options, async (meter) => {
    const connect = (connection: Connection) => options.connect(connection, meter.attempt);
    const allClients = options.connections.map(connect);
    const opened = [...allClients];
    const progress = createProgress(STEPS, options.onProgress);
    const signal = manyListeners(options.signal);
    try {
      return await scanAll({ ...options, signal }, { progress, allClients, opened, meter });
    } finally {
      for (const clients of opened) clients.close();
    }
  });
}

/** The same signal for the many calls that listen to it at once, without Node's leak warning. */
function manyListeners(signal: AbortSignal): AbortSignal {
  const own = AbortSignal.any([signal]);
  setMaxListeners(0, own);
  return own;
}

interface ScanState {
  readonly progress: Progress;
  /** One for each connection. */
  readonly allClients: readonly Clients[];
  /** All clients of this scan, to be closed when it ends; those of organisations are added. */
  readonly opened: Clients[];
  readonly meter: MeteredCalls;
}

async function scanAll(options: ScanOptions, state: ScanState): Promise<ScanSummary> {
  const { scanId, store, signal, clock, settings, spoolFolder } = options;
  const { progress, meter } = state;
  const { accounts, refused, accountIds, members, reached } = await identifyStep(options, state);
  const { ends, needed } = await configurationStep(options, state, accounts);
  const tools = { store, meter, spoolFolder, signal, clock, keepBodies: settings.keepBodies };
  const { lookupIntervalMs } = options;
  const configuration = needed;
  const context = { scanId, accounts, configuration, settings, tools, progress, lookupIntervalMs };
  const { confirm } = options;
  const unconfirmed = confirm === undefined ? [] : await unconfirmedSources(context, confirm);
  const sources = await readSources({ ...context, unconfirmed });
  await store.sumUp(signal);
  const steps = progress.steps();
  return {
    scanId,
    state: steps.every((step) => step.state === 'done') ? 'done' : 'partial',
    steps,
    accountIds,
    refused,
    members,
    datasets: ends,
    sources: [...reached, ...sources.readings],
    summary: sources.summary,
    watchingUsd: meter.totalUsd(),
  };
}

/** Reads the configuration, or takes what is known of it where it is not to be read. */
async function configurationStep(
  { scanId, store, signal, clock, settings }: ScanOptions,
  { progress, meter }: ScanState,
  accounts: readonly ScanAccount[],
): Promise<KeptReadings> {
  if (!settings.sources.includes('configuration')) {
    progress.end('configuration', 'done', 'Not read this time; what is known is used.');
    const known = keepReadings();
    for (const reading of (await store.latestSnapshot())?.readings ?? []) known.add(reading);
    return known;
  }
  progress.start('configuration');
  const read = await readConfiguration({
    scanId,
    accounts,
    store,
    meter,
    signal,
    clock,
    onProgress: (done, total) => progress.count('configuration', done, total),
  });
  const { end, note } = endOfReadings(read.ends);
  progress.end('configuration', end, note);
  return read;
}
