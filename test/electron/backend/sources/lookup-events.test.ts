import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CloudTrailRecord } from '../../../../electron/backend/demo/world/world.ts';
import {
  type LookupEventsOptions,
  readLookupEvents,
} from '../../../../electron/backend/sources/lookup-events.ts';
import { BEDROCK_QUERY } from '../../../../electron/backend/sources/lookup-queries.ts';
import { instantOfMs, msOfInstant } from '../../../../shared/model/period.ts';
import { SMALL_ACCOUNT, SMALL_NOW } from '../../../helpers/small-world/small-world.ts';
import { openSourceSetup, REGION, type SourceSetup } from './source-setup.ts';

const EVENTS = 1_230;
const PAGES = Math.ceil(EVENTS / 50);
const NOW_MS = msOfInstant(SMALL_NOW);
const HOUR_MS = 3_600_000;

/** An event every half hour; every second one shares its second with the one before. */
const records: readonly CloudTrailRecord[] = Array.from({ length: EVENTS }, (_, index) => ({
  eventVersion: '1.11',
  userIdentity: { type: 'IAMUser', arn: `arn:aws:iam::${SMALL_ACCOUNT}:user/a` },
  eventID: `event-${index}`,
  eventTime: instantOfMs(NOW_MS - HOUR_MS * (1 + Math.floor(index / 2))),
  eventSource: 'bedrock.amazonaws.com',
  eventName: 'Converse',
  awsRegion: REGION,
  recipientAccountId: SMALL_ACCOUNT,
  requestID: `request-${index}`,
  eventCategory: 'Management',
  managementEvent: true,
  readOnly: true,
}));

let setup: SourceSetup;

beforeEach(async () => {
  setup = await openSourceSetup({
    events: (accountId, region, fromMs, toMs) =>
      accountId === SMALL_ACCOUNT && region === REGION
        ? records
            .filter(({ eventTime }) => isWithin(msOfInstant(eventTime), fromMs, toMs))
            .toReversed()
        : [],
  });
});
afterEach(() => setup.close());

function isWithin(ms: number, fromMs: number, toMs: number): boolean {
  return ms >= fromMs && ms < toMs;
}

function read(change: Partial<LookupEventsOptions> = {}) {
  return readLookupEvents({
    tools: setup.tools(),
    target: setup.target,
    covered: [],
    onProgress: () => undefined,
    intervalMs: 0,
    queries: [BEDROCK_QUERY],
    ...change,
  });
}

const storedEvents = () => setup.value('SELECT count(*) FROM events');

describe('reading the event history', () => {
  it('stores every event once and tells how far it is', async () => {
    const totals: (number | null)[] = [];
    const { reading, summary } = await read({ onProgress: (_, total) => totals.push(total) });
    expect(reading).toMatchObject({
      source: 'lookup-events',
      outcome: { status: 'collected' },
      calls: PAGES,
      items: EVENTS,
      actions: ['cloudtrail:LookupEvents'],
    });
    expect(summary).toMatchObject({ events: EVENTS, duplicates: 0, filesFailed: 0 });
    expect(await storedEvents()).toBe(EVENTS);
    expect(totals.at(-1)).toBe(PAGES);
    expect(totals[0]).toBeGreaterThan(PAGES);
  });

  it('reads only what came since, the next time', async () => {
    await read();
    const { reading, summary } = await read();
    expect(reading.calls).toBe(1);
    expect(summary.events).toBe(0);
    expect(await storedEvents()).toBe(EVENTS);
  });

  it('asks only for what log files do not cover', async () => {
    const covered = { fromMs: NOW_MS - 90 * 24 * HOUR_MS, toMs: NOW_MS - 10 * HOUR_MS };
    const { reading } = await read({ covered: [covered] });
    expect(reading.calls).toBe(1);
    expect(await storedEvents()).toBe(20);
  });

  it('keeps what was read before a cancellation and goes on from there', async () => {
    const abort = new AbortController();
    const stop = (done: number) => (done === 7 ? abort.abort() : undefined);
    const tools = setup.tools({ signal: abort.signal });
    await expect(read({ tools, onProgress: stop })).rejects.toMatchObject({ code: 'cancelled' });
    expect(await storedEvents()).toBe(350);
    const { reading } = await read();
    expect(reading.calls).toBeLessThanOrEqual(PAGES - 6);
    expect(await storedEvents()).toBe(EVENTS);
  });

  it('cancelled with no moment left, it stores nothing and reads its pages again', async () => {
    const abort = new AbortController();
    const over = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
    const stop = (done: number) => (done === 4 ? abort.abort() : undefined);
    const tools = setup.tools({ signal: abort.signal });
    await expect(read({ tools, onProgress: stop })).rejects.toMatchObject({ code: 'cancelled' });
    over.mockRestore();
    expect(await storedEvents()).toBe(0);
    await read();
    expect(await storedEvents()).toBe(EVENTS);
  });

  it('keeps what was read before permission was lost, and names it', async () => {
    const { faults } = setup.simulated.account;
    const lose = (done: number) =>
      done === 3 && faults.set('cloudtrail:LookupEvents', { kind: 'deny' });
    const { reading } = await read({ onProgress: lose });
    expect(reading.outcome).toMatchObject({ status: 'denied', action: 'cloudtrail:LookupEvents' });
    expect(reading.items).toBe(150);
    expect(await storedEvents()).toBe(150);
    faults.clear();
    await read();
    expect(await storedEvents()).toBe(EVENTS);
  });

  it.each(['throttle', 'drop', 'cut'] as const)('gets over one %s', async (kind) => {
    setup.simulated.account.faults.set('cloudtrail:LookupEvents', { kind, times: 1 });
    const { reading } = await read();
    expect(reading.outcome).toEqual({ status: 'collected' });
    expect(await storedEvents()).toBe(EVENTS);
  });

  it('is unavailable where the Region is not enabled', async () => {
    const { reading } = await read({ target: { ...setup.target, region: 'me-south-1' } });
    expect(reading.outcome.status).toBe('unavailable');
  });

  it('starts over when its remembered place is damaged', async () => {
    await setup.store.setCursor(`lookup-events:${SMALL_ACCOUNT}:${REGION}`, '{"readTo":');
    expect((await read()).reading.items).toBe(EVENTS);
  });
});
