import type { Job } from '../../../shared/api/answers.ts';
import type { Instant } from '../../../shared/model/period.ts';
import { type Settings, SOURCE_KINDS, type SourceKind } from '../../../shared/model/settings.ts';
import { dueSources, nextReading, type SourceState, type SourceStates } from './due.ts';

/** Reads sources again and again while a workspace is open. */
export interface Scheduler {
  /** When each source was read last and is to be read next. */
  readonly states: () => readonly SourceTimes[];
  close(): void;
}

/** When one source was read and is to be read. */
export interface SourceTimes {
  readonly kind: SourceKind;
  readonly lastAt: Instant | null;
  /** Null while polling is off or the source is not read. */
  readonly nextAt: Instant | null;
  readonly failures: number;
}

export interface SchedulerOptions {
  readonly now: () => Instant;
  readonly settings: () => Settings;
  /** The newest reading of each source in the store, and whether most of it failed. */
  readonly lastRead: () => Promise<LastReadings>;
  /** The running job, or the one that ended last. */
  readonly job: () => Job | null;
  /** Starts a scan of these sources; called only while no job runs. */
  readonly start: (sources: readonly SourceKind[]) => Job;
  /** Called again and again until what it answers is called. */
  readonly every: (ms: number, tick: () => void) => () => void;
  /** Told what kept a look from being taken; the next one comes as usual. */
  readonly onProblem: (thrown: unknown) => void;
  /** 0 (included) to 1 (excluded). */
  readonly random: () => number;
}

/** When sources were read, and whether more than half of their places failed then. */
export type LastReadings = Readonly<
  Partial<Record<SourceKind, { readonly at: Instant; readonly failed: boolean }>>
>;

/** Often enough that a computer which slept catches up soon after it wakes. */
const TICK_MS = 10_000;

interface Started {
  readonly jobId: string;
  readonly sources: readonly SourceKind[];
}

/**
 * Looks every few seconds, by the wall clock, for sources whose time has come, and reads all of them
 * in one scan. A scan that fails, or a source that most places could not answer, is tried again
 * after a growing wait; one that the user cancelled waits its whole interval.
 */
export function createScheduler(options: SchedulerOptions): Scheduler {
  let states = initialStates(options.random);
  let started: Started | null = null;
  let seenJob: string | null = null;
  let looking = false;
  const look = async () => {
    const job = options.job();
    if (job?.state === 'running') return;
    const ended = job === null ? null : `${job.id} ${job.state}`;
    if (ended !== seenJob || seenJob === null) {
      const failed = job?.state === 'failed' && job.id === started?.jobId;
      const tried = started !== null && job?.id === started.jobId ? started.sources : [];
      states = await afterJob(states, { options, tried, failed, endedAt: job?.endedAt ?? null });
      seenJob = ended ?? 'none';
      started = null;
    }
    const due = dueSources(states, options.settings(), options.now());
    if (due.length === 0) return;
    started = { jobId: options.start(due).id, sources: due };
  };
  const tick = () => {
    if (looking) return;
    looking = true;
    look()
      .catch(options.onProblem)
      .finally(() => {
        looking = false;
      });
  };
  const stop = options.every(TICK_MS, tick);
  return {
    states: () => SOURCE_KINDS.map((kind) => planOf(kind, states, options)),
    close: stop,
  };
}

function initialStates(random: () => number): SourceStates {
  const state = (): SourceState => ({ lastAt: null, failures: 0, jitter: jitterOf(random) });
  return {
    configuration: state(),
    logs: state(),
    events: state(),
    metrics: state(),
    bill: state(),
    prices: state(),
  };
}

function jitterOf(random: () => number): number {
  return 0.9 + random() * 0.2;
}

/** The states once a job has ended: what was tried moves on, the rest as the store has it. */
async function afterJob(
  states: SourceStates,
  ended: {
    readonly options: SchedulerOptions;
    readonly tried: readonly SourceKind[];
    readonly failed: boolean;
    readonly endedAt: Instant | null;
  },
): Promise<SourceStates> {
  const stored = await ended.options.lastRead();
  const entries = SOURCE_KINDS.map((kind) => {
    const before = states[kind];
    const own = ended.tried.includes(kind);
    const lastAt = later(before.lastAt, own ? ended.endedAt : (stored[kind]?.at ?? null));
    const failed = ended.failed || stored[kind]?.failed === true;
    const failures = own && failed ? before.failures + 1 : own ? 0 : before.failures;
    return [kind, { lastAt, failures, jitter: jitterOf(ended.options.random) }] as const;
  });
  return { ...states, ...Object.fromEntries(entries) };
}

function later(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? b : a;
}

function planOf(kind: SourceKind, states: SourceStates, options: SchedulerOptions): SourceTimes {
  const next = nextReading(kind, states, options.settings());
  const state = states[kind];
  return {
    kind,
    lastAt: state.lastAt,
    nextAt: next === 'now' ? options.now() : next,
    failures: state.failures,
  };
}
