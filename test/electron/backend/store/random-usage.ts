import { join } from 'node:path';
import fc from 'fast-check';
import type { LogFile, MetricPoint, Store } from '../../../../electron/backend/store/store.ts';
import { instantOfMs } from '../../../../shared/model/period.ts';
import { invocation, lines, writeLog } from './store-case.ts';

/** The end of October 2026: usage of two months, on three days. */
export const FIRST_MS = Date.UTC(2026, 9, 30);
/** The days of random usage. */
export const PERIOD = { from: '2026-10-30', to: '2026-11-02' } as const;
/** Days in the middle, to part the period by. */
export const MIDDLE = '2026-10-31';

const ACCOUNTS = ['111122223333', '444455556666'];
const REGIONS = ['eu-west-1', 'us-east-1'];
const MODELS = ['eu.anthropic.claude-sonnet-4-5-20250929-v1:0', 'amazon.nova-lite-v1:0'];

/** One call before it is a log record; `minute` counts from the first day on. */
export interface RandomCall {
  readonly minute: number;
  readonly account: string;
  readonly region: string;
  readonly model: string;
  readonly role: string;
  readonly session: string;
  readonly tier: string | null;
  readonly team: string | null;
  readonly failed: boolean;
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
}

/** Calls at random minutes of three days, few enough places that many share their day. */
export const randomCalls = fc.array(
  fc.record<RandomCall>({
    minute: fc.integer({ min: 0, max: 3 * 1440 - 1 }),
    account: fc.constantFrom(...ACCOUNTS),
    region: fc.constantFrom(...REGIONS),
    model: fc.constantFrom(...MODELS),
    role: fc.constantFrom('reader', 'writer'),
    session: fc.constantFrom('alice', 'bob'),
    tier: fc.constantFrom(null, 'default', 'flex', 'Flex', 'priority'),
    team: fc.constantFrom(null, 'search', 'it\'s "odd"'),
    failed: fc.boolean(),
    input: fc.constantFrom(1, 250, 150_000, 199_999, 200_001),
    output: fc.integer({ min: 0, max: 50 }),
    cacheRead: fc.constantFrom(0, 7, 60_000),
    cacheWrite: fc.constantFrom(0, 30),
  }),
  { minLength: 1, maxLength: 40 },
);

/** One CloudWatch value before it is a point; `hour` counts from the first day on. */
export interface RandomPoint {
  readonly hour: number;
  readonly account: string;
  readonly region: string;
  readonly model: string;
  readonly metric: string;
  readonly tier: string | null;
  readonly mantle: boolean;
  readonly value: number;
}

/** Hourly points beside them: of an hour, place and model, for a tier or for all. */
export const randomPoints = fc.array(
  fc.record<RandomPoint>({
    hour: fc.integer({ min: 0, max: 71 }),
    account: fc.constantFrom(...ACCOUNTS),
    region: fc.constantFrom(...REGIONS),
    model: fc.constantFrom(...MODELS),
    metric: fc.constantFrom(
      'Invocations',
      'InputTokenCount',
      'OutputTokenCount',
      'CacheReadInputTokens',
      'CacheReadInputTokenCount',
      'OutputImageCount',
    ),
    tier: fc.constantFrom(null, null, 'flex'),
    mantle: fc.boolean(),
    value: fc.integer({ min: 1, max: 400_000 }),
  }),
  { maxLength: 25 },
);

/** A call as its log record; the same call has the same id wherever it is logged. */
export function recordOf(call: RandomCall, id: string): unknown {
  return invocation(id, {
    timestamp: instantOfMs(FIRST_MS + call.minute * 60_000),
    accountId: call.account,
    region: call.region,
    modelId: call.model,
    identity: { arn: `arn:aws:sts::${call.account}:assumed-role/${call.role}/${call.session}` },
    ...(call.tier !== null && { serviceTier: call.tier }),
    ...(call.team !== null && { requestMetadata: { team: call.team } }),
    ...(call.failed && { errorCode: 'ThrottlingException' }),
    input: {
      inputTokenCount: call.input,
      cacheReadInputTokenCount: call.cacheRead,
      cacheWriteInputTokenCount: call.cacheWrite,
    },
    output: { outputTokenCount: call.output, outputBodyJson: {} },
  });
}

/** Writes calls with the ids given into one log file. */
export function writeCalls(
  folder: string,
  name: string,
  calls: readonly (readonly [string, RandomCall])[],
): Promise<LogFile> {
  return writeLog(join(folder, name), lines(...calls.map(([id, call]) => recordOf(call, id))));
}

/** Points as the metrics source hands them over. */
export function pointsOf(points: readonly RandomPoint[]): readonly MetricPoint[] {
  return points.map(({ hour, account, region, model, metric, tier, mantle, value }) => ({
    accountId: account,
    region,
    namespace: mantle ? 'AWS/BedrockMantle' : 'AWS/Bedrock',
    metric: mantle ? 'InputTokens' : metric,
    modelId: model,
    serviceTier: mantle ? null : tier,
    ...(mantle && { dimensions: { Project: `project-${hour % 2}` } }),
    periodStart: instantOfMs(FIRST_MS + hour * 3_600_000),
    periodSeconds: 3600,
    value,
  }));
}

/** Fills a store with calls and points. */
export async function fillRandomly(
  store: Store,
  folder: string,
  usage: { readonly calls: readonly RandomCall[]; readonly points: readonly MetricPoint[] },
): Promise<void> {
  const calls = usage.calls.map((call, i) => [`call-${i}`, call] as const);
  await store.ingest([await writeCalls(folder, 'calls.ndjson', calls)]);
  await store.putMetricPoints(usage.points);
}
