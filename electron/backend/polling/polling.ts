import { clearInterval, setInterval } from 'node:timers';
import type { BackendEvent } from '../../../shared/api/answers.ts';
import type { ApiContext } from '../api/context.ts';
import { startScan } from '../api/jobs-api.ts';
import { redactText } from '../redact.ts';
import type { OpenWorkspace } from '../workspace/open-workspace.ts';
import { lastRead } from './last-read.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';

/** The polling of whichever workspace is open. */
export interface Polling {
  /** Null in the demo, which stands still: it is read only when asked to. */
  readonly states: () => ReturnType<Scheduler['states']> | null;
  close(): void;
}

/**
 * Begins to look at the open workspace; another one that is opened is looked at from its start.
 * `onEvent` tells of every event of the backend until what it answers is called.
 */
export function startPolling(
  context: ApiContext,
  onEvent: (listener: (event: BackendEvent) => void) => () => void,
): Polling {
  let open: OpenWorkspace | null = null;
  let scheduler: Scheduler | null = null;
  const follow = () => {
    if (open === context.workspace()) return;
    scheduler?.close();
    open = context.workspace();
    scheduler = open.demo === null ? schedulerOf(context, open) : null;
  };
  const leave = onEvent(({ type }) => {
    if (type === 'workspace') follow();
  });
  follow();
  return {
    states: () => scheduler?.states() ?? null,
    close() {
      leave();
      scheduler?.close();
    },
  };
}

/** Keeps to the workspace it was made for, whichever is open while it looks. */
function schedulerOf(context: ApiContext, open: OpenWorkspace): Scheduler {
  const { host } = context;
  const own = { ...context, workspace: () => open };
  return createScheduler({
    now: host.now,
    settings: () => open.file.current().settings,
    lastRead: () => lastRead(open.store),
    job: () => open.jobs.current(),
    start: (sources) => startScan(own, { sources, large: 'leave' }),
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
