import { msOfInstant } from '../../../../../shared/model/period.ts';
import { integerOf, textOf, textsOf } from '../../protocols/input.ts';
import { readToken, requestKey, writeToken } from '../../protocols/page.ts';
import type { Call, Operation } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';
import type { WorldLogEvent } from '../../world/world.ts';

const MAX_EVENTS = 10_000;
const MAX_BYTES = 1_048_576;
/** What CloudWatch Logs counts for an event beside its message. */
const EVENT_OVERHEAD = 26;

/**
 * FilterLogEvents: in order of time, both ends of the range included, a page of at most 1 MB or
 * 10,000 events; times are milliseconds. Filter patterns are refused: nothing here needs them.
 */
export const filterLogEvents: Operation = {
  action: 'logs:FilterLogEvents',
  resource: (call) => `${logGroupArn(call)}:log-stream:`,
  run: (call) => {
    const { accountId } = call.identity;
    const request = requestKey(call.input, `${accountId} ${call.region}`, ['nextToken']);
    const size = pageSize(call);
    const offset = offsetOf(call, request);
    const found = eventsOf(call);
    const page = firstPage(found.slice(offset, offset + size));
    const end = offset + page.length;
    return {
      events: page.map((event) => ({
        logStreamName: event.logStream,
        timestamp: event.timestamp,
        message: event.message,
        ingestionTime: event.ingestionTime,
        eventId: event.eventId,
      })),
      searchedLogStreams: [],
      nextToken: end < found.length ? writeToken(request, { offset: end }) : undefined,
    };
  },
};

function pageSize(call: Call): number {
  const size = integerOf(call.input, 'limit') ?? MAX_EVENTS;
  if (size >= 1 && size <= MAX_EVENTS) return size;
  throw invalid(`Value '${size}' at 'limit' failed to satisfy constraint: between 1 and 10000`);
}

function offsetOf(call: Call, request: string): number {
  const token = textOf(call.input, 'nextToken');
  if (token === undefined) return 0;
  const offset = readToken(token, request)?.offset;
  if (offset === undefined) throw invalid('The specified nextToken is invalid.');
  return offset;
}

function eventsOf(call: Call): readonly WorldLogEvent[] {
  const { input, world, region, identity } = call;
  if (textOf(input, 'filterPattern') !== undefined) {
    throw invalid('The simulated account takes no filter pattern.');
  }
  const from = integerOf(input, 'startTime') ?? 0;
  const to = integerOf(input, 'endTime') ?? msOfInstant(world.now);
  if (from > to) throw invalid('endTime must not be before startTime');
  const logGroup = logGroupName(call);
  const exists = world.invocationLogging(identity.accountId, region).logGroup === logGroup;
  if (!exists) {
    const text = 'The specified log group does not exist.';
    throw new WireFault('ResourceNotFoundException', 400, text);
  }
  const place = { accountId: identity.accountId, region, logGroup };
  return world.logEvents(place, from, to + 1).filter(streamFilter(call));
}

function streamFilter({ input }: Call): (event: WorldLogEvent) => boolean {
  const names = textsOf(input, 'logStreamNames');
  const prefix = textOf(input, 'logStreamNamePrefix');
  if (names.length > 0 && prefix !== undefined) {
    throw invalid('logStreamNames and logStreamNamePrefix cannot be given together.');
  }
  return ({ logStream }) =>
    (names.length === 0 || names.includes(logStream)) && logStream.startsWith(prefix ?? '');
}

/** As many events as fit into a page, at least one. */
function firstPage(events: readonly WorldLogEvent[]): readonly WorldLogEvent[] {
  const page: WorldLogEvent[] = [];
  let bytes = 0;
  for (const { message, ...event } of events) {
    bytes += Buffer.byteLength(message) + EVENT_OVERHEAD;
    if (bytes > MAX_BYTES && page.length > 0) break;
    page.push({ ...event, message });
  }
  return page;
}

/** The group's name, which may be given as an ARN. */
function logGroupName({ input }: Call): string {
  const name = textOf(input, 'logGroupName') ?? textOf(input, 'logGroupIdentifier');
  if (name === undefined || name === '') {
    throw invalid('Either logGroupName or logGroupIdentifier must be given.');
  }
  return name.startsWith('arn:') ? (name.split(':')[6] ?? '') : name;
}

function logGroupArn(call: Call): string {
  return `arn:aws:logs:${call.region}:${call.identity.accountId}:log-group:${logGroupName(call)}`;
}

function invalid(message: string): WireFault {
  return new WireFault('InvalidParameterException', 400, message);
}
