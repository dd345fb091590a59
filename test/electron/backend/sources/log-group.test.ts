import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WorldLogEvent } from '../../../../electron/backend/demo/world/world.ts';
import {
  type ReadLogGroupOptions,
  readLogGroup,
} from '../../../../electron/backend/sources/log-group.ts';
import { instantOfMs, msOfInstant } from '../../../../shared/model/period.ts';
import {
  createSmallWorld,
  SMALL_ACCOUNT,
  SMALL_NOW,
} from '../../../helpers/small-world/small-world.ts';
import { openSourceSetup, REGION, type SourceSetup } from './source-setup.ts';

const GROUP = '/small/bedrock';
const NOW_MS = msOfInstant(SMALL_NOW);
const MINUTE_MS = 60_000;
const RECORDS = 2_400;
/** Large enough that a page of 1 MB holds a few hundred. */
const PADDING = 'x'.repeat(4_000);

function record(index: number): string {
  return JSON.stringify({
    timestamp: instantOfMs(timeOf(index)),
    accountId: SMALL_ACCOUNT,
    identity: { arn: `arn:aws:sts::${SMALL_ACCOUNT}:assumed-role/app/task` },
    region: REGION,
    requestId: `request-${index}`,
    operation: 'Converse',
    modelId: 'anthropic.claude-sonnet-5-5',
    input: { inputBodyJson: { messages: [{ text: PADDING }] }, inputTokenCount: index },
    output: { outputTokenCount: 2, outputBodyJson: { stopReason: 'end_turn' } },
    schemaType: 'ModelInvocationLog',
    schemaVersion: '1.0',
  });
}

/** One every half hour, two to a second. */
function timeOf(index: number): number {
  return NOW_MS - (RECORDS - (index - (index % 2))) * 30 * MINUTE_MS;
}

function event(index: number, message = record(index)): WorldLogEvent {
  const timestamp = timeOf(index);
  const logStream = 'aws/bedrock/modelinvocations';
  return { logStream, timestamp, ingestionTime: timestamp, eventId: String(index), message };
}

const CHECK = 'Permissions are correctly set for Amazon Bedrock logs.';
let events: WorldLogEvent[];
let setup: SourceSetup;

beforeEach(async () => {
  const logging = createSmallWorld().invocationLogging(SMALL_ACCOUNT, REGION);
  events = [event(0, CHECK), ...Array.from({ length: RECORDS }, (_, index) => event(index))];
  setup = await openSourceSetup({
    invocationLogging: () => ({ ...logging, enabled: true, logGroup: GROUP }),
    logEvents: ({ logGroup }, fromMs, toMs) =>
      logGroup === GROUP
        ? events.filter(({ timestamp }) => timestamp >= fromMs && timestamp < toMs)
        : [],
  });
});
afterEach(() => setup.close());

function read(change: Partial<ReadLogGroupOptions> = {}) {
  return readLogGroup({
    tools: setup.tools(),
    target: setup.target,
    logGroup: GROUP,
    onProgress: () => undefined,
    intervalMs: 0,
    ...change,
  });
}

const stored = () => setup.value('SELECT count(*) FROM invocations');
const tokens = () => setup.value('SELECT CAST(sum(input_tokens) AS BIGINT) FROM invocations');
const ALL_TOKENS = (RECORDS * (RECORDS - 1)) / 2;

describe('reading a log group', () => {
  it('stores every invocation, and no permission check', async () => {
    const { reading, summary } = await read();
    expect(reading).toMatchObject({
      source: 'log-group',
      outcome: { status: 'collected' },
      items: RECORDS,
      actions: ['logs:FilterLogEvents'],
    });
    expect(reading.calls).toBeGreaterThan(8);
    expect(summary).toMatchObject({ invocations: RECORDS, duplicates: 0 });
    expect(await tokens()).toBe(ALL_TOKENS);
  });

  it('reads the last two hours again, for what came late', async () => {
    await read();
    events = [...events, { ...event(RECORDS - 1, record(RECORDS)), eventId: 'late' }];
    const { reading, summary } = await read();
    expect(reading.calls).toBe(1);
    expect(reading.items).toBeLessThan(10);
    expect(summary).toMatchObject({ invocations: 1 });
    expect(await stored()).toBe(RECORDS + 1);
  });

  it.each([1, 4, 7])('goes on where it was cancelled after %i pages', async (pages) => {
    const abort = new AbortController();
    const stop = (done: number) => (done === pages ? abort.abort() : undefined);
    const tools = setup.tools({ signal: abort.signal });
    await expect(read({ tools, onProgress: stop })).rejects.toMatchObject({ code: 'cancelled' });
    const before = Number(await stored());
    expect(before).toBeGreaterThan(100);
    expect(before).toBeLessThan(RECORDS);
    const { reading } = await read();
    expect(reading.items).toBeLessThanOrEqual(RECORDS - before + 2);
    expect(await stored()).toBe(RECORDS);
    expect(await tokens()).toBe(ALL_TOKENS);
  });

  it('asks only for times that are not covered', async () => {
    const covered = [{ fromMs: timeOf(100), toMs: timeOf(RECORDS - 100) }];
    const { reading } = await read({ covered });
    expect(reading).toMatchObject({ outcome: { status: 'collected' } });
    expect(reading.items).toBeGreaterThan(195);
    expect(reading.items).toBeLessThan(210);
    expect(await stored()).toBe(reading.items);
  });

  it('reads what came late also after a run that was cut short near its end', async () => {
    const from = NOW_MS - 90 * MINUTE_MS;
    const recent = (index: number, timestamp: number) => ({ ...event(index), timestamp });
    events = Array.from({ length: 600 }, (_, index) => recent(index, from + index * 5_000));
    const abort = new AbortController();
    const tools = setup.tools({ signal: abort.signal });
    const stopped = read({ tools, onProgress: () => abort.abort() });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    events = [{ ...recent(RECORDS, from + 1), eventId: 'late' }, ...events];
    await read();
    expect(await stored()).toBe(events.length);
  });

  it('cancelled with no moment left, it stores nothing and reads its pages again', async () => {
    const abort = new AbortController();
    const over = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
    const stop = (done: number) => (done === 4 ? abort.abort() : undefined);
    const tools = setup.tools({ signal: abort.signal });
    await expect(read({ tools, onProgress: stop })).rejects.toMatchObject({ code: 'cancelled' });
    over.mockRestore();
    expect(await stored()).toBe(0);
    await read();
    expect(await stored()).toBe(RECORDS);
  });

  it('keeps what was read before permission was lost, and names it', async () => {
    const { faults } = setup.simulated.account;
    const lose = (done: number) =>
      done === 3 && faults.set('logs:FilterLogEvents', { kind: 'deny' });
    const { reading } = await read({ onProgress: lose });
    expect(reading.outcome).toMatchObject({ status: 'denied', action: 'logs:FilterLogEvents' });
    expect(await stored()).toBeGreaterThan(100);
    faults.clear();
    await read();
    expect(await tokens()).toBe(ALL_TOKENS);
  });

  it('says that a group is not there, and counts what is no record', async () => {
    const { reading } = await read({ logGroup: '/other' });
    expect(reading.outcome).toMatchObject({ status: 'failed' });
    events = [event(1), event(2, 'START RequestId')];
    expect((await read()).reading).toMatchObject({
      items: 1,
      outcome: { status: 'failed', reason: '1 event of the log group is no invocation record.' },
    });
  });

  it.each([
    [false, 0],
    [true, 1],
  ])('with bodies kept %s, leaves %i files in the spool', async (keepBodies, files) => {
    const tools = setup.tools({ keepBodies });
    await read({ tools });
    expect(filesBelow(tools.spoolFolder)).toHaveLength(files);
    const raw = await setup.store.rawInvocation('request-7');
    expect(raw?.record ?? null).toEqual(keepBodies ? JSON.parse(record(7)) : null);
  });
});

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile());
}
