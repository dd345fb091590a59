import { instantOfMs } from '../../../../shared/model/period.ts';
import { type Calendar, HOUR_MS } from './calendar.ts';
import type { WorldInvocation, WorldObject } from './facts.ts';
import { groupBy } from './grouping.ts';
import { deliveredAt, gzipObject } from './gzip-object.ts';
import { resourceId } from './identifiers.ts';
import { toInvocationLog } from './invocation-log.ts';
import { invocationLogFolder, isLargeRequest, isLargeResponse, largeBodyKey } from './log-keys.ts';
import { logDestinations } from './logging.ts';
import { invocationLogBucket } from './organization.ts';
import { requestBody } from './request-body.ts';
import { responseBody } from './response-body.ts';

/** Hours whose records share a file: a day, and a quarter of it in the newest three days. */
const BATCH_HOURS = { old: 24, recent: 6 } as const;
const RECENT_MS = 72 * HOUR_MS;

/** What Bedrock writes to check a destination, to S3 as an object and to a log group as an event. */
export const PERMISSION_CHECK = 'Permissions are correctly set for Amazon Bedrock logs.';

/**
 * Files of model invocation logging by bucket: NDJSON under the hour of their last record, the
 * object by which Bedrock checks its permission, and bodies too large for a record.
 */
export function invocationLogObjects(
  calendar: Calendar,
  invocations: readonly WorldInvocation[],
): ReadonlyMap<string, readonly WorldObject[]> {
  const logged = invocations.filter(
    (call) => call.logged && logDestinations(call.accountId, call.region).s3,
  );
  const buckets = groupBy(logged, ({ accountId, region }) =>
    invocationLogBucket(accountId, region),
  );
  return new Map([...buckets].map(([name, calls]) => [name, bucketObjects(calendar, calls)]));
}

function bucketObjects(
  calendar: Calendar,
  logged: readonly WorldInvocation[],
): readonly WorldObject[] {
  const batches = groupBy(logged, (call) => batchKey(call, calendar));
  return [
    ...[...batches.values()].flatMap((batch) => logFile(batch, calendar)),
    ...permissionCheck(logged, calendar),
    ...logged.filter(isLargeRequest).map((call) => largeBody(call, 'input', calendar)),
    ...logged.filter(isLargeResponse).map((call) => largeBody(call, 'output', calendar)),
  ].sort((a, b) => (a.key < b.key ? -1 : 1));
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
      body: () => Buffer.from(PERMISSION_CHECK, 'utf8'),
    },
  ];
}

function largeBody(
  call: WorldInvocation,
  body: 'input' | 'output',
  calendar: Calendar,
): WorldObject {
  const text = () => JSON.stringify(body === 'input' ? requestBody(call) : responseBody(call));
  return gzipObject({ key: largeBodyKey(call, body), endMs: call.time, text }, calendar);
}
