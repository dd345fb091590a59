import type { DatasetReading, ObservedUsage, ReadOutcome } from '../model/dataset.ts';
import { addDays, dayOf, type Instant } from '../model/period.ts';

/** Days before today in which calls make a model, caller or Region count as in use. */
export const WINDOW_DAYS = 30;

/** One row of the question behind the dataset. */
export interface ObservedRow extends ObservedUsage {
  readonly accountId: string;
  readonly region: string;
}

/** How a source that sees calls (metrics, invocation logs, events) ended in one place. */
export interface TrafficOutcome {
  /** The source's id, as coverage names it. */
  readonly source: string;
  readonly accountId: string;
  readonly region: string;
  readonly outcome: ReadOutcome;
  readonly actions: readonly string[];
  readonly readAt: Instant;
}

/**
 * Sources that see every call to bedrock-runtime. Log files hold what a trail or a logging
 * configuration selects, so that none in them does not mean that nothing was called.
 */
const COMPLETE_SOURCES: readonly string[] = ['metrics', 'lookup-events'];

/**
 * Makes readings of `observed-usage`, which is a question and not a collector. A place is collected
 * when calls were seen in it or a source that would have seen them was read in the window; otherwise
 * it carries the outcome of the source that could not be read, so that rules on traffic become
 * `unknown`.
 */
export function observedUsageReadings(input: {
  readonly rows: readonly ObservedRow[];
  readonly sources: readonly TrafficOutcome[];
  readonly readAt: Instant;
}): readonly DatasetReading<'observed-usage'>[] {
  const places = new Map<string, Place>();
  for (const row of input.rows) placeOf(places, row).rows.push(row);
  for (const source of input.sources) placeOf(places, source).sources.push(source);
  return [...places.values()].map((place) => readingOf(place, input.readAt));
}

interface Place {
  readonly accountId: string;
  readonly region: string;
  readonly rows: ObservedRow[];
  readonly sources: TrafficOutcome[];
}

function placeOf(
  places: Map<string, Place>,
  { accountId, region }: { readonly accountId: string; readonly region: string },
): Place {
  const key = `${accountId} ${region}`;
  const known = places.get(key);
  if (known !== undefined) return known;
  const place: Place = { accountId, region, rows: [], sources: [] };
  places.set(key, place);
  return place;
}

function readingOf(place: Place, readAt: Instant): DatasetReading<'observed-usage'> {
  const items = place.rows.map(({ accountId: _account, region: _region, ...usage }) => usage);
  return {
    dataset: 'observed-usage',
    accountId: place.accountId,
    region: place.region,
    outcome: items.length > 0 ? { status: 'collected' } : outcomeOf(place.sources, readAt),
    actions: [],
    readAt,
    calls: 0,
    items,
  };
}

/** Without any call: collected if a complete source was read, else denied before failed. */
function outcomeOf(sources: readonly TrafficOutcome[], readAt: Instant): ReadOutcome {
  const complete = sources.filter(({ source }) => COMPLETE_SOURCES.includes(source));
  const outcomes = complete.map((source) => outcomeNow(source, readAt));
  for (const status of ['collected', 'denied', 'failed', 'unavailable'] as const) {
    const found = outcomes.find((outcome) => outcome.status === status);
    if (found !== undefined) return found;
  }
  const text = 'neither CloudWatch metrics nor the CloudTrail event history were read here';
  return { status: 'failed', reason: text };
}

/** A source that was last read before the window says nothing about it. */
function outcomeNow({ outcome, readAt: last }: TrafficOutcome, now: Instant): ReadOutcome {
  const day = dayOf(last);
  if (outcome.status !== 'collected' || day >= addDays(dayOf(now), -WINDOW_DAYS)) return outcome;
  return { status: 'failed', reason: `calls were last read on ${day}; scan again` };
}
