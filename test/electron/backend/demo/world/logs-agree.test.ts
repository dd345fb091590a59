import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PERMISSION_CHECK } from '../../../../../electron/backend/demo/world/invocation-log-objects.ts';
import { INVOCATION_LOG_GROUP } from '../../../../../electron/backend/demo/world/organization.ts';
import { allObjects, NOW, objectTexts, placeAndModel, places, sumBy, world } from './test-world.ts';

const logLine = z.looseObject({
  timestamp: z.string(),
  requestId: z.string(),
  accountId: z.string(),
  region: z.string(),
  modelId: z.string(),
  operation: z.string(),
  errorCode: z.string().optional(),
  input: z.looseObject({
    inputTokenCount: z.number().optional(),
    cacheReadInputTokenCount: z.number().optional(),
    cacheWriteInputTokenCount: z.number().optional(),
  }),
  output: z
    .looseObject({
      outputTokenCount: z.number().optional(),
      outputBodyJson: z.unknown().optional(),
      outputBodyS3Path: z.string().optional(),
    })
    .optional(),
});
type LogLine = z.infer<typeof logLine>;

/** When Dublin's log group took nothing. */
const FAILED_HOURS = /^2026-11-11T1[345]:/;

/** Every record: those in S3, and those of the log groups that are nowhere else. */
const inS3 = objectTexts('/BedrockModelInvocationLogs/').flatMap((text) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => logLine.parse(JSON.parse(line))),
);
const inGroups = places.flatMap(({ accountId, region }) =>
  world
    .logEvents({ accountId, region, logGroup: INVOCATION_LOG_GROUP }, 0, Date.parse(NOW) + 1)
    .filter(({ message }) => message !== PERMISSION_CHECK)
    .map(({ message }) => logLine.parse(JSON.parse(message))),
);
const groupOnly = inGroups.filter(({ region }) => region === 'eu-central-1');
const lines = [...inS3, ...groupOnly];
const logged = world.invocations.filter((call) => call.logged);
const bodies = new Map<string, () => Buffer>(
  world.logBuckets.flatMap(({ name }) =>
    world
      .objects(name, '')
      .filter(({ key }) => key.includes('/data/'))
      .map(({ key, body }) => [`s3://${name}/${key}`, body] as const),
  ),
);

const lineKey = (line: LogLine) =>
  `${line.accountId} ${line.region} ${line.modelId.split('/').at(-1)}`;

describe('invocation logs', () => {
  test('lie in a log group alone in one place, and in both in another, with the same records', () => {
    expect(groupOnly.length).toBeGreaterThan(500);
    const dublin = inGroups.filter(({ region }) => region === 'eu-west-1');
    const same = inS3.filter((l) => l.region === 'eu-west-1' && l.accountId === '555566667777');
    expect(dublin.length).toBeGreaterThan(5_000);
    const byId = (a: LogLine, b: LogLine) => (a.requestId < b.requestId ? -1 : 1);
    const delivered = same.filter(({ timestamp }) => !FAILED_HOURS.test(timestamp));
    expect(same.length - delivered.length).toBeGreaterThan(5);
    expect([...dublin].sort(byId)).toEqual([...delivered].sort(byId));
    expect(inGroups).toHaveLength(groupOnly.length + dublin.length);
  });

  test('hold each logged invocation once, and no other', () => {
    expect(lines.map(({ requestId }) => requestId).sort()).toEqual(
      logged.map(({ requestId }) => requestId).sort(),
    );
  });

  test.each([
    ['input', (line: LogLine) => line.input.inputTokenCount, (call) => call.inputTokens],
    ['output', (line: LogLine) => line.output?.outputTokenCount, (call) => call.outputTokens],
    [
      'cache reads',
      (line: LogLine) => line.input.cacheReadInputTokenCount,
      (call) => call.cacheReadTokens,
    ],
    [
      'cache writes',
      (line: LogLine) => line.input.cacheWriteInputTokenCount,
      (call) => call.cacheWrite5mTokens + call.cacheWrite1hTokens,
    ],
  ] satisfies [
    string,
    (line: LogLine) => number | undefined,
    (call: (typeof logged)[number]) => number,
  ][])(
    'add up to the %s tokens of the invocations, by account, Region and model',
    (_, ofLine, ofCall) => {
      const ofLogs = sumBy(lines, lineKey, (line) => ofLine(line) ?? 0);
      expect(ofLogs.size).toBeGreaterThan(8);
      expect(ofLogs).toEqual(sumBy(logged, placeAndModel, ofCall));
    },
  );

  test('split cache writes by time to live in the body, as the invocations do', () => {
    const split = lines.map((line) => ttlSplit(bodyOf(line)));
    const total = (pick: (item: readonly [number, number]) => number) =>
      split.reduce((sum, item) => sum + pick(item), 0);
    expect(total(([five]) => five)).toBe(sum(logged.map((call) => call.cacheWrite5mTokens)));
    expect(total(([, hour]) => hour)).toBe(sum(logged.map((call) => call.cacheWrite1hTokens)));
    expect(total(([, hour]) => hour)).toBeGreaterThan(1_000_000);
  });

  test('have an error code and no output where the call failed', () => {
    const failed = lines.filter(({ errorCode }) => errorCode !== undefined);
    expect(failed).toHaveLength(logged.filter((call) => call.errorCode !== null).length);
    expect(failed.filter(({ output }) => output !== undefined)).toEqual([]);
    expect(failed.some(({ errorCode }) => errorCode === 'ThrottlingException')).toBe(true);
    expect(failed.some(({ errorCode }) => errorCode === 'AccessDeniedException')).toBe(false);
  });

  test('lie under account, Region and hour of their last record', () => {
    const keys = allObjects()
      .map(({ key }) => key)
      .filter((key) => key.includes('/BedrockModelInvocationLogs/') && key.endsWith('.gz'));
    const layout =
      /^AWSLogs\/\d{12}\/BedrockModelInvocationLogs\/[a-z0-9-]+\/\d{4}\/\d\d\/\d\d\/\d\d\/(data\/[0-9a-f-]{36}_(input|output)|\d{8}T\d{9}Z_[a-z0-9]{16})\.json\.gz$/;
    expect(keys.filter((key) => !layout.test(key))).toEqual([]);
    expect(keys.some((key) => key.includes('/data/'))).toBe(true);
  });
});

function bodyOf({ output }: LogLine): unknown {
  const large = bodies.get(output?.outputBodyS3Path ?? '');
  if (large === undefined) return output?.outputBodyJson;
  return JSON.parse(gunzipSync(large()).toString('utf8'));
}

const converseUsage = z.object({
  usage: z.object({
    cacheDetails: z.array(z.object({ ttl: z.string(), inputTokens: z.number() })).optional(),
  }),
});
const anthropicUsage = z.object({
  usage: z.object({
    cache_creation: z.object({
      ephemeral_5m_input_tokens: z.number(),
      ephemeral_1h_input_tokens: z.number(),
    }),
  }),
});

/** Tokens written for five minutes and for an hour, read from any of the body shapes. */
function ttlSplit(body: unknown): readonly [number, number] {
  if (Array.isArray(body)) return ttlSplit(body[0]?.message);
  const anthropic = anthropicUsage.safeParse(body).data?.usage.cache_creation;
  if (anthropic !== undefined) {
    return [anthropic.ephemeral_5m_input_tokens, anthropic.ephemeral_1h_input_tokens];
  }
  const details = converseUsage.safeParse(body).data?.usage.cacheDetails ?? [];
  const of = (ttl: string) =>
    sum(details.filter((one) => one.ttl === ttl).map((one) => one.inputTokens));
  return [of('5m'), of('1h')];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
