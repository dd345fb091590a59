import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMeteredCalls } from '../../../../electron/backend/aws/metered-calls.ts';
import {
  type EventsEstimate,
  estimateScan,
  longEventsAdvice,
} from '../../../../electron/backend/scan/estimate.ts';
import { lookupQueries } from '../../../../electron/backend/sources/lookup-queries.ts';
import { EVENT_NEEDS } from '../../../../electron/backend/store/ingest/event-needs.ts';
import { openScanSetup, type ScanSetup } from './scan-setup.ts';
import { NOW, SETTINGS } from './simulated.ts';

const PLATFORM = '222233334444';
const place = (minutes: number, over: Partial<EventsEstimate> = {}): EventsEstimate => ({
  accountId: PLATFORM,
  region: 'us-east-1',
  pages: minutes * 117,
  minutes,
  bucket: null,
  ...over,
});

describe('what is looked up', () => {
  it('is the bulk first, global services in us-east-1 alone, each attribute once', () => {
    const here = lookupQueries('us-east-1');
    const there = lookupQueries('eu-west-1');
    expect(here[0]).toEqual({
      attribute: 'EventSource',
      value: 'bedrock.amazonaws.com',
      busy: true,
    });
    expect(there.filter(({ value }) => !here.some((query) => query.value === value))).toEqual([]);
    expect(new Set(here.map(({ value }) => value)).size).toBe(here.length);
    expect(here.length).toBeLessThanOrEqual(20);
    expect(there.length).toBeLessThanOrEqual(10);
    expect(there.map(({ value }) => value)).not.toContain('CreateServiceSpecificCredential');
    expect(here.map(({ value }) => value)).toContain('CreateServiceSpecificCredential');
  });

  it('is kept by ingest too', () => {
    const names = EVENT_NEEDS.flatMap(({ events, lookups }) =>
      typeof events === 'string' ? [] : (lookups ?? []).filter((name) => !events.includes(name)),
    );
    expect(names).toEqual([]);
  });
});

describe('the advice', () => {
  it.each([
    [[place(15)], null],
    [
      [place(40)],
      'About 4,680 pages of events in 222233334444 us-east-1 take 40 minutes. A trail that writes to a bucket would give the same events in a fraction of that.',
    ],
    [
      [place(16), place(60, { bucket: 'trail-logs' })],
      'About 7,020 pages of events in 222233334444 us-east-1 take 60 minutes, and 1 more places take long. The bucket trail-logs holds the events of a trail; reading it is much faster.',
    ],
  ] as const)('%#', (estimates, advice) => {
    expect(longEventsAdvice(estimates)).toBe(advice);
  });
});

describe('the estimate of a scan', () => {
  let setup: ScanSetup;
  beforeAll(async () => {
    setup = await openScanSetup();
  });
  afterAll(() => setup.close());

  function estimate(sources: typeof SETTINGS.sources) {
    const account = setup.simulated.connect(setup.simulated.connectionOf(PLATFORM));
    const clock = () => NOW;
    const meter = createMeteredCalls({ scanId: 'estimate', capUsd: '5', spentUsd: [], clock });
    const signal = new AbortController().signal;
    return estimateScan({
      accounts: [{ accountId: PLATFORM, clients: account, regions: ['us-east-1', 'us-west-2'] }],
      configuration: [],
      settings: { ...SETTINGS, sources },
      tools: { store: setup.store, meter, spoolFolder: '/nowhere', signal, clock },
    });
  }

  it('counts the calls that CloudWatch knows, 50 to a page', async () => {
    const { events, pages, minutes, objects, unknown } = await estimate(['events']);
    const since = Date.parse(NOW) - 90 * 86_400_000;
    const calls = setup
      .calls()
      .filter(
        (call) =>
          call.accountId === PLATFORM &&
          call.region === 'us-east-1' &&
          call.errorCode === null &&
          call.time >= since,
      ).length;
    expect(events).toHaveLength(2);
    const here = events.find(({ region }) => region === 'us-east-1');
    expect(here?.pages).toBeGreaterThanOrEqual(Math.ceil(calls / 50));
    expect(here?.pages).toBeLessThan(calls / 50 + 60);
    expect(pages).toBe(events.reduce((sum, one) => sum + one.pages, 0));
    expect(minutes).toBe(Math.max(...events.map((one) => one.minutes)));
    expect({ objects, unknown }).toEqual({ objects: 0, unknown: [] });
  });

  it('tells what could not be asked', async () => {
    const { faults } = setup.simulated.account;
    faults.set('cloudwatch:GetMetricData', { kind: 'deny' });
    const { events, unknown } = await estimate(['events']);
    faults.clear();
    expect(events).toEqual([]);
    expect(unknown.join(' ')).toContain('cloudwatch:GetMetricData');
  });
});
