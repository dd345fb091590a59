import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorldInvocation } from '../../../../electron/backend/demo/world/world.ts';
import type { ScanSummary } from '../../../../electron/backend/scan/run-scan.ts';
import { openScanSetup, type ScanSetup } from './scan-setup.ts';

const METRICS_OF = {
  InputTokenCount: (call: WorldInvocation) => call.inputTokens,
  OutputTokenCount: (call: WorldInvocation) => call.outputTokens,
  CacheReadInputTokenCount: (call: WorldInvocation) => call.cacheReadTokens,
  CacheWriteInputTokenCount: (call: WorldInvocation) =>
    call.cacheWrite5mTokens + call.cacheWrite1hTokens,
  Invocations: () => 1,
} as const;

/** Every step of a scan, in the order in which they are told. */
const STEP_IDS = [
  'identity',
  'configuration',
  's3-logs',
  'lookup-events',
  'metrics',
  'bill',
  'prices',
] as const;

let setup: ScanSetup;
let first: ScanSummary;
let second: ScanSummary;
let points: ReadonlyMap<string, number>;

beforeAll(async () => {
  setup = await openScanSetup();
  const watched = setup.watchPoints();
  first = await setup.scan({ store: watched.store });
  points = watched.sums();
  second = await setup.scan({});
}, 300_000);
afterAll(() => setup.close());

/** What the world's calls of an account, Region and model add up to, without the code under test. */
function worldSums(quantity: (call: WorldInvocation) => number): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const call of setup.calls()) {
    if (call.errorCode !== null) continue;
    const bought = call.modelId.includes(':provisioned-model/');
    const model = bought ? call.modelId : call.modelId.split('/').at(-1);
    const key = `${call.accountId} ${call.region} ${model}`;
    const sum = (sums.get(key) ?? 0) + quantity(call);
    if (sum > 0) sums.set(key, sum);
  }
  return sums;
}

describe('after a scan of the simulated organisation', () => {
  it.each(Object.entries(METRICS_OF))('the metric %s is what its calls add up to', (name, of) => {
    const read = [...points]
      .filter(([key, sum]) => key.startsWith(`${name} `) && sum > 0)
      .map(([key, sum]) => [key.slice(name.length + 1), sum] as const);
    expect(new Map(read)).toEqual(worldSums(of));
  });

  it('the invocations are those that were logged, to the token', async () => {
    const logged = setup.calls().filter((call) => call.logged && isOld(call));
    const sum = (of: (call: WorldInvocation) => number) =>
      logged.reduce((total, call) => total + of(call), 0);
    const [row] = await setup.rows(`SELECT count(*) AS n, sum(input_tokens) AS i,
      sum(output_tokens) AS o, sum(cache_read_tokens) AS r FROM invocations
      WHERE time < '${OLD}' AND error_code IS NULL`);
    const succeeded = logged.filter(({ errorCode }) => errorCode === null).length;
    expect(row?.map(Number)).toEqual([
      succeeded,
      sum((call) => call.inputTokens),
      sum((call) => call.outputTokens),
      sum((call) => call.cacheReadTokens),
    ]);
  });

  it('every call has its event, from log files or from the event history', async () => {
    const expected = new Map<string, number>();
    for (const { accountId, region } of setup.calls().filter(isOld)) {
      const place = `${accountId} ${region}`;
      expected.set(place, (expected.get(place) ?? 0) + 1);
    }
    const rows = await setup.rows(`SELECT account_id, region, count(*) FROM events
      WHERE event_name IN ('Converse', 'ConverseStream', 'InvokeModel',
        'InvokeModelWithResponseStream') AND event_time < '${OLD}'
      GROUP BY 1, 2`);
    expect(new Map(rows.map(([a, r, n]) => [`${a} ${r}`, Number(n)]))).toEqual(expected);
  });

  it('the coverage tells all that was read', () => {
    const unread = [...first.datasets, ...first.sources].filter(
      ({ outcome }) => outcome.status !== 'collected',
    );
    const told = unread.map((one) => {
      const name = 'dataset' in one ? one.dataset : one.source;
      return `${name} ${one.accountId} ${one.outcome.status}`;
    });
    expect(told.sort()).toEqual(notToBeHad().sort());
    const gaps = first.datasets.flatMap((reading) =>
      (reading.gaps ?? []).map(({ of, outcome }) => `${reading.dataset} ${of} ${outcome.status}`),
    );
    expect(new Set(gaps)).toEqual(
      // Buckets of others are theirs to open; the tree of units is told to the management account.
      new Set([
        'buckets s3:GetBucketLocation denied',
        'organization organizations:ListRoots unavailable',
      ]),
    );
    expect(first.state).toBe('done');
    expect(first.accountIds.size).toBe(setup.connections.length);
    expect(first.steps.map(({ id, state }) => [id, state])).toEqual(
      STEP_IDS.map((id) => [id, 'done']),
    );
  });

  it('a log bucket that all accounts share is read once', () => {
    const files = setup.requestsOf(first.scanId).filter((one) => one === 's3:GetObject 200');
    const objects = first.sources.filter(({ source }) => source.endsWith('-logs'));
    const ofBill = setup.simulated.world.billObjects().length;
    expect(ofBill).toBeGreaterThan(2);
    expect(files).toHaveLength(objects.reduce((sum, { items }) => sum + items, ofBill));
  });

  it('the next scan adds nothing and costs a fraction', () => {
    expect(second.summary).toMatchObject({ events: 0, invocations: 0 });
    expect(setup.requestsOf(second.scanId)).not.toContain('s3:GetObject 200');
  });

  it('watching costs a cent for each request to Cost Explorer and little beside', () => {
    const asked = setup.requestsOf(first.scanId).filter((one) => one.startsWith('ce:'));
    expect(asked.length).toBeGreaterThan(0);
    const beside = Number(first.watchingUsd) - asked.length * 0.01;
    expect(beside).toBeGreaterThan(0);
    expect(beside).toBeLessThan(0.02);
  });

  it('the cost of watching is kept for the month', async () => {
    const rows = await setup.store.watching('2026-11');
    const total = rows.reduce((sum, { usd }) => sum + Number(usd), 0);
    expect(total).toBeCloseTo(Number(first.watchingUsd) + Number(second.watchingUsd), 12);
  });
});

/**
 * What no scan of these connections can read: AWS tells it to the management account alone, or
 * export files have told it already.
 */
function notToBeHad(): string[] {
  const ids = setup.connections.map(({ id }) => id);
  const members = ids.filter((id) => id !== setup.simulated.world.managementAccountId);
  return [
    ...members.flatMap((id) => [
      `cost-allocation-tags ${id} unavailable`,
      `organization-policies ${id} unavailable`,
    ]),
    // Members are not told; an account outside the organisation has none.
    ...setup.simulated.world.organizationTree.accounts
      .map(({ accountId }) => accountId)
      .filter((id) => members.includes(id))
      .map((id) => `account-tags ${id} unavailable`),
    ...ids.map((id) => `cost-explorer ${id} unavailable`),
  ];
}

/** Log files of the last hours have not been delivered; calls before this have. */
const OLD = '2026-11-20T06:00:00Z';

function isOld(call: WorldInvocation): boolean {
  return call.time < Date.parse(OLD);
}
