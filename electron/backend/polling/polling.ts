import { clearInterval, setInterval } from 'node:timers';
import type { Instant } from '../../../shared/model/period.ts';
import type { SourceKind } from '../../../shared/model/settings.ts';
import type { ApiContext } from '../api/context.ts';
import { startScan } from '../api/jobs-api.ts';
import { redactText } from '../redact.ts';
import type { Store } from '../store/store.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';
import { kindOfSource } from './source-kind.ts';

/** The polling of whichever workspace is open. */
export interface Polling {
  readonly states: Scheduler['states'];
  close(): void;
}

/** Begins to look at the open workspace; another one that is opened is looked at from its start. */
export function startPolling(context: ApiContext): Polling {
  let folder: string | null = null;
  let scheduler: Scheduler | null = null;
  const current = (): Scheduler => {
    const open = context.workspace();
    if (scheduler !== null && folder === open.folder) return scheduler;
    scheduler?.close();
    folder = open.folder;
    scheduler = schedulerOf(context);
    return scheduler;
  };
  current();
  return {
    states: () => current().states(),
    close: () => scheduler?.close(),
  };
}

function schedulerOf(context: ApiContext): Scheduler {
  const { workspace, host } = context;
  return createScheduler({
    now: host.now,
    settings: () => workspace().file.current().settings,
    lastRead: () => lastRead(workspace().store),
    job: () => workspace().jobs.current(),
    start: (sources) => startScan(context, { sources, large: 'leave' }),
    every: (ms, tick) => {
      const timer = setInterval(tick, ms);
      timer.unref();
      return () => clearInterval(timer);
    },
    random: Math.random,
    onProblem: (thrown) => {
      const problem = redactText(thrown instanceof Error ? thrown.message : String(thrown));
      host.log.warn('A planned scan could not begin', { problem });
    },
  });
}

/** When each kind of source was read last, by what the store keeps of readings. */
async function lastRead(store: Store): Promise<Readonly<Partial<Record<SourceKind, Instant>>>> {
  const snapshot = await store.latestSnapshot();
  const sources = await store.latestSourceReadings();
  const read: Partial<Record<SourceKind, Instant>> = {};
  if (snapshot !== null) read.configuration = snapshot.takenAt;
  for (const { source, readAt } of sources) {
    const kind = kindOfSource(source);
    if (kind !== null && (read[kind] ?? '') < readAt) read[kind] = readAt;
  }
  return read;
}
