import type { SourceKind } from '../../../shared/api/answers.ts';
import { countOf } from '../../format.ts';

/** What each source is, for a reader who decides whether to read it. */
export const SOURCE_WORDS: Readonly<
  Record<SourceKind, { readonly title: string; readonly text: string }>
> = {
  configuration: {
    title: 'Configuration',
    text: 'Models, guardrails, agents, roles, buckets and all else that is set up',
  },
  logs: {
    title: 'Log files and log groups',
    text: 'CloudTrail and invocation logs where the account keeps them; S3 charges the requests',
  },
  events: {
    title: 'Event history',
    text: '90 days of management events through LookupEvents; free, but two requests a second',
  },
  metrics: {
    title: 'CloudWatch metrics',
    text: 'Calls, tokens, latencies and errors by model; charged by metric',
  },
  bill: {
    title: 'Bill',
    text: 'Export files where there are any, else Cost Explorer, which charges each page',
  },
  prices: { title: 'Prices', text: 'The Price List of AWS; free' },
};

/** The intervals that are offered, in minutes. */
export const INTERVALS: readonly number[] = [
  5, 15, 30, 60, 120, 360, 720, 1440, 2880, 10_080, 43_200,
];

/** An interval in the largest unit that it is whole in: `15 minutes`, `6 hours`, `2 days`. */
export function intervalText(minutes: number): string {
  if (minutes % 1440 === 0) return countOf(minutes / 1440, 'day');
  return minutes % 60 === 0 ? countOf(minutes / 60, 'hour') : countOf(minutes, 'minute');
}

/** What is offered for a source, with the interval it has, which may be another one. */
export function intervalChoices(current: number): readonly number[] {
  return [...new Set([...INTERVALS, current])].sort((a, b) => a - b);
}

/** The sources with one more or one less, in their order. */
export function withSource(
  sources: readonly SourceKind[],
  kind: SourceKind,
  on: boolean,
): SourceKind[] {
  const order = Object.keys(SOURCE_WORDS);
  const others = sources.filter((each) => each !== kind);
  return (on ? [...others, kind] : others).sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

/** Whether sources are read again by themselves; `running` by this program, over this workspace. */
export function pollingInWords(running: boolean, demo: boolean): string {
  if (demo) return 'The demo stands still: it is read only when you ask for a scan';
  return running
    ? 'While the workspace is open, each source is read again after its interval'
    : 'This program does not read again by itself; the setting holds for those that do';
}

/** When a source is read next, where no time is set. */
export function noNextReading(chosen: boolean, running: boolean): string {
  if (!chosen) return 'not read';
  return running ? 'paused' : 'when asked';
}

/** How long until a time, from milliseconds: `due now`, `in 12 min`, `in 3 h`. */
export function untilInWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return 'due now';
  if (minutes < 60) return `in ${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `in ${hours} h` : `in ${Math.round(hours / 24)} days`;
}
