import { gzipSync } from 'node:zlib';
import { startSimulatedAccount } from '../../electron/backend/demo/simulated-account.ts';
import type {
  CloudTrailRecord,
  WorldLogEvent,
  WorldMetric,
  WorldObject,
} from '../../electron/backend/demo/world/world.ts';
import { createSmallWorld, SMALL_ACCOUNT, SMALL_NOW } from '../helpers/small-world/small-world.ts';
import { benchCall, cloudTrailRecord, invocationRecord } from './bench-world.ts';
import { seededRandom } from './seeded-random.ts';

/**
 * `node bench-account.js RECORDS`: a simulated account in a process of its own whose event history,
 * trail bucket, log group and metrics hold so many records each; prints its endpoint and ends with stdin.
 */
const RECORDS = Number(process.argv[2] ?? 10_000);
const PER_FILE = 1_500;
const NOW_MS = Date.parse(SMALL_NOW);
const SPAN_MS = 80 * 86_400_000;

const timeOf = (index: number) =>
  NOW_MS - SPAN_MS + Math.floor((index * SPAN_MS) / RECORDS / 1000) * 1000;
const isoOf = (index: number) => new Date(timeOf(index)).toISOString().replace('.000Z', 'Z');
const random = seededRandom(11);
const calls = Array.from({ length: RECORDS }, (_, index) => ({
  ...benchCall(random, index, RECORDS),
  time: isoOf(index),
}));
const events = calls.map(
  (call): CloudTrailRecord => ({
    eventID: '',
    eventTime: '',
    eventName: '',
    ...(cloudTrailRecord(random, call) as object),
    eventSource: 'bedrock.amazonaws.com',
    recipientAccountId: SMALL_ACCOUNT,
    awsRegion: 'us-east-1',
  }),
);
const messages = calls.map((call) => JSON.stringify(invocationRecord(random, call)));

function objects(): readonly WorldObject[] {
  return Array.from({ length: Math.ceil(RECORDS / PER_FILE) }, (_, file) => {
    const part = events.slice(file * PER_FILE, (file + 1) * PER_FILE);
    const time = isoOf(Math.min(RECORDS - 1, (file + 1) * PER_FILE));
    const day = time.slice(0, 10).replaceAll('-', '/');
    const stamp = `${time.slice(0, 16).replaceAll('-', '').replaceAll(':', '')}Z`;
    const name = `${SMALL_ACCOUNT}_CloudTrail_us-east-1_${stamp}_${String(file).padStart(16, '0')}`;
    const body = gzipSync(JSON.stringify({ Records: part }), { level: 1 });
    return {
      key: `AWSLogs/${SMALL_ACCOUNT}/CloudTrail/us-east-1/${day}/${name}.json.gz`,
      lastModified: time,
      body: () => body,
    };
  }).sort((a, b) => (a.key < b.key ? -1 : 1));
}

const files = objects();
const logEvents = messages.map((message, index): WorldLogEvent => {
  const timestamp = timeOf(index);
  const logStream = 'aws/bedrock/modelinvocations';
  return { logStream, timestamp, ingestionTime: timestamp, eventId: String(index), message };
});
const logging = createSmallWorld().invocationLogging(SMALL_ACCOUNT, 'us-east-1');
const HOUR_MS = 3_600_000;
const HOURS = SPAN_MS / HOUR_MS;

/** As many hourly values as records, 1,920 in each series. */
function series(): readonly WorldMetric[] {
  const first = Math.floor((NOW_MS - SPAN_MS) / HOUR_MS) * HOUR_MS;
  const hours = new Map(
    Array.from({ length: HOURS }, (_, hour) => {
      const sample = { sum: hour + 1, count: 1, minimum: 1, maximum: hour + 1 };
      return [first + hour * HOUR_MS, sample] as const;
    }),
  );
  return Array.from({ length: Math.max(1, Math.round(RECORDS / HOURS)) }, (_, index) => ({
    namespace: 'AWS/Bedrock',
    metricName: 'InputTokenCount',
    dimensions: [{ name: 'ModelId', value: `model-${index}` }],
    unit: 'Count',
    hours,
  }));
}

const metrics = series();
let clockMs = 0;
const account = await startSimulatedAccount({
  world: createSmallWorld({
    invocationLogging: () => ({ ...logging, enabled: true, logGroup: '/bench' }),
    events: (accountId, region, fromMs, toMs) =>
      accountId === SMALL_ACCOUNT && region === 'us-east-1'
        ? events.slice(indexAt(fromMs), indexAt(toMs))
        : [],
    objects: (_, prefix) => files.filter(({ key }) => key.startsWith(prefix)),
    metrics: () => metrics,
    logEvents: (_, fromMs, toMs) => logEvents.slice(indexAt(fromMs), indexAt(toMs)),
  }),
  clock: () => {
    clockMs += 1_000;
    return clockMs;
  },
});

/** The first record at or after a time. */
function indexAt(ms: number): number {
  let low = 0;
  let high = RECORDS;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timeOf(middle) < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

process.stdout.write(`${account.endpoint}\n`);
process.stdin.resume();
process.stdin.on('end', () => void account.close().then(() => process.exit(0)));
