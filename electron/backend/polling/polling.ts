import { clearInterval, setInterval } from 'node:timers';
import { SOURCE_KINDS } from '../../../shared/model/settings.ts';
import type { ApiContext } from '../api/context.ts';
import { startScan } from '../api/jobs-api.ts';
import { redactText } from '../redact.ts';
import type { Store } from '../store/store.ts';
import { createScheduler, type LastReadings, type Scheduler } from './scheduler.ts';
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
async function lastRead(store: Store): Promise<LastReadings> {
  const snapshot = await store.latestSnapshot();
  const sources = await store.latestSourceReadings();
  const read = [
    ...(snapshot?.readings ?? []).map((one) => ({ ...one, kind: 'configuration' as const })),
    ...sources.map((one) => ({ ...one, kind: kindOfSource(one.source) })),
  ];
  const kinds = SOURCE_KINDS.map((kind) => {
    const own = read.filter((one) => one.kind === kind);
    const at = own.reduce((newest, { readAt }) => (readAt > newest ? readAt : newest), '');
    const failed = own.filter(({ outcome }) => outcome.status === 'failed').length;
    return [kind, { at, failed: failed * 2 > own.length }] as const;
  });
  return Object.fromEntries(kinds.filter(([, { at }]) => at !== ''));
}
