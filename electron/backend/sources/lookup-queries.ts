import { globalRegionOf, partitionOf } from '../../../shared/model/partition.ts';
import { EVENT_NEEDS, type EventNeed } from '../store/ingest/event-needs.ts';

/** One question to LookupEvents, which takes one attribute a call. */
export interface LookupQuery {
  readonly attribute: 'EventSource' | 'EventName';
  readonly value: string;
  /** Whether the answer may be long; the others are a page or two, and are asked for once an hour. */
  readonly busy: boolean;
}

/** The question whose answer holds all model calls. */
export const BEDROCK_QUERY: LookupQuery = {
  attribute: 'EventSource',
  value: 'bedrock.amazonaws.com',
  busy: true,
};

/**
 * The questions for one Region, the long one first: by source where all of its events are needed, by
 * event name where the source is busy for other reasons. Data events (mantle inference, agents,
 * retrieval) are in no answer; only a trail has them. What IAM, Organizations and the Marketplace record
 * is asked for in the one Region of the partition where it lies.
 */
export function lookupQueries(region: string): readonly LookupQuery[] {
  const isGlobal = region === globalRegionOf(partitionOf(region));
  const others = EVENT_NEEDS.filter(
    ({ source, global }) => source !== BEDROCK_QUERY.value && (!global || isGlobal),
  ).flatMap(queriesOf);
  return [BEDROCK_QUERY, ...others];
}

function queriesOf({ source, events, lookups }: EventNeed): readonly LookupQuery[] {
  if (typeof events === 'string') return [{ attribute: 'EventSource', value: source, busy: false }];
  return (lookups ?? events).map((value) => ({ attribute: 'EventName', value, busy: false }));
}
