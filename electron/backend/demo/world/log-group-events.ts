import { type Calendar, HOUR_MS } from './calendar.ts';
import type { LogGroupPlace, WorldInvocation, WorldLogEvent } from './facts.ts';
import { groupBy } from './grouping.ts';
import { toInvocationLog } from './invocation-log.ts';
import { PERMISSION_CHECK } from './invocation-log-objects.ts';
import { deliversToGroup } from './logging.ts';
import { INVOCATION_LOG_GROUP } from './organization.ts';

/** The one stream that Bedrock writes invocation logs to. */
export const INVOCATION_LOG_STREAM = 'aws/bedrock/modelinvocations';

/** How late an event may come: most within seconds, some after a quarter of an hour. */
const LATE_MS = [4_000, 9_000, 21_000, 900_000] as const;

/** An event before its message is written. */
interface Entry {
  readonly timestamp: number;
  readonly ingestionTime: number;
  readonly eventId: string;
  readonly message: () => string;
}

/** The events of log groups by time: each logged call, and the check by which Bedrock began. */
export function createLogEvents(
  calendar: Calendar,
  invocations: readonly WorldInvocation[],
): (place: LogGroupPlace, fromMs: number, toMs: number) => readonly WorldLogEvent[] {
  const calls = invocations.filter((call) => call.logged && deliversToGroup(call, calendar));
  const places = groupBy(calls, ({ accountId, region }) => `${accountId}/${region}`);
  return ({ accountId, region, logGroup }, fromMs, toMs) => {
    if (logGroup !== INVOCATION_LOG_GROUP) return [];
    return entriesOf(places.get(`${accountId}/${region}`) ?? [])
      .filter(({ timestamp }) => timestamp >= fromMs && timestamp < toMs)
      .filter(({ ingestionTime }) => ingestionTime <= calendar.nowMs)
      .map((entry) => ({
        ...entry,
        logStream: INVOCATION_LOG_STREAM,
        get message() {
          return entry.message();
        },
      }));
  };
}

function entriesOf(calls: readonly WorldInvocation[]): readonly Entry[] {
  const [first] = calls;
  if (first === undefined) return [];
  const begun = first.time - (first.time % HOUR_MS);
  const check = { timestamp: begun, ingestionTime: begun + 1_000, eventId: eventId(begun, 0) };
  return [
    { ...check, message: () => PERMISSION_CHECK },
    ...calls.map((call, index) => ({
      timestamp: call.time,
      ingestionTime: call.time + (LATE_MS[index % 97 === 0 ? 3 : index % 3] ?? 0),
      eventId: eventId(call.time, index + 1),
      message: () => JSON.stringify(toInvocationLog(call)),
    })),
  ];
}

/** Event ids of CloudWatch Logs are 56 digits that grow with time. */
function eventId(ms: number, index: number): string {
  return `3${String(ms).padStart(20, '0')}${String(index).padStart(35, '0')}`;
}
