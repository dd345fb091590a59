import { instantOfMs } from '../../../../shared/model/period.ts';
import { type Calendar, HOUR_MS } from './calendar.ts';
import { groupBy } from './grouping.ts';
import { deliveredAt, gzipObject } from './gzip-object.ts';
import { resourceId } from './identifiers.ts';
import { toInvocationLog } from './invocation-log.ts';
import { invocationLogFolder, isLargeRequest, largeRequestKey } from './log-keys.ts';
import { requestBody } from './request-body.ts';
import type { WorldInvocation, WorldObject } from './world.ts';

/** Hours whose records share a file: a day, and a quarter of it in the newest three days. */
const BATCH_HOURS = { old: 24, recent: 6 } as const;
const RECENT_MS = 72 * HOUR_MS;

/**
 * Files of model invocation logging: NDJSON under the hour of their last record, the object by
 * which Bedrock checks its permission, and requests too large for a record.
 */
export function invocationLogObjects(
  calendar: Calendar,
  invocations: readonly WorldInvocation[],
): readonly WorldObject[] {
  const logged = invocations.filter((call) => call.logged);
  const batches = groupBy(logged, (call) => batchKey(call, calendar));
  const accounts = groupBy(logged, ({ accountId }) => accountId);
  return [
    ...[...batches.values()].flatMap((batch) => logFile(batch, calendar)),
    ...[...accounts.values()].flatMap((calls) => permissionCheck(calls, calendar)),
    ...logged.filter(isLargeRequest).map((call) => largeRequest(call, calendar)),
  ];
}

function batchKey(call: WorldInvocation, calendar: Calendar): string {
  const recent = call.time >= calendar.nowMs - (calendar.nowMs % (24 * HOUR_MS)) - RECENT_MS;
  const hours = recent ? BATCH_HOURS.recent : BATCH_HOURS.old;
  return `${call.accountId}/${call.region}/${hours}/${Math.floor(call.time / (hours * HOUR_MS))}`;
}

function logFile(calls: readonly WorldInvocation[], calendar: Calendar): readonly WorldObject[] {
  const last = calls.at(-1);
  if (last === undefined) return [];
  const time = instantOfMs(last.time).replaceAll('-', '').replaceAll(':', '').replace('Z', '');
  const key = `${invocationLogFolder(last, last.time)}/${time}000Z_${resourceId(last.requestId, 16)}.json.gz`;
  const text = () => calls.map((call) => `${JSON.stringify(toInvocationLog(call))}\n`).join('');
  return [gzipObject({ key, endMs: last.time, text }, calendar)];
}

function permissionCheck(
  calls: readonly WorldInvocation[],
  calendar: Calendar,
): readonly WorldObject[] {
  const [first] = calls;
  if (first === undefined) return [];
  const parent = invocationLogFolder(first, first.time).split('/').slice(0, 3).join('/');
  return [
    {
      key: `${parent}/amazon-bedrock-logs-permission-check`,
      lastModified: deliveredAt(first.time, calendar),
      body: () => Buffer.from('Permissions are correctly set for Amazon Bedrock logs.', 'utf8'),
    },
  ];
}

function largeRequest(call: WorldInvocation, calendar: Calendar): WorldObject {
  const text = () => JSON.stringify(requestBody(call));
  return gzipObject({ key: largeRequestKey(call), endMs: call.time, text }, calendar);
}
