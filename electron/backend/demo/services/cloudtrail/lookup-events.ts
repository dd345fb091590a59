import { msOfInstant } from '../../../../../shared/model/period.ts';
import { integerOf, objectsOf, requiredText, textOf, timeOf } from '../../protocols/input.ts';
import { readToken, requestKey, writeToken } from '../../protocols/page.ts';
import type { Call } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';
import type { CloudTrailRecord, EventChoice } from '../../world/world.ts';
import { lookedUpEvent } from './looked-up-event.ts';

const PAGE = 50;
const HISTORY_MS = 90 * 86_400_000;
const REQUESTS_PER_SECOND = 2;
const FIRST_WINDOW_MS = 15 * 60_000;

/** What one LookupEvents call asks for; times in milliseconds, `from` inclusive, `to` exclusive. */
interface Lookup {
  readonly from: number;
  readonly to: number;
  /** Events at the newest millisecond that earlier pages already gave. */
  readonly skip: number;
  readonly size: number;
  readonly matches: (event: ReturnType<typeof lookedUpEvent>) => boolean;
  /** The same, as far as it can be told before a record is written. */
  readonly only: EventChoice;
}

/**
 * LookupEvents with its real limits: 2 requests a second per account and Region, one attribute,
 * 50 a page, 90 days, management events only, newest first.
 */
export function lookupEvents(clock: () => number): (call: Call) => object {
  const pace = requestPace(clock);
  return (call) => {
    pace(`${call.identity.accountId} ${call.region}`);
    const key = requestKey(call.input, `${call.identity.accountId} ${call.region}`, ['NextToken']);
    const lookup = readLookup(call, key);
    if (textOf(call.input, 'EventCategory') === 'insight') return { Events: [] };
    const found = newestFirst(call, lookup);
    const page = found.slice(0, lookup.size);
    const last = page.at(-1);
    if (found.length <= lookup.size || last === undefined) return { Events: page };
    const at = last.EventTime * 1000;
    const given = page.filter((event) => event.EventTime * 1000 === at).length;
    const skip = given + (at === lookup.to - 1 ? lookup.skip : 0);
    return { Events: page, NextToken: writeToken(key, { at, skip }) };
  };
}

/** Refuses what comes faster than two requests a second: a bucket of two that refills. */
function requestPace(clock: () => number): (key: string) => void {
  const buckets = new Map<string, { readonly tokens: number; readonly at: number }>();
  return (key) => {
    const at = clock();
    const bucket = buckets.get(key) ?? { tokens: REQUESTS_PER_SECOND, at };
    const refilled = bucket.tokens + ((at - bucket.at) / 1000) * REQUESTS_PER_SECOND;
    const tokens = Math.min(REQUESTS_PER_SECOND, refilled);
    if (tokens < 1) throw new WireFault('ThrottlingException', 400, 'Rate exceeded');
    buckets.set(key, { tokens: tokens - 1, at });
  };
}

function readLookup(call: Call, key: string): Lookup {
  const now = msOfInstant(call.world.now);
  const start = timeOf(call.input, 'StartTime') ?? now - HISTORY_MS;
  const end = timeOf(call.input, 'EndTime') ?? now;
  if (start > end) {
    throw invalid('InvalidTimeRangeException', 'The start time must be before the end time.');
  }
  const size = integerOf(call.input, 'MaxResults') ?? PAGE;
  if (size < 1 || size > PAGE) {
    throw invalid('InvalidMaxResultsException', 'MaxResults must be between 1 and 50.');
  }
  const position = readPosition(textOf(call.input, 'NextToken'), key);
  return {
    from: Math.max(start, now - HISTORY_MS),
    to: position === null ? Math.min(end, now) + 1 : position.at + 1,
    skip: position?.skip ?? 0,
    size,
    matches: attributeFilter(call),
    only: choiceOf(call),
  };
}

function readPosition(token: string | undefined, key: string) {
  if (token === undefined) return null;
  const position = readToken(token, key);
  if (position?.at === undefined || position.skip === undefined) {
    const text = 'Invalid token: it does not belong to a request with these parameters.';
    throw invalid('InvalidNextTokenException', text);
  }
  return { at: position.at, skip: position.skip };
}

function choiceOf({ input }: Call): EventChoice {
  const [attribute] = objectsOf(input, 'LookupAttributes');
  const value = attribute === undefined ? undefined : textOf(attribute, 'AttributeValue');
  if (attribute === undefined || value === undefined) return {};
  const key = textOf(attribute, 'AttributeKey');
  if (key === 'EventName') return { eventName: value };
  return key === 'EventSource' ? { eventSource: value } : {};
}

function attributeFilter(call: Call): Lookup['matches'] {
  const [attribute, ...others] = objectsOf(call.input, 'LookupAttributes');
  if (others.length > 0) {
    throw invalid('InvalidLookupAttributesException', 'You can specify only one lookup attribute.');
  }
  if (attribute === undefined) return () => true;
  const value = requiredText(attribute, 'AttributeValue');
  switch (requiredText(attribute, 'AttributeKey')) {
    case 'EventId':
      return (event) => event.EventId === value;
    case 'EventName':
      return (event) => event.EventName === value;
    case 'EventSource':
      return (event) => event.EventSource === value;
    case 'ReadOnly':
      return (event) => event.ReadOnly === value;
    case 'Username':
      return (event) => event.Username === value;
    case 'AccessKeyId':
      return (event) => event.AccessKeyId === value;
    case 'ResourceName':
      return (event) => event.Resources.some((resource) => resource.ResourceName === value);
    case 'ResourceType':
      return (event) => event.Resources.some((resource) => resource.ResourceType === value);
    default:
      throw invalid('InvalidLookupAttributesException', 'Invalid lookup attribute key.');
  }
}

/** Walks back in time through windows that double, until a page and one more event are found. */
function newestFirst(call: Call, lookup: Lookup): ReturnType<typeof lookedUpEvent>[] {
  const found: ReturnType<typeof lookedUpEvent>[] = [];
  let to = lookup.to;
  let width = FIRST_WINDOW_MS;
  while (to > lookup.from && found.length <= lookup.size + lookup.skip) {
    const from = Math.max(lookup.from, to - width);
    const { accountId } = call.identity;
    const events = call.world.events(accountId, call.region, from, to, lookup.only);
    found.push(
      ...events.filter(isManagement).toReversed().map(lookedUpEvent).filter(lookup.matches),
    );
    to = from;
    width *= 2;
  }
  return found.slice(lookup.skip);
}

function isManagement(record: CloudTrailRecord): boolean {
  return record.eventCategory !== 'Data' && record.managementEvent !== false;
}

function invalid(code: string, message: string): WireFault {
  return new WireFault(code, 400, message);
}
