import { type Instant, instantOfMs, msOfInstant } from '../../../shared/model/period.ts';
import { type Settings, SOURCE_KINDS, type SourceKind } from '../../../shared/model/settings.ts';

/** What is known of a source's readings while the workspace is open. */
export interface SourceState {
  /** The end of its newest reading, whoever asked for it; null when it was never read. */
  readonly lastAt: Instant | null;
  /** Readings in a row that failed. */
  readonly failures: number;
  /** 0.9 to 1.1: spreads readings, so that many programs do not call in the same second. */
  readonly jitter: number;
}

export type SourceStates = Readonly<Record<SourceKind, SourceState>>;

const MINUTE_MS = 60_000;
/** The wait after a first failure; each further one doubles it. */
const FIRST_RETRY_MS = MINUTE_MS;
const LONGEST_RETRY_MS = 60 * MINUTE_MS;

/**
 * When a source is to be read next: its interval after its newest reading, or after failures a wait
 * that doubles from a minute to an hour, so that a lost network is noticed soon and asked little.
 * Null where it is not read at all, and while the user has not begun with a first scan.
 */
export function nextReading(
  kind: SourceKind,
  states: SourceStates,
  settings: Settings,
): Instant | 'now' | null {
  if (!settings.polling.on || !settings.sources.includes(kind)) return null;
  const state = states[kind];
  if (state.lastAt === null) return wasBegun(states) ? 'now' : null;
  return instantOfMs(msOfInstant(state.lastAt) + Math.round(waitMs(kind, state, settings)));
}

function wasBegun(states: SourceStates): boolean {
  return SOURCE_KINDS.some((kind) => states[kind].lastAt !== null);
}

function waitMs(kind: SourceKind, { failures, jitter }: SourceState, settings: Settings): number {
  if (failures === 0) return settings.polling.minutes[kind] * MINUTE_MS * jitter;
  const doubled = FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 10);
  return Math.min(LONGEST_RETRY_MS, doubled) * jitter;
}

/** The sources whose time has come, in the order of a scan. */
export function dueSources(
  states: SourceStates,
  settings: Settings,
  now: Instant,
): readonly SourceKind[] {
  const due = SOURCE_KINDS.filter((kind) => {
    const next = nextReading(kind, states, settings);
    return next === 'now' || (next !== null && msOfInstant(next) <= msOfInstant(now));
  });
  return withLogs(due, settings);
}

/** The event history is asked only for what log files do not hold, so these are read before it. */
function withLogs(due: readonly SourceKind[], settings: Settings): readonly SourceKind[] {
  if (!due.includes('events') || !settings.sources.includes('logs')) return due;
  return SOURCE_KINDS.filter((kind) => kind === 'logs' || due.includes(kind));
}
